import CLinux

/// An address to listen on.
/// 待ち受けるアドレス。
public struct ListenAddress: Sendable {
  var storage = sockaddr_in6()
  var length: socklen_t = 0

  /// Whether the address is of IPv6.
  /// IPv6 のアドレスかどうか。
  public var isVersion6: Bool { length == socklen_t(MemoryLayout<sockaddr_in6>.size) }

  /// Reads a numeric address of IPv4 or IPv6, or `localhost`.
  /// IPv4 または IPv6 の数値アドレス、あるいは `localhost` を読む。
  ///
  /// - Parameters:
  ///   - host: A C string.
  ///   - port: The TCP port.
  /// - Returns: Nil where the text is no address.
  public init?(host: UnsafePointer<CChar>, port: UInt16) {
    var version4 = sockaddr_in()
    // Both families hold the port in network byte order.
    let isLocal = unsafe strcmp(host, "localhost") == 0
    if unsafe isLocal || inet_pton(AF_INET, host, &version4.sin_addr) == 1 {
      if isLocal { version4.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian }
      version4.sin_family = sa_family_t(AF_INET)
      version4.sin_port = port.bigEndian
      length = socklen_t(MemoryLayout<sockaddr_in>.size)
      // sockaddr_in is smaller than sockaddr_in6, and both are plain bytes.
      unsafe memcpy(&storage, &version4, MemoryLayout<sockaddr_in>.size)
    } else if unsafe inet_pton(AF_INET6, host, &storage.sin6_addr) == 1 {
      storage.sin6_family = sa_family_t(AF_INET6)
      storage.sin6_port = port.bigEndian
      length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    } else {
      return nil
    }
  }

  /// Calls a function that takes a socket address.
  /// ソケットアドレスを取る関数を呼ぶ。
  public func withSocketAddress(_ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    unsafe withUnsafePointer(to: storage) { pointer in
      // Every socket address may be seen as a sockaddr.
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe call($0, length) }
    }
  }

  /// The address under which a server that listens here is reached from the same machine.
  /// 同じマシンからこのサーバーに到達するためのアドレス。
  public var reachable: ListenAddress {
    var address = self
    if isVersion6 {
      // The unspecified address is all zeros, and the loopback address differs from it in the last byte.
      unsafe withUnsafeMutableBytes(of: &address.storage.sin6_addr) { bytes in
        if unsafe bytes.allSatisfy({ $0 == 0 }) { unsafe bytes[15] = 1 }
      }
    } else {
      // sin_addr stands behind the family and the port; 127.0.0.1 in network byte order.
      unsafe withUnsafeMutableBytes(of: &address.storage) { bytes in
        if unsafe bytes[4..<8].allSatisfy({ $0 == 0 }) {
          unsafe bytes[4] = 127
          unsafe bytes[7] = 1
        }
      }
    }
    return address
  }
}
