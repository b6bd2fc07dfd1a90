import Bytes
import CLinux

// How connections end: in stages after their last answer, in the midst of a message when its time is up or all of them keep
// too much, or at once.
extension Worker where Service: ~Copyable {
  // Closes in stages, RFC 9112 section 9.6: a socket closed with unread input resets the connection, and the reset can
  // overtake the last answer.
  func linger(_ descriptor: Int32) {
    shutdown(descriptor, Int32(SHUT_WR))
    unsafe expect(table.pointer(descriptor), .lingering, clock.monotonic + limits.lingering)
  }

  func dropInput(_ descriptor: Int32, _ reported: UInt32) {
    if read(descriptor, reported) { input.removeAll() }
  }

  // Counts what the connection keeps by now. Where that is too much it ends: with an answer, unless another one is on its
  // way. False where it is removed.
  @discardableResult
  func count(_ descriptor: Int32) -> Bool {
    let connection = unsafe table.pointer(descriptor)
    if unsafe table.count(connection) { return true }
    if unsafe connection.pointee.phase == .receiving { return abandon(descriptor, .memory) }
    remove(descriptor)
    return false
  }

  // Ends the connections whose time is up.
  func expireConnections() {
    var descriptor = firstConnection
    while descriptor >= 0 {
      let connection = unsafe table.pointer(descriptor)
      let next = unsafe connection.pointee.next
      if unsafe connection.pointee.deadline <= clock.monotonic { expire(descriptor) }
      descriptor = next
    }
  }

  private func expire(_ descriptor: Int32) {
    let connection = unsafe table.pointer(descriptor)
    if unsafe connection.pointee.phase == .receiving { abandon(descriptor, .time) } else { remove(descriptor) }
  }

  // Ends a connection in the midst of a message, with an answer as far as the socket takes one. False where it is removed.
  @discardableResult
  private func abandon(_ descriptor: Int32, _ reason: AbandonReason) -> Bool {
    let connection = unsafe table.pointer(descriptor)
    // The connection keeps no input from here on.
    var received = ByteBuffer()
    unsafe swap(&received, &connection.pointee.input)
    count(descriptor)
    unsafe service.abandon(received, &output, &connection.pointee.stream, reason)
    buffers.give(received)
    guard sendOutput(descriptor) else {
      remove(descriptor)
      return false
    }
    output.removeAll()
    linger(descriptor)
    return true
  }
}
