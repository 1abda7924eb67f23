import CLibPQ

extension Connection {
    var isOpen: Bool { PQstatus(handle) == CONNECTION_OK }

    /// Whether waiting for the next answer would block.
    var isBusy: Bool { PQisBusy(handle) == 1 }

    /// Takes what the socket has; a connection that is gone is no longer open then.
    func consumeInput() { PQconsumeInput(handle) }

    /// Whether anything lies in the socket, or the connection is gone.
    var hasSomethingToSay: Bool {
        var socket = [pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)]
        return !isOpen || poll(&socket, 1, 0) != 0
    }

    /// The next result of what was sent, or none after the last one.
    func nextAnswer(during step: Step) throws(RunError) -> Answer? {
        while isOpen, isBusy {
            try wait(for: POLLIN, during: step)
            consumeInput()
        }
        return Answer(PQgetResult(handle))
    }

    /// Sends all that libpq holds back; false where the server is gone.
    func flush(during step: Step) throws(RunError) -> Bool {
        while true {
            switch PQflush(handle) {
            case 0: return true
            case 1: try wait(for: POLLIN | POLLOUT, during: step)
            default: return false
            }
            // A server that has something to say may take nothing before it is heard.
            if hasSomethingToSay { consumeInput() }
        }
    }

    /// - Throws: where nothing moves for longer than the run has patience.
    private func wait(for events: Int32, during step: Step) throws(RunError) {
        let deadline = ContinuousClock.now.advanced(by: terms.silence)
        guard wait(for: events, until: deadline) else { throw giveUp(during: step) }
    }

    func wait(for events: Int32, until deadline: ContinuousClock.Instant?) -> Bool {
        var socket = [pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)]
        while true {
            let left = deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)).milliseconds } ?? -1
            let ready = poll(&socket, 1, left)
            // A signal interrupts the wait: not an answer.
            if ready >= 0 { return ready > 0 }
        }
    }

    /// Ends a connection on which nothing moves: what would still be waited for comes to nothing at once.
    func giveUp(during step: Step) -> RunError {
        shutdown(PQsocket(handle), Int32(SHUT_RDWR))
        return RunError(
            .tryAgain, on: server, "\(server.rawValue), \(step.doing): nothing moved for \(terms.patience.components.seconds) s",
            help: "the server or a proxy before it hangs, or the statement takes longer than `--patience`", retry: .always)
    }
}
