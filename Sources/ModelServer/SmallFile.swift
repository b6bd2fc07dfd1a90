import Bytes
import CLinux

// Files of /proc and of the cgroup file system: short, and readable only as a whole.
enum SmallFile {
  // The file's bytes, nil where it cannot be read or is larger than `limit`.
  static func read(_ path: StaticString, limit: Int) -> ByteBuffer? {
    let descriptor = unsafe linux_open_read_only(path.cString)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var content = ByteBuffer()
    while content.count <= limit {
      var result = 0
      content.append(upTo: 4096) { area in
        // The kernel writes at most count bytes behind baseAddress.
        result = unsafe area.withUnsafeMutableBufferPointer { unsafe CLinux.read(descriptor, $0.baseAddress, $0.count) }
        return max(0, result)
      }
      if result == 0 { return content }
      if result < 0 && linux_errno() != EINTR { return nil }
    }
    return nil
  }
}
