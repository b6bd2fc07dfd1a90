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
      readExpect(Self.value(bytes, colon + 1, end))
    case 10 where name.equalsIgnoringCase("connection"):
      try readConnection(Self.value(bytes, colon + 1, end))
    case 11 where name.equalsIgnoringCase("traceparent"):
      readTraceParent(bytes, Self.place(bytes, colon + 1, end))
    case 12 where name.equalsIgnoringCase("x-request-id"):
      readRequestID(bytes, Self.place(bytes, colon + 1, end))
    case 12 where name.equalsIgnoringCase("content-type"):
      try readContentType(Self.value(bytes, colon + 1, end))
    case 14 where name.equalsIgnoringCase("content-length"):
      try readContentLength(Self.value(bytes, colon + 1, end))
    case 16 where name.equalsIgnoringCase("content-encoding"):
      readContentEncoding(Self.value(bytes, colon + 1, end))
    case 17 where name.equalsIgnoringCase("transfer-encoding"):
      try readTransferEncoding(Self.value(bytes, colon + 1, end))
    case 31 where name.equalsIgnoringCase("inference-header-content-length"):
      readJSONLength(Self.value(bytes, colon + 1, end))
    default: break
    }
  }

  @_lifetime(copy bytes)
  private static func value(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Span<UInt8> {
    bytes.extracting(place(bytes, start, end))
  }

  // Where the value stands, without the blanks around it.
  private static func place(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
    var (first, last) = (start, end)
    while first < last && bytes[first].isBlank { first += 1 }
    while last > first && bytes[last - 1].isBlank { last -= 1 }
    return first..<last
  }

  private mutating func readHost(_ value: Span<UInt8>) throws(RequestError) {
    guard !hasHost, Authority.isValid(value, portRequired: false) else { throw .badHost }
    hasHost = true
  }

  // A list of tokens, RFC 9110 section 7.6.1.
  private mutating func readConnection(_ value: Span<UInt8>) throws(RequestError) {
    var list = FieldCursor(value)
    while let option = list.nextToken() {
      if value.extracting(option).equalsIgnoringCase("close") {
        connectionClose = true
      } else if value.extracting(option).equalsIgnoringCase("keep-alive") {
        connectionKeepAlive = true
      }
    }
    if !list.isAtEnd { throw .badField }
  }

  // RFC 9110 section 10.1.1: 100-continue is the only expectation there is.
  private mutating func readExpect(_ value: Span<UInt8>) {
    var list = FieldCursor(value)
    while let expectation = list.nextToken() {
      if value.extracting(expectation).equalsIgnoringCase("100-continue") {
        expectsContinue = true
      } else {
        refuse(.unknownExpectation)
      }
    }
    if !list.isAtEnd { refuse(.unknownExpectation) }
  }
}
