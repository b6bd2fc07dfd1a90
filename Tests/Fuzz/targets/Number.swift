@testable import JSON

// Numbers are read as C reads them, and written so that they are read back, with as few digits as can be.
func check(_ input: [UInt8]) {
  checkReading(input)
  // Inputs whose bytes are those of a double.
  for start in stride(from: 0, to: input.count - 7, by: 8) {
    checkWriting(Double(bitPattern: input[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) }))
  }
}

private func checkReading(_ input: [UInt8]) {
  // The other reader passes over space before a value.
  if let first = input.first, [0x20, 0x09, 0x0A, 0x0D].contains(first) { return }
  var reader = JSONReader(input.span)
  do throws(SyntaxError) {
    let value = try reader.decimal().double(in: input.span)
    precondition(bits(input[..<reader.position]) == value.bitPattern, "read as \(value)")
    checkWriting(value)
  } catch {
    precondition(error.offset <= input.count, "offset \(error.offset)")
    precondition(bits(input[...]) == nil, "\(error.reason) at byte \(error.offset)")
  }
}

// The bits of the double that strtod makes of a JSON number.
private func bits(_ text: ArraySlice<UInt8>) -> UInt64? {
  guard case .number(let value)? = try? ReferenceJSON.parse(Array(text)) else { return nil }
  return value.bitPattern
}

private func checkWriting(_ value: Double) {
  guard value.isFinite else { return }
  let text = written { JSONNumber.write(value, to: &$0) }
  precondition(text.utf8.count <= JSONNumber.maximumLength, text)
  precondition((try? parse(text).get().bitPattern) == value.bitPattern, "\(value) is written as \(text)")
  precondition(bits(Array(text.utf8)[...]) == value.bitPattern, "\(value) is written as \(text)")
  precondition(digits(text) == digits("\(value)"), "\(value) is written as \(text)")
}

// The significant digits, without zeros before and behind them.
private func digits(_ text: String) -> Substring {
  var digits = text.prefix { $0 != "e" }.filter { $0 != "." && $0 != "-" }[...].drop { $0 == "0" }
  while digits.last == "0" { digits.removeLast() }
  return digits
}
