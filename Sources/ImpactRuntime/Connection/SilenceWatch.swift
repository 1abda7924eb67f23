import CLibPQ

/// Makes a blocking call, and ends its connection from a thread of its own where it waits for too long.
///
/// - Returns: nil where the system has no thread or descriptor left; nothing was called then.
func endingSilence<Result>(of socket: Int32, after silence: Duration, _ call: () -> Result) -> Result? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    // Closing the other end calls the watch off.
    defer { close(ends[1]) }
    let order = UnsafeMutablePointer<Watch>.allocate(capacity: 1)
    // A descriptor of its own, so that it never ends anybody else's connection.
    order.initialize(to: Watch(socket: dup(socket), leash: ends[0], milliseconds: silence.milliseconds))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, watch, order) == 0 else {
        order.move().close()
        order.deallocate()
        return nil
    }
    pthread_detach(thread)
    return call()
}

private struct Watch {
    let socket: Int32
    let leash: Int32
    let milliseconds: Int32

    func close() { for descriptor in [socket, leash] { CLibPQ.close(descriptor) } }
}

private func watch(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let order = argument?.assumingMemoryBound(to: Watch.self).move() else { return nil }
    argument?.deallocate()
    var leash = [pollfd(fd: order.leash, events: Int16(POLLIN), revents: 0)]
    if poll(&leash, 1, order.milliseconds) == 0 { shutdown(order.socket, Int32(SHUT_RDWR)) }
    order.close()
    return nil
}
