import CLibPQ

/// A function of PostgreSQL's own, by its number, which no version changes.
enum BuiltInFunction: Int32 {
    /// `set_config(text, text, boolean)`
    case setConfig = 2078
    /// `sha256(bytea)`
    case sha256 = 3420
}

extension Connection {
    /// Calls a function by the protocol's own message for that. There is no statement, and the arguments are no parameters
    /// of one: whatever a server is told to log, it logs the function's name at most.
    ///
    /// - Parameter arguments: in binary, which is the bytes themselves for `text` and `bytea`.
    /// - Returns: the result's bytes.
    func call(_ function: BuiltInFunction, _ arguments: [[UInt8]], during step: Step) throws(RunError) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Self.longestResult)
        var count: Int32 = 0
        let watch = endAfterSilence()
        defer { watch.cancel() }
        let sent = withBlocks(arguments) { blocks in
            result.withUnsafeMutableBytes { buffer in
                let place = buffer.baseAddress?.assumingMemoryBound(to: Int32.self)
                return PQfn(handle, function.rawValue, place, &count, 0, blocks, Int32(arguments.count))
            }
        }
        guard let answer = Answer(sent) else { throw RunError(.brokenConnection, on: server, during: step) }
        guard answer.isSuccess else { throw RunError(answer.error, on: server, during: step) }
        return Array(result.prefix(Int(count)))
    }

    /// libpq does not look at it: far more than these functions give for what they are called with.
    private static var longestResult: Int { 1 << 16 }

    /// libpq waits for a function's answer without end, unless the socket does. The watch has a descriptor of its own, so that
    /// it can never end anybody else's.
    private func endAfterSilence() -> Task<Void, Never> {
        let socket = dup(PQsocket(handle))
        let silence = terms.silence
        return Task.detached {
            try? await Task.sleep(for: silence)
            if !Task.isCancelled { shutdown(socket, Int32(SHUT_RDWR)) }
            close(socket)
        }
    }

    /// Lends the arguments as libpq takes them.
    private func withBlocks<Result>(_ arguments: [[UInt8]], _ body: ([PQArgBlock]) -> Result) -> Result {
        let copies = arguments.map { bytes in
            let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: MemoryLayout<Int32>.alignment)
            copy.copyMemory(from: bytes, byteCount: bytes.count)
            return copy
        }
        defer { copies.forEach { $0.deallocate() } }
        return body(
            zip(arguments, copies).map { bytes, copy in
                var block = PQArgBlock()
                block.len = Int32(bytes.count)
                block.isint = 0
                block.u.ptr = copy.assumingMemoryBound(to: Int32.self)
                return block
            })
    }
}
