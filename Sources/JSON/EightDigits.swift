/// Eight decimal digits in one machine word, the first digit in the lowest byte.
enum EightDigits {
  static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// Whether all eight bytes are ASCII digits.
  @inline(__always)
  static func areDigits(_ text: UInt64) -> Bool {
    ((text &+ 0x4646_4646_4646_4646) | (text &- zeros)) & 0x8080_8080_8080_8080 == 0
  }

  /// The number that eight ASCII digits stand for: pairs, then fours, then all eight are joined.
  @inline(__always)
  static func number(_ text: UInt64) -> UInt64 {
    let digits = text &- zeros
    let pairs = digits &* 10 &+ (digits >> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let odd = (pairs & mask) &* 0x000F_4240_0000_0064
    let even = ((pairs >> 16) & mask) &* 0x0000_2710_0000_0001
    return (odd &+ even) >> 32
  }

  /// The digits, each 0 to 9, of a number below 10^8: fours, then pairs, then single digits are split off.
  @inline(__always)
  static func digits(_ number: UInt64) -> UInt64 {
    let fours = number / 10_000 | (number % 10_000) << 32
    // 10486 / 2^20 and 103 / 2^10 divide by 100 and 10 exactly below 10^4 and 10^2.
    let hundreds = ((fours &* 10486) >> 20) & 0x0000_007F_0000_007F
    let pairs = hundreds | (fours &- hundreds &* 100) << 16
    let tens = ((pairs &* 103) >> 10) & 0x000F_000F_000F_000F
    return tens | (pairs &- tens &* 10) << 8
  }
}
