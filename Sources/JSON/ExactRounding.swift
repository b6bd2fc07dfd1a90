extension Decimal {
  // A point halfway between two doubles has at most 767 significant digits (subnormal ones have the most).
  private static let decidingDigits = 768

  /// The nearest double, half to even, given the bits of a double that is not above this number and such that the number is
  /// nearest to it or to the next one; `text` holds the digits.
  ///
  /// The number is compared with the point halfway between the two, both as integers of a common exponent.
  @inline(never)
  func roundedByDigits(_ lower: UInt64, in text: Span<UInt8>) -> UInt64 {
    let field = Int(lower >> 52)
    let fraction = lower & (1 << 52 - 1)
    let halfway = 2 * (field == 0 ? fraction : fraction | 1 << 52) + 1
    let halfwayExponent = max(field, 1) - 1076

    var number = decidingInteger(in: text)
    var limit = BigInteger(halfway)
    if number.exponent < 0 {
      limit.multiply(byPowerOfFive: -number.exponent)
    } else {
      number.integer.multiply(byPowerOfFive: number.exponent)
    }
    // What is left of the powers of ten are powers of two.
    let bits = number.exponent - halfwayExponent
    if bits < 0 { limit.shiftLeft(by: -bits) } else { number.integer.shiftLeft(by: bits) }

    return switch number.integer.compared(to: limit) {
    case -1: lower
    case 0 where !number.isTruncated: lower + lower & 1
    default: lower + 1
    }
  }

  // The first 768 digits after any zeros in front, and whether digits other than zeros come behind them.
  private func decidingInteger(in text: Span<UInt8>) -> (integer: BigInteger, exponent: Int, isTruncated: Bool) {
    var integer = BigInteger(0)
    var exponent = exponent
    var isTruncated = false
    var count = 0
    // Up to 19 digits are gathered in a word.
    var word: UInt64 = 0
    var scale: UInt64 = 1
    for index in digits where text[index] != UInt8(ascii: ".") {
      let digit = UInt64(text[index] - UInt8(ascii: "0"))
      if digit > 0 || count > 0 { count += 1 }
      if count > Self.decidingDigits {
        exponent += 1
        if digit > 0 { isTruncated = true }
        continue
      }
      word = word * 10 + digit
      scale *= 10
      if scale == 10_000_000_000_000_000_000 {
        integer.multiply(by: scale, adding: word)
        (word, scale) = (0, 1)
      }
    }
    integer.multiply(by: scale, adding: word)
    return (integer, exponent, isTruncated)
  }
}
