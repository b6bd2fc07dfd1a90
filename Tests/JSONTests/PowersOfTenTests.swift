import Testing

@testable import JSON

@Suite struct PowersOfTenTests {
  // floor(numerator * 2^shift / denominator) with exactly 128 bits, by long division, most significant bit first.
  private func significand(_ numerator: Natural, over denominator: Natural) -> (
    high: UInt64, low: UInt64, floorLog2: Int
  ) {
    var (remainder, divisor) = (numerator, denominator)
    var floorLog2 = numerator.bitWidth - denominator.bitWidth
    if floorLog2 >= 0 { divisor.shiftLeft(floorLog2) } else { remainder.shiftLeft(-floorLog2) }
    if remainder < divisor {
      remainder.shiftLeft(1)
      floorLog2 -= 1
    }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for _ in 0..<128 {
      high = high << 1 | low >> 63
      low <<= 1
      if !(remainder < divisor) {
        remainder.subtract(divisor)
        low |= 1
      }
      remainder.shiftLeft(1)
    }
    return (high, low, floorLog2)
  }

  @Test func everyPowerOfTenIsExact() {
    var power = Natural(1)
    for exponent in 0...342 {
      for signed in Set([exponent, -exponent]) where PowersOfTen.exponents.contains(signed) {
        let expected = signed >= 0 ? significand(power, over: Natural(1)) : significand(Natural(1), over: power)
        let entry = PowersOfTen.significand(signed)
        #expect(entry.high == expected.high && entry.low == expected.low, "10^\(signed)")
        #expect(PowersOfTen.floorLog2(signed) == expected.floorLog2, "10^\(signed)")
        let isExact = PowersOfTen.significandRoundedUp(signed) == entry
        #expect(isExact == (0...55).contains(signed), "10^\(signed)")
      }
      power.multiply(10)
    }
  }
}

/// A natural number of any size, as plainly as can be: lowest limb first, no zero limbs at the end.
private struct Natural {
  private var limbs: [UInt32]

  init(_ value: UInt32) { limbs = [value] }

  var bitWidth: Int { limbs.count * 32 - limbs[limbs.count - 1].leadingZeroBitCount }

  mutating func multiply(_ factor: UInt32) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  mutating func shiftLeft(_ bits: Int) {
    for _ in 0..<bits % 32 { multiply(2) }
    limbs.insert(contentsOf: repeatElement(0, count: bits / 32), at: 0)
    normalize()
  }

  mutating func subtract(_ other: Natural) {
    var borrow: Int64 = 0
    for index in limbs.indices {
      let difference = Int64(limbs[index]) - (index < other.limbs.count ? Int64(other.limbs[index]) : 0) + borrow
      limbs[index] = UInt32(truncatingIfNeeded: difference)
      borrow = difference >> 32
    }
    normalize()
  }

  private mutating func normalize() {
    while limbs.count > 1, limbs[limbs.count - 1] == 0 { limbs.removeLast() }
  }

  static func < (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
  }
}
