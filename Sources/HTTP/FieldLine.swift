extension RequestHead {
  // Reads `field-name ":" OWS field-value OWS`, RFC 9112 section 5, from bytes[start..<end]. The line has no control
  // characters. A line that begins with white space is obs-fold, section 5.2, and has no field name.
  mutating func readField(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) throws(RequestError) {
    var colon = start
    while colon < end && bytes[colon].isTokenCharacter { colon += 1 }
    guard colon > start, colon < end, bytes[colon] == 0x3A else { throw .badField }
    let name = bytes.extracting(start..<colon)
    // The names that matter differ in length, so most fields cost one comparison.
    switch name.count {
    case 4 where name.equalsIgnoringCase("host"):
      try readHost(Self.value(bytes, colon + 1, end))
    case 6 where name.equalsIgnoringCase("expect"):
      try readExpect(Self.value(bytes, colon + 1, end))
    case 10 where name.equalsIgnoringCase("connection"):
      try readConnection(Self.value(bytes, colon + 1, end))
    case 12 where name.equalsIgnoringCase("content-type"):
      try readContentType(Self.value(bytes, colon + 1, end))
    case 14 where name.equalsIgnoringCase("content-length"):
      try readContentLength(Self.value(bytes, colon + 1, end))
    case 16 where name.equalsIgnoringCase("content-encoding"):
      try readContentEncoding(Self.value(bytes, colon + 1, end))
    case 17 where name.equalsIgnoringCase("transfer-encoding"):
      try readTransferEncoding(Self.value(bytes, colon + 1, end))
    default: break
    }
  }

  @_lifetime(copy bytes)
  private static func value(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Span<UInt8> {
    var (first, last) = (start, end)
    while first < last && bytes[first].isBlank { first += 1 }
    while last > first && bytes[last - 1].isBlank { last -= 1 }
    return bytes.extracting(first..<last)
  }

  private mutating func readHost(_ value: Span<UInt8>) throws(RequestError) {
    guard !hasHost, Authority.isValid(value, portRequired: false) else { throw .badHost }
    hasHost = true
  }

  // RFC 9110 section 10.1.1: 100-continue is the only expectation there is.
  private mutating func readExpect(_ value: Span<UInt8>) throws(RequestError) {
    guard value.equalsIgnoringCase("100-continue") else { throw .unknownExpectation }
    expectsContinue = true
  }

  // A list of tokens, RFC 9110 section 7.6.1; empty elements are allowed, section 5.6.1.
  private mutating func readConnection(_ value: Span<UInt8>) throws(RequestError) {
    var index = 0
    while index < value.count {
      var end = index
      while end < value.count && value[end] != 0x2C { end += 1 }
      let option = Self.value(value, index, end)
      for position in option.indices where !option[position].isTokenCharacter { throw .badField }
      if option.equalsIgnoringCase("close") {
        connectionClose = true
      } else if option.equalsIgnoringCase("keep-alive") {
        connectionKeepAlive = true
      }
      index = end + 1
    }
  }

  // application/json or another type with the suffix +json (RFC 6839), parameters passed over.
  private mutating func readContentType(_ value: Span<UInt8>) throws(RequestError) {
    guard !hasContentType else { throw .repeatedField }
    hasContentType = true
    var end = 0
    while end < value.count && value[end] != 0x3B { end += 1 }
    let type = Self.value(value, 0, end)
    let isJSON =
      type.equalsIgnoringCase("application/json")
      || (type.startsIgnoringCase(with: "application/")
        && type.extracting(max(0, type.count - 5)..<type.count).equalsIgnoringCase("+json"))
    if !isJSON { content = .other } else if content == .unstated { content = .json }
  }

  private mutating func readContentEncoding(_ value: Span<UInt8>) throws(RequestError) {
    guard !hasContentEncoding else { throw .repeatedField }
    hasContentEncoding = true
    if !value.equalsIgnoringCase("identity") { content = .other }
  }

  // 1*DIGIT, RFC 9110 section 8.6. A list of equal lengths could be accepted; it never comes from an honest client.
  private mutating func readContentLength(_ value: Span<UInt8>) throws(RequestError) {
    guard contentLength == nil, value.count > 0 else { throw .badContentLength }
    var length = 0
    for index in value.indices {
      guard value[index].isDigit else { throw .badContentLength }
      let (product, overflow) = length.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(value[index] - 0x30))
      // A length beyond any limit, which is told apart from a malformed one.
      length = overflow || carry ? Int.max : sum
    }
    contentLength = length
  }

  // RFC 9112 section 6.1: chunked, once, is all that is taken.
  private mutating func readTransferEncoding(_ value: Span<UInt8>) throws(RequestError) {
    guard !isChunked else { throw .badTransferCoding }
    guard value.equalsIgnoringCase("chunked") else {
      let endsChunked =
        value.count > 7 && value.extracting((value.count - 7)..<value.count).equalsIgnoringCase("chunked")
      throw endsChunked ? .unknownTransferCoding : .badTransferCoding
    }
    isChunked = true
  }

  // What the fields say together, once all are read.
  func checkFields(_ limits: RequestLimits) throws(RequestError) {
    if !hasHost && !isVersion10 { throw .badHost }
    if isChunked {
      if contentLength != nil { throw .ambiguousLength }
      // RFC 9112 section 6.1: a message of HTTP/1.0 with Transfer-Encoding has faulty framing.
      if isVersion10 { throw .badTransferCoding }
    }
    if let contentLength, contentLength > limits.content { throw .contentTooLarge }
  }
}
