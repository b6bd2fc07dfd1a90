import CLinux

// System calls, each wrapped once. Interrupted calls are repeated here and nowhere else.
enum SystemCall {
  // What a read or a write of a non-blocking socket came to.
  enum Transfer {
    case bytes(Int)
    case wouldBlock
    case failed
  }

  static func receive(_ descriptor: Int32, into buffer: inout MutableSpan<UInt8>) -> Transfer {
    transfer {
      // The kernel writes at most count bytes behind baseAddress.
      unsafe buffer.withUnsafeMutableBufferPointer { unsafe linux_receive(descriptor, $0.baseAddress, $0.count) }
    }
  }

  static func send(_ descriptor: Int32, _ bytes: Span<UInt8>) -> Transfer {
    transfer {
      // MSG_NOSIGNAL: a peer that is gone is an error here, not a signal.
      unsafe bytes.withUnsafeBufferPointer { unsafe linux_send(descriptor, $0.baseAddress, $0.count) }
    }
  }

  // A connection and its peer, or -1 with the reason.
  static func accept(_ listener: Int32) -> (descriptor: Int32, peer: PeerAddress, error: Int32) {
    let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    var address = sockaddr_in6()
    let descriptor = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      // The kernel writes at most `length` bytes; every socket address may be seen as a sockaddr.
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { peer in
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        return Int32(repeatInterrupted { unsafe Int(accept4(listener, peer, &length, flags)) })
      }
    }
    return (descriptor, PeerAddress(address), descriptor < 0 ? linux_errno() : 0)
  }

  static func wait(
    _ epoll: Int32, into events: UnsafeMutableBufferPointer<epoll_event>, milliseconds: Int32
  ) -> Int {
    // The kernel writes at most count events behind baseAddress.
    repeatInterrupted { unsafe Int(epoll_wait(epoll, events.baseAddress, Int32(events.count), milliseconds)) }
  }

  // Takes note of a timer's ticks, so that it is reported again only after the next.
  static func acknowledge(_ timer: Int32) {
    var ticks: UInt64 = 0
    // The kernel writes 8 bytes, or none where another read came first.
    _ = unsafe read(timer, &ticks, MemoryLayout<UInt64>.size)
  }

  static func control(_ epoll: Int32, _ operation: Int32, _ descriptor: Int32, _ interest: UInt32) -> Bool {
    var event = unsafe epoll_event()
    unsafe event.events = interest
    // The data is a union; the descriptor is the member in use.
    unsafe event.data.fd = descriptor
    return unsafe epoll_ctl(epoll, operation, descriptor, &event) == 0
  }

  private static func transfer(_ call: () -> Int) -> Transfer {
    let result = repeatInterrupted(call)
    if result >= 0 { return .bytes(result) }
    return linux_errno() == EAGAIN ? .wouldBlock : .failed
  }

  private static func repeatInterrupted(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || linux_errno() != EINTR { return result }
    }
  }
}
