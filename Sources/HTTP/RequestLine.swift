extension RequestHead {
  // Reads `method SP request-target SP HTTP-version`, RFC 9112 section 3. line is bytes[start..<end].
  mutating func readRequestLine(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) throws(RequestError) {
    var index = start
    while index < end && bytes[index].isTokenCharacter { index += 1 }
    guard index > start, index < end, bytes[index] == 0x20 else { throw .badRequestLine }
    statedMethod = Method(bytes.extracting(start..<index))
    if statedMethod == nil { refuse(.unknownMethod) }

    let targetStart = index + 1
    index = targetStart
    while index < end && bytes[index] != 0x20 { index += 1 }
    guard index > targetStart, index < end else { throw .badRequestLine }
    target = targetStart..<index

    isVersion10 = try Self.isVersion10(bytes.extracting((index + 1)..<end))
    guard RequestTarget.isValid(bytes.extracting(target), for: method) else { throw .badTarget }
    // RFC 9110 section 7.4: what is of https is not given without TLS.
    if bytes.extracting(target).startsIgnoringCase(with: "https://") { refuse(.misdirected) }
  }

  // HTTP-version is `HTTP/` DIGIT `.` DIGIT, RFC 9112 section 2.3. A later minor version of 1 is spoken to as 1.1.
  private static func isVersion10(_ version: Span<UInt8>) throws(RequestError) -> Bool {
    guard version.count == 8, version.extracting(0..<5).equals("HTTP/"), version[5].isDigit, version[6] == 0x2E,
      version[7].isDigit
    else { throw .badRequestLine }
    guard version[5] == 0x31 else { throw .unknownVersion }
    return version[7] == 0x30
  }
}
