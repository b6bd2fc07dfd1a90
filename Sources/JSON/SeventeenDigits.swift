/// A decimal as exactly 17 digits, zeros filling up the end: first.secondthird * 10^exponent.
struct SeventeenDigits {
  let first: UInt8

  // Eight digits each, see EightDigits.
  let second: UInt64
  let third: UInt64

  let exponent: Int

  @inline(__always)
  init(_ decimal: ShortestDecimal) {
    let digitCount = decimalDigitCount(decimal.significand)
    let scaled = decimal.significand * integerPowersOfTen[17 - digitCount]
    let upper = scaled / 100_000_000
    first = UInt8(truncatingIfNeeded: upper / 100_000_000)
    second = EightDigits.digits(upper % 100_000_000)
    third = EightDigits.digits(scaled % 100_000_000)
    exponent = decimal.exponent + digitCount - 1
  }

  /// How many digits there are without the zeros at the end.
  @inline(__always)
  var count: Int {
    if third != 0 { return 17 - third.leadingZeroBitCount / 8 }
    return 9 - second.leadingZeroBitCount / 8
  }

  /// Writes all 17 digits in ASCII.
  @inline(__always)
  func write(to area: inout MutableSpan<UInt8>, at offset: Int) {
    area[offset] = UInt8(ascii: "0") + first
    // Any bytes may be stored in a span of UInt8; where they go is checked.
    var bytes = unsafe area.mutableBytes
    bytes.storeBytes(of: (second | EightDigits.zeros).littleEndian, toByteOffset: offset + 1, as: UInt64.self)
    bytes.storeBytes(of: (third | EightDigits.zeros).littleEndian, toByteOffset: offset + 9, as: UInt64.self)
  }
}

// Of a number from 1 to 10^17 - 1. 1233 / 4096 is a little more than log10(2).
@inline(__always)
private func decimalDigitCount(_ number: UInt64) -> Int {
  let estimate = ((64 - number.leadingZeroBitCount) * 1233) >> 12
  return number < integerPowersOfTen[estimate] ? estimate : estimate + 1
}

private let integerPowersOfTen: [UInt64] = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
]
