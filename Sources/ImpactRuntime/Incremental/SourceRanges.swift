import CLibPQ
import ImpactPlan

extension Source {
    /// - Parameter known: what was remembered of the model, where what is published is still that.
    func reading(of model: ModelScript, known: RefreshMemory?, _ request: RunRequest) throws(RunError) -> ModelReading {
        guard let ranges = model.ranges else { return ModelReading(choice: .whole(because: .declared)) }
        let origin = try origin(of: model, ranges, request)
        var digests: [RangeDigest] = []
        let comparing = Step("comparing the ranges of `\(model.name)`", ranges.digests)
        try connection.numbers(ranges.digests.text, during: comparing) {
            digests.append(RangeDigest(range: $0[0], name: $0[1], digest: $0[2]))
        }
        let reading = ModelReading(origin, digests, known: known, isNamedInClear: ranges.isNamedInClear, isFull: request.isFull)
        try setRanges(reading.affected)
        return reading
    }

    private func origin(of model: ModelScript, _ ranges: RangeScript, _ request: RunRequest) throws(RunError) -> RefreshOrigin {
        let comparing = Step("asking what the ranges of `\(model.name)` depend on")
        let texts = [model.select, model.table, ranges.digests, ranges.keys, ranges.changes].map(\.text).joined()
        let definition = try connection.call(.sha256, [Array(texts.utf8)], during: comparing)
        let key = try connection.value(
            """
            SELECT encode(sha256(decode(current_setting('impact.outer_pad'), 'hex') || sha256(
                decode(current_setting('impact.inner_pad'), 'hex') || convert_to('which key it is', 'UTF8'))), 'hex')
            """, during: comparing)
        return RefreshOrigin(
            definition: hexadecimal(definition), key: key ?? "", server: String(connection.majorVersion),
            asOf: ranges.readsToday ? request.asOf : nil)
    }

    /// The ranges that the keys and changes are asked of next.
    private func setRanges(_ ranges: [Int]) throws(RunError) {
        _ = try connection.rows(
            "SELECT set_config('impact.ranges', $1, false)", [array(ranges)],
            during: Step("naming the ranges that changed"))
    }
}

extension Connection {
    /// Rows of whole numbers, one at a time: there may be a hundred thousand.
    func numbers(_ sql: String, _ parameters: [String?] = [], during step: Step, _ each: ([Int]) -> Void) throws(RunError) {
        var error: ServerError?
        let sent = withCStrings(parameters) { PQsendQueryParams(handle, sql, Int32(parameters.count), nil, $0, nil, nil, 0) }
        if sent != 1 || PQsetSingleRowMode(handle) != 1 { error = .brokenConnection }
        while let answer = Answer(PQgetResult(handle)) {
            if answer.status == PGRES_SINGLE_TUPLE {
                each(answer.rows[0].map { $0.flatMap { Int($0) } ?? 0 })
            } else if !answer.isSuccess, error?.sqlState == nil {
                error = answer.error
            }
        }
        if let error { throw RunError(error, on: server, during: step) }
    }
}
