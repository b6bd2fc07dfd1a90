/// The fields of a line, one after the other, whatever they hold (RFC 4180); a field in quotes ends on its line.
///
/// For what is seldom asked: what the first line is, and why a row is none.
struct CSVFields: ~Escapable {
  struct Field {
    // Between the quotes where there are some, without the blanks around it.
    var text: Range<Int>

    // Whether quotes that were opened were closed, right before the comma or the end.
    var isEnclosed = true
  }

  let bytes: Span<UInt8>
  private var position = 0
  private var isAtEnd = false

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  /// The next field; a line has at least one.
  mutating func next() -> Field? {
    if isAtEnd { return nil }
    while position < bytes.count, isBlank(position) { position += 1 }
    let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
    var field = isQuoted ? enclosed() : Field(text: position..<position)
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ",") { position += 1 }
    let rest = trimmed(start..<position)
    if !isQuoted { field.text = rest } else if !rest.isEmpty { field.isEnclosed = false }
    isAtEnd = position == bytes.count
    position += 1
    return field
  }

  // A field whose quote is at the position, up to behind the closing one; a doubled one stands for itself.
  private mutating func enclosed() -> Field {
    let start = position + 1
    position = start
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else {
          position += 1
          return Field(text: trimmed(start..<position - 1))
        }
        position += 1
      }
      position += 1
    }
    position = bytes.count
    return Field(text: start..<bytes.count, isEnclosed: false)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(start) { start += 1 }
    while start < end, isBlank(end - 1) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
  }
}

extension CSVFields {
  /// How many fields a line has.
  @inline(never)
  static func count(in bytes: Span<UInt8>) -> Int {
    var fields = CSVFields(bytes)
    var count = 0
    while fields.next() != nil { count += 1 }
    return count
  }

  /// Why a field of a line is no number.
  @inline(never)
  static func error(_ column: Int, in bytes: Span<UInt8>) -> RowError {
    var fields = CSVFields(bytes)
    var field = fields.next()
    for _ in 0..<column { field = fields.next() }
    guard let field, field.isEnclosed else { return .quote(column: column) }
    return field.text.isEmpty ? .empty(column: column) : .notNumber(column: column)
  }

  /// Whether a line names columns: none of its fields is a number, and not all are empty.
  @inline(never)
  static func areNames(in bytes: Span<UInt8>) -> Bool {
    var fields = CSVFields(bytes)
    var hasName = false
    while let field = fields.next() {
      guard field.isEnclosed else { return false }
      if !field.text.isEmpty { hasName = true }
      var reader = JSONReader(bytes.extracting(field.text))
      if (try? reader.decimal()) != nil, reader.position == field.text.count { return false }
    }
    return hasName
  }
}
