import Bytes
import CLinux

// Reading and writing of the standard streams before and outside of serving, where blocking is right.
enum StandardStream {
  // False, with the reason in `errno`, where not all was written.
  @discardableResult
  static func write(_ bytes: Span<UInt8>, to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.extracting(start..<bytes.count).withUnsafeBufferPointer {
        unsafe CLinux.write(descriptor, $0.baseAddress, $0.count)
      }
      if written > 0 {
        start += written
      } else if !canRepeat(descriptor, POLLOUT) {
        return false
      }
    }
    return true
  }

  // Appends what one read gives, at most `limit` bytes. 0 at the end, -1 with the reason in `errno`.
  static func read(_ descriptor: Int32, upTo limit: Int, into buffer: inout ByteBuffer) -> Int {
    var result = 0
    repeat {
      buffer.append(upTo: limit) { area in
        // The kernel writes at most count bytes behind baseAddress.
        result = unsafe area.withUnsafeMutableBufferPointer { unsafe CLinux.read(descriptor, $0.baseAddress, $0.count) }
        return max(0, result)
      }
    } while result < 0 && canRepeat(descriptor, POLLIN)
    return result
  }

  // After a failure: whether it was an interruption, or waiting helped. Whoever shares a stream may have made it non-blocking.
  private static func canRepeat(_ descriptor: Int32, _ event: Int32) -> Bool {
    if linux_errno() == EINTR { return true }
    guard linux_errno() == EAGAIN else { return false }
    var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return unsafe poll(&entry, 1, -1) >= 0 || linux_errno() == EINTR
  }
}
