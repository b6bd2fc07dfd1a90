import CLinux

/// A listening socket.
/// 待ち受けソケット。
public struct Listener: Sendable {
  let descriptor: Int32

  /// Opens a socket that shares its port with the other workers' sockets.
  /// 他のワーカーとポートを共有する待ち受けソケットを開く。
  ///
  /// - Parameters:
  ///   - bufferSize: The size of each of the kernel's two buffers of a connection, in bytes; 0 leaves it to the kernel, which
  ///     gives more to who takes more.
  /// - Returns: Nil with the reason in `errno`.
  public init?(_ address: ListenAddress, bufferSize: Int) {
    guard let descriptor = Self.bound(address, sharesPort: true) else { return nil }
    guard Self.limitBuffers(descriptor, bufferSize), listen(descriptor, 4096) == 0 else {
      let error = linux_errno()
      close(descriptor)
      linux_set_errno(error)
      return nil
    }
    self.descriptor = descriptor
  }

  /// The port that the socket is bound to.
  /// ソケットが結び付けられたポート。
  public var port: Int {
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    // sockaddr_in6 has room for either family, and both hold the port in the same place.
    let result = unsafe withUnsafeMutablePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe getsockname(descriptor, $0, &length) }
    }
    return result == 0 ? Int(UInt16(bigEndian: address.sin6_port)) : 0
  }

  /// Tells whether a port is free, which sockets that share their port would not find out.
  /// ポートが空いているかを調べる（共有ソケットでは分からない）。
  ///
  /// - Returns: 0, or the error number of the attempt.
  public static func probe(_ address: ListenAddress) -> Int32 {
    guard let descriptor = bound(address, sharesPort: false) else { return linux_errno() }
    close(descriptor)
    return 0
  }

  // Has the kernel drop requests for new connections, silently, while those under way are completed. A client tries again
  // after a second, and finds another process that listens on the port. Without this, connections completed between the
  // last accept and the close would be reset.
  static func ignoreNewConnections(_ descriptor: Int32) {
    // The filter sees a segment from its TCP header on; byte 13 has the flags, and SYN is the second lowest.
    var program: InlineArray<4, sock_filter> = [
      sock_filter(code: UInt16(BPF_LD | BPF_B | BPF_ABS), jt: 0, jf: 0, k: 13),
      sock_filter(code: UInt16(BPF_JMP | BPF_JSET | BPF_K), jt: 0, jf: 1, k: 2),
      sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: 0),
      sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: .max),
    ]
    var span = program.mutableSpan
    _ = unsafe span.withUnsafeMutableBufferPointer { instructions in
      // The kernel copies the program during the call.
      var filter = unsafe sock_fprog(len: UInt16(instructions.count), filter: instructions.baseAddress)
      return unsafe setsockopt(
        descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &filter, socklen_t(MemoryLayout<sock_fprog>.size))
    }
  }

  private static func bound(_ address: ListenAddress, sharesPort: Bool) -> Int32? {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.isVersion6 ? AF_INET6 : AF_INET, kind, 0)
    guard descriptor >= 0 else { return nil }
    // Connections inherit TCP_NODELAY: an answer is one write and must not wait for an acknowledgement.
    let isReady =
      unsafe set(descriptor, SOL_SOCKET, SO_REUSEADDR)
      && (!sharesPort || set(descriptor, SOL_SOCKET, SO_REUSEPORT))
      && set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY)
      && address.withSocketAddress({ unsafe bind(descriptor, $0, $1) }) == 0
    if isReady { return descriptor }
    let error = linux_errno()
    close(descriptor)
    linux_set_errno(error)
    return nil
  }

  // Connections inherit both. On a connection it would be too late for the receiving side: the scale of its window is agreed
  // on in the handshake, RFC 7323 section 2.2.
  private static func limitBuffers(_ descriptor: Int32, _ size: Int) -> Bool {
    let size = Int32(clamping: size)
    return size == 0
      || set(descriptor, SOL_SOCKET, SO_SNDBUF, to: size) && set(descriptor, SOL_SOCKET, SO_RCVBUF, to: size)
  }

  private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, to value: Int32 = 1) -> Bool {
    var value = value
    return unsafe setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size)) == 0
  }
}
