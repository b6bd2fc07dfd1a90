// From decimal to binary, correctly rounded, half to even. Three ways, each for what the one before leaves over:
// one exact operation on doubles (Clinger 1990), a product of 64 by 128 bits (Eisel and Lemire 2021), integers of any length.
extension Decimal {
  /// The double that is nearest to this number, of which `text` holds the digits.
  @inline(__always)
  func double(in text: Span<UInt8>) -> Double {
    let isExact = digitCount <= 19 && significand <= 1 << 53
    guard isExact, exponent >= -22, exponent <= 22 else { return roundedDouble(in: text) }
    let integer = Double(significand)
    let power = exactPowersOfTen[abs(exponent)]
    let magnitude = exponent < 0 ? integer / power : integer * power
    return isNegative ? -magnitude : magnitude
  }

  @inline(never)
  private func roundedDouble(in text: Span<UInt8>) -> Double {
    var leading = LeadingDigits(significand: significand, exponent: exponent, isTruncated: false)
    if digitCount > 19 { leading = leadingDigits(in: text) }
    let bits =
      switch leading.rounded() {
      case .exact(let bits): bits
      case .between(let lower): roundedByDigits(lower, in: text)
      }
    return Double(bitPattern: isNegative ? bits | 1 << 63 : bits)
  }

  // The first 19 digits after any zeros in front.
  private func leadingDigits(in text: Span<UInt8>) -> LeadingDigits {
    var leading = LeadingDigits(significand: 0, exponent: exponent, isTruncated: false)
    for index in digits where text[index] != UInt8(ascii: ".") {
      let digit = text[index] - UInt8(ascii: "0")
      if leading.significand < 1_000_000_000_000_000_000 {
        leading.significand = leading.significand * 10 + UInt64(digit)
      } else {
        leading.exponent += 1
        if digit != 0 { leading.isTruncated = true }
      }
    }
    return leading
  }
}

// The powers of ten that are doubles.
private let exactPowersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
