/// The shortest decimal that reads back as a given double and, among those of that length, the nearest to it:
/// significand * 10^exponent. The significand may end in zeros and has at most 17 digits.
///
/// The algorithm is Schubfach (Giulietti 2020): all decimals that round to c * 2^q lie between the points halfway to its two
/// neighbours; with 10^k no longer than that interval, four candidates are enough, tested with 128-bit products of the double
/// and both points by 10^-k. Products are rounded to odd, so that comparing them is exact.
struct ShortestDecimal {
  var significand: UInt64
  var exponent: Int

  /// - Parameter value: Positive and finite.
  @inline(__always)
  init(_ value: Double) {
    let fraction = value.significandBitPattern
    let field = Int(value.exponentBitPattern)
    let c = field == 0 ? fraction : fraction | 1 << 52
    let q = max(field, 1) - 1075
    if q <= 0, q > -53, c & (1 << UInt64(-q) - 1) == 0 {
      // An integer below 2^53 is its own shortest decimal, zeros at the end aside.
      self.init(significand: c >> UInt64(-q), exponent: 0)
    } else {
      // Below a power of two doubles lie closer together, except at the least normal one.
      self.init(c, q, lowerIsCloser: fraction == 0 && field > 1)
    }
  }

  private init(significand: UInt64, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  // The names c, q, k, s are those of the paper; u and w, its candidates, are s and s + 1.
  @inline(__always)
  private init(_ c: UInt64, _ q: Int, lowerIsCloser: Bool) {
    // floor(log10(2^q)), or of 3/4 of it.
    let k = (q * 1_262_611 - (lowerIsCloser ? 524_031 : 0)) >> 22
    let h = UInt64(q + PowersOfTen.floorLog2(-k) + 1)
    let power = PowersOfTen.significandRoundedUp(-k)
    // In units of a quarter of 10^k. The ends belong to the interval if c is even, as ties are read half to even.
    let excluded = c & 1
    let lower = roundedToOdd(power, (4 * c - (lowerIsCloser ? 1 : 2)) << h) + excluded
    let upper = roundedToOdd(power, (4 * c + 2) << h) - excluded
    let exact = roundedToOdd(power, (4 * c) << h)

    // Which candidate it is depends on digits that nothing predicts: both pairs are computed, and selected without branches.
    let tens = exact / 40
    let tensBelow = lower <= 40 * tens
    let tensAbove = 40 * tens + 40 <= upper
    let isShorter = tens > 0 && tensBelow != tensAbove

    let s = exact / 4
    let below = lower <= 4 * s
    let above = 4 * s + 4 <= upper
    // Nearer to s + 1: s and three quarters, and halfway if s is odd.
    let isNearerAbove: Bool = 0b1100_1000 >> (exact & 7) & 1 == 1
    let isAbove = below == above ? isNearerAbove : above

    significand = isShorter ? tens + (tensAbove ? 1 : 0) : s + (isAbove ? 1 : 0)
    exponent = isShorter ? k + 1 : k
  }
}

// floor(power * factor / 2^128), with the lowest bit set if that is not exact. As the power may be rounded up, a product
// counts as exact up to one unit above.
@inline(__always)
private func roundedToOdd(_ power: (high: UInt64, low: UInt64), _ factor: UInt64) -> UInt64 {
  let carried = power.low.multipliedFullWidth(by: factor).high
  let product = power.high.multipliedFullWidth(by: factor)
  let (low, overflow) = product.low.addingReportingOverflow(carried)
  return (product.high + (overflow ? 1 : 0)) | (low > 1 ? 1 : 0)
}
