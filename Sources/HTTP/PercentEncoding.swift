extension Span<UInt8> {
  // The octet of a pct-encoded at an index, RFC 3986 section 2.1; nil where none stands there.
  func encodedOctet(at index: Int) -> UInt8? {
    guard index + 2 < count, self[index] == 0x25, let high = self[index + 1].hexadecimalValue,
      let low = self[index + 2].hexadecimalValue
    else { return nil }
    return high << 4 | low
  }
}
