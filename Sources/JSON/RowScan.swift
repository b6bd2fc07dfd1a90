import Inference

extension JSONReader {
  /// Moves over a line with one row, and stores its numbers.
  @inline(__always)
  mutating func jsonRow<Element: RowElement>(types: StaticString, into values: inout MutableSpan<Element>)
    throws(RowError)
  {
    skipWhitespace()
    if byte == UInt8(ascii: "[") {
      try list(types: types, into: &values)
    } else {
      try listOfObject(types: types, into: &values)
    }
    skipWhitespace()
    guard position == bytes.count else { throw .syntax(.expectedEnd, offset: position) }
  }

  // An object with a list as the value of `data`.
  @inline(never)
  private mutating func listOfObject<Element: RowElement>(types: StaticString, into values: inout MutableSpan<Element>)
    throws(RowError)
  {
    guard byte == UInt8(ascii: "{") else {
      try syntax { (reader) throws(SyntaxError) in try reader.skipValue(depth: 0) }
      throw .noList
    }
    position += 1
    skipWhitespace()
    if byte == UInt8(ascii: "}") { throw .noList }
    var reason = SyntaxReason.expectedKeyOrBrace
    var hasList = false
    while true {
      let key = try syntax { (reader) throws(SyntaxError) in try reader.key(orElse: reason) }
      if text(at: key, equals: "data") {
        guard byte == UInt8(ascii: "[") else { throw .noList }
        try list(types: types, into: &values)
        hasList = true
      } else {
        try syntax { (reader) throws(SyntaxError) in try reader.skipValue(depth: 1) }
      }
      skipWhitespace()
      if byte == UInt8(ascii: "}") { break }
      guard byte == UInt8(ascii: ",") else { throw at(failure(.expectedCommaOrBrace)) }
      position += 1
      skipWhitespace()
      reason = .expectedKey
    }
    position += 1
    guard hasList else { throw .noList }
  }

  // A list of numbers, whose bracket is at the position.
  @inline(__always)
  private mutating func list<Element: RowElement>(types: StaticString, into values: inout MutableSpan<Element>)
    throws(RowError)
  {
    position += 1
    skipWhitespace()
    var column = 0
    if byte == UInt8(ascii: "]") { throw .length(0) }
    while true {
      let type = Element.type(of: column, in: types)
      if isAtDigit || byte == UInt8(ascii: "-") {
        let decimal: Decimal
        do throws(SyntaxError) { decimal = try self.decimal() } catch { throw at(error) }
        try store(decimal, type, column, into: &values)
      } else {
        let value: Element?
        do throws(SyntaxError) { value = try truth(type) } catch { throw at(error) }
        guard let value else {
          try syntax { (reader) throws(SyntaxError) in try reader.skipValue(depth: 1) }
          throw .notNumber(column: column)
        }
        if column < values.count { values[column] = value }
      }
      column += 1
      skipWhitespace()
      if byte == UInt8(ascii: "]") { break }
      guard byte == UInt8(ascii: ",") else { throw at(failure(.expectedCommaOrBracket)) }
      position += 1
      skipWhitespace()
    }
    position += 1
    guard column == values.count else { throw .length(column) }
  }

  /// Stores a number as a feature where the row has a place for it.
  @inline(__always)
  func store<Element: RowElement>(
    _ decimal: Decimal, _ type: NumberType, _ column: Int, into values: inout MutableSpan<Element>
  ) throws(RowError) {
    guard let value: Element = feature(decimal, type) else { throw .unfit(type, column: column) }
    if column < values.count { values[column] = value }
  }

  private mutating func syntax<Result>(
    _ move: (inout JSONReader) throws(SyntaxError) -> Result
  ) throws(RowError) -> Result {
    do throws(SyntaxError) { return try move(&self) } catch { throw at(error) }
  }

  private func at(_ error: SyntaxError) -> RowError { .syntax(error.reason, offset: error.offset) }
}
