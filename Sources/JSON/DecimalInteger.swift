extension Decimal {
  /// The integer that this number is, `3.0` and `3e2` among them, of which `text` holds the digits; nil where it is none, or
  /// one beyond 64 bits.
  func integer(in text: Span<UInt8>) -> Int64? {
    // Up to the last digit that is not zero, none may stand behind the point.
    var exponent = exponent
    var end = digits.upperBound
    while end > digits.lowerBound, text[end - 1] == UInt8(ascii: "0") || text[end - 1] == UInt8(ascii: ".") {
      end -= 1
      if text[end] != UInt8(ascii: ".") { exponent += 1 }
    }
    if end == digits.lowerBound { return 0 }
    guard exponent >= 0 else { return nil }
    var magnitude: UInt64 = 0
    for index in digits.lowerBound..<end where text[index] != UInt8(ascii: ".") {
      guard Self.append(UInt64(text[index] - UInt8(ascii: "0")), to: &magnitude) else { return nil }
    }
    // At least 1 now, it is beyond 64 bits after 20 digits at most.
    for _ in 0..<exponent {
      guard Self.append(0, to: &magnitude) else { return nil }
    }
    guard isNegative else { return Int64(exactly: magnitude) }
    return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
  }

  private static func append(_ digit: UInt64, to magnitude: inout UInt64) -> Bool {
    let (tens, overflow) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(digit)
    magnitude = sum
    return !overflow && !carry
  }
}
