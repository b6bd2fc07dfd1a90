// What Content-Type and Content-Encoding say of the content. A value against the grammar names no type known here.
extension RequestHead {
  // application/json or another type with the suffix +json (RFC 6839), or octets of no stated kind. It may stand once,
  // RFC 9110 section 8.3.
  mutating func readContentType(_ value: Span<UInt8>) throws(RequestError) {
    guard !hasContentType else { throw .repeatedField }
    hasContentType = true
    // A content coding that came before it has made it another content.
    guard content == .unstated else { return }
    content = Self.isJSON(value) ? .json : value.equalsIgnoringCase("application/octet-stream") ? .octets : .other
  }

  // `type "/" subtype *( OWS ";" OWS [ name "=" value ] )`, RFC 9110 sections 8.3.1 and 5.6.6.
  private static func isJSON(_ value: Span<UInt8>) -> Bool {
    var cursor = FieldCursor(value)
    guard let type = cursor.takeToken(), cursor.take(0x2F), let subtype = cursor.takeToken() else { return false }
    let name = value.extracting(subtype)
    guard value.extracting(type).equalsIgnoringCase("application"),
      name.equalsIgnoringCase("json")
        || name.extracting(max(0, name.count - 5)..<name.count).equalsIgnoringCase("+json")
    else { return false }
    while cursor.takeSpaced(0x3B) {
      if cursor.takeToken() != nil {
        guard cursor.take(0x3D), cursor.takeValue() else { return false }
      }
    }
    return cursor.isAtEnd
  }

  // The field of the extension binary_tensor_data, of the form of Content-Length and as that one once. Only what takes such
  // content refuses it, so that it is noted here as malformed.
  mutating func readJSONLength(_ value: Span<UInt8>) {
    jsonLength = jsonLength == nil ? Self.length(value) ?? -1 : -1
  }

  // A list of codings, RFC 9110 section 8.4, of which identity changes nothing.
  mutating func readContentEncoding(_ value: Span<UInt8>) {
    var list = FieldCursor(value)
    while let coding = list.nextToken() {
      if !value.extracting(coding).equalsIgnoringCase("identity") { content = .other }
    }
    if !list.isAtEnd { content = .other }
  }
}
