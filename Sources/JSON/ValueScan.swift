extension JSONReader {
  /// How deep arrays and objects may nest.
  static let maximumDepth = 64

  /// Moves over a value of any kind, whose first byte is at the position, and which lies in `depth` arrays and objects.
  mutating func skipValue(depth outer: Int) throws(SyntaxError) {
    var nesting = Nesting(depth: outer)
    while true {
      if try skipValueStart(&nesting) { continue }
      if try skipValueEnds(&nesting, outer: outer) { return }
    }
  }

  // Moves over a value without parts, or into an array or object as far as its first part; returns whether it did the latter.
  private mutating func skipValueStart(_ nesting: inout Nesting) throws(SyntaxError) -> Bool {
    switch byte {
    case UInt8(ascii: "{"):
      guard nesting.push(isObject: true) else { throw failure(.nestingTooDeep) }
      position += 1
      skipWhitespace()
      // The end of an empty object is left to skipValueEnds.
      guard byte != UInt8(ascii: "}") else { return false }
      _ = try key(orElse: .expectedKeyOrBrace)
      return true
    case UInt8(ascii: "["):
      guard nesting.push(isObject: false) else { throw failure(.nestingTooDeep) }
      position += 1
      skipWhitespace()
      return byte != UInt8(ascii: "]")
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try decimal()
    case UInt8(ascii: "t"): try skipLiteral("true")
    case UInt8(ascii: "f"): try skipLiteral("false")
    case UInt8(ascii: "n"): try skipLiteral("null")
    default: throw failure(.expectedValue)
    }
    return false
  }

  // After a value: moves over the ends of arrays and objects, up to the next value; returns whether the outermost has ended.
  private mutating func skipValueEnds(_ nesting: inout Nesting, outer: Int) throws(SyntaxError) -> Bool {
    while nesting.depth > outer {
      skipWhitespace()
      switch (byte, nesting.isInObject) {
      case (UInt8(ascii: "}"), true), (UInt8(ascii: "]"), false):
        position += 1
        nesting.pop()
      case (UInt8(ascii: ","), true):
        position += 1
        skipWhitespace()
        _ = try key(orElse: .expectedKey)
        return false
      case (UInt8(ascii: ","), false):
        position += 1
        skipWhitespace()
        return false
      case (_, true): throw failure(.expectedCommaOrBrace)
      case (_, false): throw failure(.expectedCommaOrBracket)
      }
    }
    return true
  }
}
