/// The parts of objects and arrays, one after the other.
extension JSONReader {
  /// Moves over what is before the next member of an object, and over its key and colon; nil behind the object's end.
  ///
  /// - Parameter isFirst: True at the object's opening brace, and left false.
  @inline(never)
  mutating func nextKey(_ isFirst: inout Bool) throws(SyntaxError) -> Range<Int>? {
    if !isFirst { skipWhitespace() }
    switch byte {
    case UInt8(ascii: "{") where isFirst, UInt8(ascii: ",") where !isFirst: position += 1
    case UInt8(ascii: "}") where !isFirst:
      position += 1
      return nil
    default: throw failure(.expectedCommaOrBrace)
    }
    skipWhitespace()
    guard isFirst else { return try key(orElse: .expectedKey) }
    isFirst = false
    if byte == UInt8(ascii: "}") {
      position += 1
      return nil
    }
    return try key(orElse: .expectedKeyOrBrace)
  }

  /// Moves over what is before the next element of an array; false behind the array's end.
  ///
  /// - Parameter isFirst: True at the array's opening bracket, and left false.
  @inline(never)
  mutating func nextElement(_ isFirst: inout Bool) throws(SyntaxError) -> Bool {
    if !isFirst { skipWhitespace() }
    switch byte {
    case UInt8(ascii: "[") where isFirst, UInt8(ascii: ",") where !isFirst: position += 1
    case UInt8(ascii: "]") where !isFirst:
      position += 1
      return false
    default: throw failure(.expectedCommaOrBracket)
    }
    skipWhitespace()
    if isFirst && byte == UInt8(ascii: "]") {
      position += 1
      isFirst = false
      return false
    }
    isFirst = false
    return true
  }
}
