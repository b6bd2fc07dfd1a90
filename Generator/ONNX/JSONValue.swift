// A JSON text as it is written: numbers keep their text, objects their order.
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable {
    var key: String
    var value: JSONValue
  }

  // The value of an object's key.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  // Reads a whole JSON text (RFC 8259). An object with a key given twice is refused.
  init(parsing bytes: [UInt8]) throws(DamagedFile) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw DamagedFile(offset: error.byteOffsets.lowerBound, reason: "the text is not UTF-8")
    }
    var reader = JSONReader(bytes)
    self = try reader.text()
  }
}
