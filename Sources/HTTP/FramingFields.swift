// Content-Length and Transfer-Encoding, and what all fields say together.
extension RequestHead {
  // RFC 9110 section 8.6. A list of equal lengths could be accepted; it never comes from an honest client.
  mutating func readContentLength(_ value: Span<UInt8>) throws(RequestError) {
    guard contentLength == nil, let length = Self.length(value) else { throw .badContentLength }
    contentLength = length
  }

  // 1*DIGIT, nil for anything else.
  static func length(_ value: Span<UInt8>) -> Int? {
    guard value.count > 0 else { return nil }
    var length = 0
    for index in value.indices {
      guard value[index].isDigit else { return nil }
      let (product, overflow) = length.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(value[index] - 0x30))
      // A length beyond any limit, which is told apart from a malformed one.
      length = overflow || carry ? Int.max : sum
    }
    return length
  }

  // A list of `token *( OWS ";" OWS token BWS "=" BWS value )`, RFC 9112 sections 6.1 and 7; further lines go on with it.
  mutating func readTransferEncoding(_ value: Span<UInt8>) throws(RequestError) {
    hasTransferEncoding = true
    var list = FieldCursor(value)
    while list.beginElement() {
      // chunked is the last coding and stands once.
      guard !isChunked, let coding = list.takeToken() else { throw .badTransferCoding }
      isChunked = value.extracting(coding).equalsIgnoringCase("chunked")
      if !isChunked { refuse(.unknownTransferCoding) }
      while list.takeSpaced(0x3B) {
        // chunked has no parameters, section 7.1.
        guard !isChunked, list.takeToken() != nil, list.takeSpaced(0x3D), list.takeValue() else {
          throw .badTransferCoding
        }
      }
      guard list.endElement() else { throw .badTransferCoding }
    }
  }

  // What is wrong with the message comes before what this server does not offer.
  func checkFields(_ limits: RequestLimits) throws(RequestError) {
    if !hasHost && !isVersion10 { throw .badHost }
    if hasTransferEncoding {
      if contentLength != nil { throw .ambiguousLength }
      // RFC 9112 section 6.3: without chunked at its end the content has no length. Section 6.1: a message of HTTP/1.0
      // with Transfer-Encoding has faulty framing.
      if !isChunked || isVersion10 { throw .badTransferCoding }
    }
    if let refusal { throw refusal }
    if let contentLength, contentLength > limits.content { throw .contentTooLarge }
  }
}
