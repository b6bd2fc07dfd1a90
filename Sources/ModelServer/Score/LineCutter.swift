import Bytes
import CLinux

// Cuts bytes into lines, however they arrive. A line may not be longer than a limit, so that the memory has one.
struct LineCutter: ~Copyable {
  enum Cut {
    // The line is the first `length` bytes, without its end of `ending` bytes: LF, CR LF, or none for the last line.
    case line(length: Int, ending: Int)
    // Bytes of a line beyond the limit, its first or others of it.
    case overlong(length: Int, isStart: Bool)
    // No end of a line yet.
    case partial
  }

  let limit: Int
  // The bytes that hold no LF.
  private var scanned = 0
  // The start of the line at the front was dropped.
  private var isInsideLine = false

  init(limit: Int) {
    self.limit = limit
  }

  // What stands at the front of the bytes; they are to be consumed before the next call.
  mutating func cut(_ bytes: Span<UInt8>, atEnd: Bool) -> Cut {
    if let index = Self.firstLineFeed(bytes, from: scanned) {
      scanned = 0
      if isInsideLine || index > limit {
        defer { isInsideLine = false }
        return .overlong(length: index + 1, isStart: !isInsideLine)
      }
      let hasReturn = index > 0 && bytes[index - 1] == UInt8(ascii: "\r")
      return hasReturn ? .line(length: index - 1, ending: 2) : .line(length: index, ending: 1)
    }
    if !bytes.isEmpty, isInsideLine || bytes.count > limit {
      scanned = 0
      defer { isInsideLine = true }
      return .overlong(length: bytes.count, isStart: !isInsideLine)
    }
    scanned = atEnd ? 0 : bytes.count
    return atEnd && !bytes.isEmpty ? .line(length: bytes.count, ending: 0) : .partial
  }

  @inline(__always)
  private static func firstLineFeed(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    unsafe bytes.extracting(start..<bytes.count).withUnsafeBytes { area in
      // memchr looks at `count` bytes from an address that is not null.
      guard let first = area.baseAddress, let found = unsafe memchr(first, 0x0A, area.count) else { return nil }
      return unsafe start + (UnsafeRawPointer(found) - first)
    }
  }
}
