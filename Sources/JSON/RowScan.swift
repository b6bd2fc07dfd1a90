extension JSONReader {
  /// Moves over a line with one row, and stores its numbers.
  @inline(__always)
  mutating func jsonRow(into values: inout MutableSpan<Float>) throws(RowError) {
    skipWhitespace()
    if byte == UInt8(ascii: "[") {
      try list(into: &values)
    } else {
      try listOfObject(into: &values)
    }
    skipWhitespace()
    guard position == bytes.count else { throw .syntax(.expectedEnd, offset: position) }
  }

  // An object with a list as the value of `data`.
  @inline(never)
  private mutating func listOfObject(into values: inout MutableSpan<Float>) throws(RowError) {
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
        try list(into: &values)
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
  private mutating func list(into values: inout MutableSpan<Float>) throws(RowError) {
    position += 1
    skipWhitespace()
    var column = 0
    if byte == UInt8(ascii: "]") { throw .length(0) }
    while true {
      guard isAtDigit || byte == UInt8(ascii: "-") else {
        try syntax { (reader) throws(SyntaxError) in try reader.skipValue(depth: 1) }
        throw .notNumber(column: column)
      }
      let decimal: Decimal
      do throws(SyntaxError) { decimal = try self.decimal() } catch { throw at(error) }
      try store(decimal, column, into: &values)
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

  /// Stores a number as a float where the row has a place for it.
  @inline(__always)
  func store(_ decimal: Decimal, _ column: Int, into values: inout MutableSpan<Float>) throws(RowError) {
    let value = Float(decimal.double(in: bytes))
    guard value.isFinite else { throw .notFinite(column: column) }
    if column < values.count { values[column] = value }
  }

  private mutating func syntax<Result>(
    _ move: (inout JSONReader) throws(SyntaxError) -> Result
  ) throws(RowError) -> Result {
    do throws(SyntaxError) { return try move(&self) } catch { throw at(error) }
  }

  private func at(_ error: SyntaxError) -> RowError { .syntax(error.reason, offset: error.offset) }
}
