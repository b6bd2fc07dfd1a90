import Bytes
import CLinux

// Files of /proc and of the cgroup file system: short, and readable only as a whole.
enum SmallFile {
  // A descriptor of the file, -1 where it cannot be opened.
  static func open(_ path: StaticString) -> Int32 { unsafe linux_open_read_only(path.cString) }

  // The file's bytes, nil where it cannot be read or is larger than `limit`.
  static func read(_ path: StaticString, limit: Int) -> ByteBuffer? {
    let descriptor = open(path)
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

  // The decimal number at a place of at most 15 digits, nil where there is none, and the place behind it.
  static func number(_ text: Span<UInt8>, from start: Int) -> (value: Int?, end: Int) {
    var value = 0
    var index = start
    while index < text.count, index - start < 15, text[index] >= 0x30, text[index] <= 0x39 {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return (index > start ? value : nil, index)
  }
}
