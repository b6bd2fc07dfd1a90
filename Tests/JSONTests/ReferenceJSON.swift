import Glibc

@testable import JSON

/// A JSON reader as plain as the grammar of RFC 8259, with recursion, for comparison.
indirect enum ReferenceJSON {
  case object([(key: [UInt8], value: ReferenceJSON)])
  case list([ReferenceJSON])
  case number(Double)
  // The decoded text; 0xFF, which no text has, stands for a lone surrogate.
  case string([UInt8])
  case boolean(Bool)
  case null

  struct Invalid: Error {}

  static func parse(_ bytes: [UInt8]) throws -> ReferenceJSON {
    var parser = ReferenceParser(bytes: bytes)
    let value = try parser.value(depth: 0)
    parser.space()
    guard parser.index == bytes.count else { throw Invalid() }
    return value
  }

  /// What the rules for a body say, syntax errors without their reason as nil.
  static func outcome(of body: [UInt8], columns: Int) -> Outcome? {
    if body.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) { return .failure(.missing) }
    guard let value = try? parse(body) else { return nil }
    guard case .object(let members) = value else { return .failure(.wrongType(.body)) }
    guard let data = members.last(where: { $0.key == Array("data".utf8) })?.value else { return .failure(.missing) }
    guard case .list(let list) = data else { return .failure(.wrongType(.data)) }
    var rows: [[Float]] = []
    for (row, value) in list.enumerated() {
      guard case .list(let elements) = value else { return .failure(.wrongType(.row(row))) }
      rows.append([])
      for (column, element) in elements.enumerated() {
        guard case .number(let number) = element else {
          return .failure(.wrongType(.element(row: row, column: column)))
        }
        guard Float(number).isFinite else { return .failure(.unfit(.float32, row: row, column: column)) }
        rows[row].append(Float(number))
      }
    }
    if rows.isEmpty { return .failure(.noRows) }
    if let row = rows.firstIndex(where: { $0.count != columns }) {
      return .failure(.rowLength(row: row, count: rows[row].count))
    }
    return .rows(rows)
  }
}

private struct ReferenceParser {
  var bytes: [UInt8]
  var index = 0

  mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  mutating func require(_ text: String) throws {
    guard take(text) else { throw ReferenceJSON.Invalid() }
  }

  mutating func space() {
    while take(" ") || take("\n") || take("\r") || take("\t") {}
  }

  mutating func value(depth: Int) throws -> ReferenceJSON {
    space()
    defer { space() }
    if take("{") {
      guard depth < 64 else { throw ReferenceJSON.Invalid() }
      var members: [(key: [UInt8], value: ReferenceJSON)] = []
      space()
      if take("}") { return .object([]) }
      repeat {
        space()
        let key = try string()
        space()
        try require(":")
        members.append((key, try value(depth: depth + 1)))
      } while take(",")
      try require("}")
      return .object(members)
    }
    if take("[") {
      guard depth < 64 else { throw ReferenceJSON.Invalid() }
      var elements: [ReferenceJSON] = []
      space()
      if take("]") { return .list([]) }
      repeat { elements.append(try value(depth: depth + 1)) } while take(",")
      try require("]")
      return .list(elements)
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return .string(try string()) }
    if take("true") { return .boolean(true) }
    if take("false") { return .boolean(false) }
    if take("null") { return .null }
    return .number(try number())
  }

  mutating func number() throws -> Double {
    let start = index
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return unsafe strtod(String(decoding: bytes[start..<index], as: UTF8.self), nil)
  }

  mutating func digits() throws {
    let count = bytes[index...].prefix { (0x30...0x39).contains($0) }.count
    guard count > 0 else { throw ReferenceJSON.Invalid() }
    index += count
  }

  mutating func string() throws -> [UInt8] {
    try require("\"")
    let start = index
    var decoded: [UInt8] = []
    while !take("\"") {
      guard index < bytes.count, bytes[index] >= 0x20 else { throw ReferenceJSON.Invalid() }
      if take("\\u") {
        decoded += try scalar()
      } else if take("\\") {
        guard let (_, meaning) = Self.escapes.first(where: { take($0.letter) }) else { throw ReferenceJSON.Invalid() }
        decoded += meaning.utf8
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    guard String(validating: bytes[start..<index], as: UTF8.self) != nil else { throw ReferenceJSON.Invalid() }
    return decoded
  }

  static let escapes: [(letter: String, meaning: String)] = [
    ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{C}"), ("n", "\n"), ("r", "\r"), ("t", "\t"),
  ]

  // What \u stands for, which was taken, together with the other half of a pair of surrogates.
  mutating func scalar() throws -> [UInt8] {
    let unit = try unit()
    let behind = index
    if unit & 0xFC00 == 0xD800, take("\\u") {
      let low = try self.unit()
      if low & 0xFC00 == 0xDC00 { return Array(String(decoding: [unit, low], as: UTF16.self).utf8) }
      index = behind
    }
    return Unicode.Scalar(unit).map { Array(String($0).utf8) } ?? [0xFF]
  }

  mutating func unit() throws -> UInt16 {
    let digits = bytes[index...].prefix(4)
    let isHexadecimal = digits.allSatisfy {
      Character(Unicode.Scalar($0)).isASCII && Character(Unicode.Scalar($0)).isHexDigit
    }
    guard digits.count == 4, isHexadecimal else { throw ReferenceJSON.Invalid() }
    index += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)!
  }
}
