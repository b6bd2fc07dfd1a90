import Inference

extension JSONReader {
  /// Moves over a line of comma-separated numbers, and stores them.
  @inline(__always)
  mutating func csvRow<Element: RowElement>(types: StaticString, into values: inout MutableSpan<Element>)
    throws(RowError)
  {
    var column = 0
    while true {
      let decimal: Decimal
      do throws(SyntaxError) { decimal = try field() } catch { throw CSVFields.error(column, in: bytes) }
      guard position == bytes.count || byte == UInt8(ascii: ",") else { throw CSVFields.error(column, in: bytes) }
      try store(decimal, Element.type(of: column, in: types), column, into: &values)
      column += 1
      if position == bytes.count { break }
      // Whatever the fields beyond the last are, there are too many of them.
      if column == values.count { throw .length(CSVFields.count(in: bytes)) }
      position += 1
    }
    guard column == values.count else { throw .length(column) }
  }

  // A number with what may stand around it. Which error is thrown does not matter.
  @inline(__always)
  private mutating func field() throws(SyntaxError) -> Decimal {
    skipBlanks()
    guard byte == UInt8(ascii: "\"") else {
      let decimal = try decimal()
      skipBlanks()
      return decimal
    }
    position += 1
    skipBlanks()
    let decimal = try decimal()
    skipBlanks()
    guard byte == UInt8(ascii: "\"") else { throw failure(.expectedEnd) }
    position += 1
    skipBlanks()
    return decimal
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }
}
