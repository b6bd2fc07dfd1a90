/// A number of at most 19 digits, or the first 19 of a longer one.
struct LeadingDigits {
  var significand: UInt64
  var exponent: Int

  // Whether digits other than zeros were left out; the number lies above this one then, by less than one in the last digit.
  var isTruncated: Bool

  enum Rounded {
    case exact(UInt64)
    case between(UInt64)
  }

  // The bits of the nearest double, where the product decides; else of the largest double found not to be above the number.
  func rounded() -> Rounded {
    let infinity = Double.infinity.bitPattern
    // Below 10^19 * 10^-343 all is nearer to 0 than to the least double, 4.9 * 10^-324.
    if significand == 0 || exponent < PowersOfTen.exponents.lowerBound { return .exact(0) }
    if exponent > 308 { return .exact(infinity) }

    let zeros = significand.leadingZeroBitCount
    let normalized = significand << UInt64(zeros)
    let power = PowersOfTen.significand(exponent)
    let product = normalized.multipliedFullWidth(by: power.high)
    let (low, overflow) = product.low.addingReportingOverflow(normalized.multipliedFullWidth(by: power.low).high)
    let high = product.high + (overflow ? 1 : 0)
    // The number is at least high:low and, two parts having been cut off, less than high:low + 2, in units of 2^-64 * 2^unit.
    let unit = PowersOfTen.floorLog2(exponent) + 1 - zeros

    // The lowest bits of high do not fit into 53; of a subnormal number fewer fit.
    var shift = 11 - high.leadingZeroBitCount
    var biased = unit + shift + 1075
    if biased < 1 {
      shift += 1 - biased
      biased = 1
    }
    if biased > 2046 { return .exact(infinity) }
    if shift > 63 { return .between(0) }
    // The exponent field counts from 1 where the significand has its highest bit, which adds that 1.
    let lower = UInt64(biased - 1) << 52 + high >> UInt64(shift)

    let half: UInt64 = 1 << UInt64(shift - 1)
    let rest = high & (half << 1 - 1)
    // What the number may be above high:low by.
    let doubt: UInt64 = isTruncated ? 1 << UInt64(zeros) + 1 : 0
    // Unless the rest is close to half, which is rare, rounding up or down is a matter of one bit and needs no branch.
    let isClose = rest + doubt >= half - 1 && rest <= half
    if !isClose { return .exact(lower + rest >> UInt64(shift - 1)) }
    if rest == half && low > 0 { return .exact(lower + 1) }
    if rest + doubt == half - 1 && low < UInt64.max - 1 { return .exact(lower) }
    return .between(lower)
  }
}
