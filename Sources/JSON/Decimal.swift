/// A decimal number as it was written: significand * 10^exponent.
struct Decimal {
  var isNegative: Bool

  // All digits as one integer; modulo 2^64 if there are more than 19.
  var significand: UInt64

  var exponent: Int

  // How many digits were written, zeros in front included.
  var digitCount: Int

  // Where the digits lie in the text, a point among them.
  var digits: Range<Int>
}

extension JSONReader {
  /// Moves over a number.
  @inline(__always)
  mutating func decimal() throws(SyntaxError) -> Decimal {
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let start = position
    var significand: UInt64 = 0
    guard isAtDigit else { throw failure(.expectedDigit) }
    if byte == UInt8(ascii: "0") {
      position += 1
      if isAtDigit { throw failure(.leadingZero) }
    } else {
      appendDigits(to: &significand)
    }
    var digitCount = position - start
    var exponent = 0
    if byte == UInt8(ascii: ".") {
      position += 1
      guard isAtDigit else { throw failure(.expectedDigit) }
      let fraction = position
      appendEightDigits(to: &significand)
      appendDigits(to: &significand)
      exponent = fraction - position
      digitCount -= exponent
    }
    let digits = start..<position
    if byte | 0x20 == UInt8(ascii: "e") { exponent += try exponentPart() }
    return Decimal(
      isNegative: isNegative, significand: significand, exponent: exponent, digitCount: digitCount, digits: digits)
  }

  @inline(__always)
  private mutating func appendDigits(to significand: inout UInt64) {
    while isAtDigit {
      significand = significand &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
      position += 1
    }
  }

  @inline(__always)
  private mutating func appendEightDigits(to significand: inout UInt64) {
    while bytes.count - position >= 8 {
      // Eight bytes are left, and any of them make a UInt64.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      let text = UInt64(littleEndian: word)
      guard EightDigits.areDigits(text) else { return }
      significand = significand &* 100_000_000 &+ EightDigits.number(text)
      position += 8
    }
  }

  // Large exponents stay below 10^18: far beyond what the digits of any text can make up for, and far from overflow.
  private mutating func exponentPart() throws(SyntaxError) -> Int {
    position += 1
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative || byte == UInt8(ascii: "+") { position += 1 }
    guard isAtDigit else { throw failure(.expectedDigit) }
    var exponent = 0
    while isAtDigit {
      if exponent < 100_000_000_000_000_000 { exponent = exponent * 10 + Int(byte - UInt8(ascii: "0")) }
      position += 1
    }
    return isNegative ? -exponent : exponent
  }
}
