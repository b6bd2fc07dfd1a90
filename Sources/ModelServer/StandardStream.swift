import CLinux

// Writing to the standard streams before and outside of serving, where blocking is right.
enum StandardStream {
  static func write(_ bytes: Span<UInt8>, to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.extracting(start..<bytes.count).withUnsafeBufferPointer {
        unsafe CLinux.write(descriptor, $0.baseAddress, $0.count)
      }
      if written > 0 {
        start += written
      } else if linux_errno() != EINTR {
        return
      }
    }
  }
}
