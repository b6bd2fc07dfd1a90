import Bytes

extension JSONReader {
  /// Whether the text of a string that was moved over, escapes decoded, equals another.
  @inline(never)
  func text(at range: Range<Int>, equals expected: StaticString) -> Bool {
    let expected = expected.bytes
    var index = range.lowerBound
    var matched = 0
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        // A lone surrogate is part of no text.
        guard let scalar = escapedScalar(at: &index, before: range.upperBound) else { return false }
        for unit in scalar.utf8 {
          guard matched < expected.count, expected[matched] == unit else { return false }
          matched += 1
        }
      } else {
        guard matched < expected.count, expected[matched] == bytes[index] else { return false }
        matched += 1
        index += 1
      }
    }
    return matched == expected.count
  }

  // Decodes the escape at an index and goes behind it; nil for a surrogate without its other half.
  private func escapedScalar(at index: inout Int, before end: Int) -> Unicode.Scalar? {
    let letter = bytes[index + 1]
    guard letter == UInt8(ascii: "u") else {
      index += 2
      return Unicode.Scalar(Self.shortEscape(letter))
    }
    let first = escapedUnit(at: index)
    index += 6
    guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) }
    guard index < end, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else { return nil }
    let second = escapedUnit(at: index)
    guard second & 0xFC00 == 0xDC00 else { return nil }
    index += 6
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
  }

  private static func shortEscape(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  private func escapedUnit(at index: Int) -> UInt32 {
    var unit: UInt32 = 0
    for digit in index + 2..<index + 6 { unit = unit << 4 | UInt32(hexadecimalValue(of: bytes[digit]) ?? 0) }
    return unit
  }
}
