// A strict reader of JSON texts; the bytes are known to be UTF-8.
struct JSONReader {
  private static let greatestDepth = 16
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func text() throws(DamagedFile) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw unexpected("the end") }
    return value
  }

  private mutating func value(depth: Int) throws(DamagedFile) -> JSONValue {
    guard depth < Self.greatestDepth else {
      throw DamagedFile(offset: position, reason: "the text is nested too deep")
    }
    skipSpace()
    switch peek() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || Self.digits.contains(byte): return .number(try number())
    default:
      for (word, value) in [("null", JSONValue.null), ("true", .bool(true)), ("false", .bool(false))]
      where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return value
      }
      throw unexpected("a value")
    }
  }

  private mutating func object(depth: Int) throws(DamagedFile) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    guard !take("}") else { return .object([]) }
    repeat {
      skipSpace()
      let offset = position
      let key = try string()
      guard keys.insert(key).inserted else {
        throw DamagedFile(offset: offset, reason: "the key \(quoted(key)) is given twice")
      }
      guard take(":") else { throw unexpected("':'") }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw unexpected("',' or '}'") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(DamagedFile) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    guard !take("]") else { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
    } while take(",")
    guard take("]") else { throw unexpected("',' or ']'") }
    return .array(elements)
  }

  private mutating func number() throws(DamagedFile) -> String {
    let start = position
    _ = takeByte("-")
    if !takeByte("0") { try digits() }
    if takeByte(".") { try digits() }
    if takeByte("e") || takeByte("E") {
      _ = takeByte("+") || takeByte("-")
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(DamagedFile) {
    let start = position
    while let byte = peek(), Self.digits.contains(byte) { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }

  private mutating func string() throws(DamagedFile) -> String {
    guard takeByte("\"") else { throw unexpected("a string") }
    var units: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw unexpected("an escaped control character") }
      if byte == UInt8(ascii: "\\") {
        units += String(try escape()).utf8
      } else {
        units.append(byte)
        position += 1
      }
    }
    guard takeByte("\"") else { throw unexpected("'\"'") }
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape() throws(DamagedFile) -> Unicode.Scalar {
    let start = position
    position += 1
    let letter = peek()
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter ?? 0)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var units = [try hexadecimalUnit()]
      if UTF16.isLeadSurrogate(units[0]), takeByte("\\"), takeByte("u") { units.append(try hexadecimalUnit()) }
      if let scalar = String(validating: units, as: UTF16.self)?.unicodeScalars.first { return scalar }
    default: break
    }
    throw DamagedFile(offset: start, reason: "an escape that means no character")
  }

  private mutating func hexadecimalUnit() throws(DamagedFile) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, let text = String(validating: digits, as: UTF8.self), let unit = UInt16(text, radix: 16),
      text.first != "+", text.first != "-"
    else { throw unexpected("four hexadecimal digits") }
    position += 4
    return unit
  }

  private func peek() -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func takeByte(_ byte: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipSpace()
    return takeByte(byte)
  }

  private mutating func skipSpace() {
    while let byte = peek(), [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
  }

  private func unexpected(_ expected: String) -> DamagedFile {
    DamagedFile(offset: min(position, bytes.count), reason: "expected \(expected)")
  }
}
