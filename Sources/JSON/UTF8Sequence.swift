/// The UTF-8 sequence that starts at a place in a text (Unicode, table 3-7: no overlong forms, no surrogates, nothing beyond
/// U+10FFFF).
struct UTF8Sequence {
  // Of a sequence that is not valid: the bytes, possibly none, that a valid one could start with.
  var length: Int
  var isValid: Bool

  init(in bytes: Span<UInt8>, at start: Int) {
    let lead = bytes[start]
    // What the second byte may be; the bytes after it are 0x80...0xBF.
    var range: ClosedRange<UInt8> = 0x80...0xBF
    var expected = 2
    switch lead {
    case 0x00...0x7F: expected = 1
    case 0xC2...0xDF: break
    case 0xE0...0xEF:
      expected = 3
      if lead == 0xE0 { range = 0xA0...0xBF }
      if lead == 0xED { range = 0x80...0x9F }
    case 0xF0...0xF4:
      expected = 4
      if lead == 0xF0 { range = 0x90...0xBF }
      if lead == 0xF4 { range = 0x80...0x8F }
    default: expected = 0
    }
    length = min(expected, 1)
    while length < expected, start + length < bytes.count, range.contains(bytes[start + length]) {
      range = 0x80...0xBF
      length += 1
    }
    isValid = expected > 0 && length == expected
  }
}
