import Bytes
import CLinux

// The way of bytes through a connection: receive, serve, send. A connection is held by its pointer into the table; nothing
// here inserts another, and after `remove` the pointer is not used.
extension Worker where Service: ~Copyable {
  // The room for one read.
  var readSize: Int { 64 << 10 }

  func receive(_ descriptor: Int32, _ reported: UInt32) {
    guard read(descriptor, reported) else { return }
    let connection = unsafe table.pointer(descriptor)
    if unsafe connection.pointee.input.isEmpty {
      // The common case: whole messages in the worker's buffer, and the connection keeps nothing.
      serve(descriptor, &input)
      if !input.isEmpty {
        // serve drops the input of a connection that it removes.
        var rest = buffers.take()
        rest.append(input.bytes)
        input.removeAll()
        unsafe swap(&rest, &connection.pointee.input)
        count(descriptor)
      }
    } else {
      // Only what has come is kept, so that a slow client costs no more memory than it sends.
      unsafe connection.pointee.input.append(input.bytes)
      input.removeAll()
      resumeServing(descriptor)
    }
  }

  // Serves the input that the connection has kept. It is taken out for the call, so that the connection and its input are
  // not held at once.
  private func resumeServing(_ descriptor: Int32) {
    let connection = unsafe table.pointer(descriptor)
    var pending = ByteBuffer()
    unsafe swap(&pending, &connection.pointee.input)
    count(descriptor)
    serve(descriptor, &pending)
    if pending.isEmpty {
      buffers.give(pending)
    } else {
      // serve drops the input of a connection that it removes.
      unsafe swap(&pending, &connection.pointee.input)
      count(descriptor)
    }
  }

  // Reads into the worker's buffer. False where nothing came; where its peer has closed the connection, in the midst of a
  // message perhaps, or it is broken, it is removed.
  func read(_ descriptor: Int32, _ reported: UInt32) -> Bool {
    var outcome = SystemCall.Transfer.wouldBlock
    input.append(upTo: readSize) { area in
      outcome = SystemCall.receive(descriptor, into: &area)
      if case .bytes(let count) = outcome { return count }
      return 0
    }
    switch outcome {
    case .bytes(let count) where count > 0:
      // What is left, bytes or the end of them, is reported again only if asked for.
      if count == readSize || reported & Interest.end != 0 {
        _ = SystemCall.control(epoll, EPOLL_CTL_MOD, descriptor, Interest.input)
      }
      return true
    case .wouldBlock:
      let connection = unsafe table.pointer(descriptor)
      unsafe expect(connection, connection.pointee.phase, connection.pointee.deadline)
      return false
    case .bytes, .failed:
      remove(descriptor)
      return false
    }
  }

  // Lets the service work on the input until it is used up or the socket takes no more. Input that is left stays in the
  // buffer, for the caller to keep.
  private func serve(_ descriptor: Int32, _ input: inout ByteBuffer) {
    let connection = unsafe table.pointer(descriptor)
    while true {
      let received = input.count
      let state = unsafe service.receive(&input, &output, &connection.pointee.stream, lifecycle: lifecycle)
      guard sendOutput(descriptor) else {
        input.removeAll()
        return remove(descriptor)
      }
      if !output.isEmpty {
        let isLast = state == .closing || state == .finished
        if !keepOutput(descriptor, isLast: isLast) || isLast { input.removeAll() }
        return
      }
      switch state {
      case .outputFull: continue
      case .idle:
        return unsafe expect(connection, .idle, clock.monotonic + idleLimit)
      case .receivingHead, .receivingContent:
        // Bytes that were consumed belonged to an earlier message, and what is left began after it.
        if unsafe connection.pointee.phase != .receiving || input.count < received {
          unsafe connection.pointee.messageStart = clock.monotonic
        }
        let allowance = state == .receivingHead ? limits.head : limits.message
        return unsafe expect(connection, .receiving, connection.pointee.messageStart + allowance)
      case .closing:
        input.removeAll()
        return linger(descriptor)
      case .finished:
        input.removeAll()
        return remove(descriptor)
      }
    }
  }

  // Sends the worker's output as far as the socket takes it. False where the connection is broken.
  func sendOutput(_ descriptor: Int32) -> Bool {
    if output.isEmpty { return true }
    switch SystemCall.send(descriptor, output.bytes) {
    case .bytes(let count): output.consume(count)
    case .wouldBlock: break
    case .failed:
      output.removeAll()
      return false
    }
    return true
  }

  // Leaves the rest of the worker's output, memory and all, to the connection. False where that was too much and the
  // connection is removed.
  private func keepOutput(_ descriptor: Int32, isLast: Bool) -> Bool {
    let connection = unsafe table.pointer(descriptor)
    unsafe swap(&output, &connection.pointee.output)
    output = buffers.take()
    unsafe expect(connection, isLast ? .sendingLast : .sending, clock.monotonic + limits.write)
    return count(descriptor)
  }

  func resumeSending(_ descriptor: Int32) {
    let connection = unsafe table.pointer(descriptor)
    switch unsafe SystemCall.send(descriptor, connection.pointee.output.bytes) {
    case .bytes(let count):
      unsafe connection.pointee.output.consume(count)
      unsafe connection.pointee.deadline = clock.monotonic + limits.write
    case .wouldBlock: return
    case .failed: return remove(descriptor)
    }
    guard unsafe connection.pointee.output.isEmpty else { return }
    var sent = ByteBuffer()
    unsafe swap(&sent, &connection.pointee.output)
    buffers.give(sent)
    count(descriptor)
    if unsafe connection.pointee.phase == .sendingLast { return linger(descriptor) }

    unsafe expect(connection, .idle, clock.monotonic + idleLimit)
    if unsafe !connection.pointee.input.isEmpty { resumeServing(descriptor) }
  }

  // Says what the connection waits for and how long, and has the epoll set watch for that.
  func expect(
    _ connection: UnsafeMutablePointer<Connection<Service.Stream>>, _ phase: Connection<Service.Stream>.Phase,
    _ deadline: UInt64
  ) {
    unsafe connection.pointee.phase = phase
    unsafe connection.pointee.deadline = deadline
    let interest = phase == .sending || phase == .sendingLast ? Interest.output : Interest.input
    if unsafe connection.pointee.interest == interest { return }
    let operation = unsafe connection.pointee.interest == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD
    if unsafe SystemCall.control(epoll, operation, connection.pointee.descriptor, interest) {
      unsafe connection.pointee.interest = interest
    } else {
      // Without memory for it in the kernel the connection would never be heard of again; it ends at the next look.
      unsafe connection.pointee.deadline = 0
    }
  }
}
