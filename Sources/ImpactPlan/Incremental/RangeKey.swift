import ImpactSemantics
import PostgresSQL

/// What the target learns of a range: numbers that say nothing without the key.
///
/// The ranges of a model have a key of their own, which HMAC makes of the run's. Of it and a text SHA-256 gives each number: one hash, where HMAC
/// has two. Those keep a hash from being continued with more text by somebody without the key, which takes all of its 256 bits; 64 are let out.
extension RangeNames {
    /// What a range is called on the target, or a block. Its own number would tell of a pseudonym which 64 rows it is one of.
    func name(of number: SQLExpression, _ kind: String = "range") -> SQLExpression {
        isPseudonym ? keyed([.string("\(kind)|"), number]) : number
    }

    /// Eight bytes, which is how `bigint` travels as well.
    func keyed(_ parts: [SQLExpression]) -> SQLExpression {
        var key = Select()
        key.columns = [SelectColumn(.column(nil, "key"))]
        key.from = [FromItem(.first, .table(schema: nil, self.key), as: self.key)]
        let text = parts.dropFirst().reduce(parts[0]) { .binary(.concatenation, $0, $1) }
        let message = SQLExpression.binary(.concatenation, .scalar(key), .call("convert_to", [text, .string("UTF8")]))
        return .call("substr", [.call("sha256", [message]), .integer(1), .integer(8)])
    }
}

extension RangeLowering {
    /// The run's key, and that of the ranges.
    var hashingKeys: [CommonTable] {
        var lowering = Lowering(project: project)
        var select = Select()
        select.columns = [SelectColumn(lowering.hmac(.string("ranges of \(model.name)")), as: "key")]
        return [lowering.pads, CommonTable(name: names.key, columns: [], body: .select(select))]
    }
}
