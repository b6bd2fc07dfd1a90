/// A natural number of up to 2,688 bits on the stack.
///
/// The longest that rounding a decimal needs is 2^53 * 5^1092, 2,590 bits.
struct BigInteger {
  // Lowest limb first; those from `count` on are 0, and the highest below it is not.
  private var limbs = InlineArray<42, UInt64>(repeating: 0)
  private var count = 0

  init(_ value: UInt64) {
    if value > 0 { append(value) }
  }

  /// self = self * factor + summand, with a factor other than 0.
  mutating func multiply(by factor: UInt64, adding summand: UInt64 = 0) {
    var carry = summand
    for index in 0..<count {
      let product = limbs[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      limbs[index] = low
      carry = product.high + (overflow ? 1 : 0)
    }
    if carry > 0 { append(carry) }
  }

  mutating func multiply(byPowerOfFive exponent: Int) {
    var remaining = exponent
    // 5^27 is the largest power of five below 2^64.
    while remaining >= 27 {
      multiply(by: 7_450_580_596_923_828_125)
      remaining -= 27
    }
    var factor: UInt64 = 1
    for _ in 0..<remaining { factor *= 5 }
    multiply(by: factor)
  }

  mutating func shiftLeft(by bits: Int) {
    if count == 0 || bits == 0 { return }
    let whole = bits >> 6
    let part = UInt64(bits & 63)
    for index in (0...count).reversed() {
      let upper = index < count ? limbs[index] << part : 0
      let lower = index > 0 && part > 0 ? limbs[index - 1] >> (64 - part) : 0
      // The limb behind the highest is written only where it is not 0: there may be no room for it.
      if index < count || lower > 0 { limbs[index + whole] = upper | lower }
    }
    for index in 0..<whole { limbs[index] = 0 }
    count = min(count + whole + 1, limbs.count)
    while limbs[count - 1] == 0 { count -= 1 }
  }

  /// Whether this number is smaller than, equal to or greater than another: -1, 0 or 1.
  func compared(to other: borrowing BigInteger) -> Int {
    if count != other.count { return count < other.count ? -1 : 1 }
    for index in (0..<count).reversed() where limbs[index] != other.limbs[index] {
      return limbs[index] < other.limbs[index] ? -1 : 1
    }
    return 0
  }

  private mutating func append(_ limb: UInt64) {
    limbs[count] = limb
    count += 1
  }
}
