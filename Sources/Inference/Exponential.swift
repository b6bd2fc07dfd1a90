// The exponential function of single precision, to the last bit what glibc answers on x86-64 processors with FMA.
//
// exp(x) = 2^(k/32) * 2^r with k = round(x * 32/ln 2) and |r| <= 1/2 in units of 1/32: a table look-up and a cubic
// polynomial, all in double precision. The reference computes r with a fused multiply-add. Here the factor 32/ln 2 is
// split in two so that both products are exact and the one rounding that is left falls where the fused one does.

// The exponential of every lane, inlined so that a loop keeps its constants in registers. Overflow answers infinity,
// underflow zero, a NaN a NaN.
@inline(__always)
func exponential(_ x: SIMD4<Float>) -> SIMD4<Float> {
  exponentialOfSmall(x).replacing(with: .infinity, where: x .> 89)
}

// The same for numbers up to 700, past which the power of two leaves the range of double precision.
@inline(__always)
func exponentialOfSmall(_ x: SIMD4<Float>) -> SIMD4<Float> {
  let wide = SIMD4<Double>(x)
  let high = wide * Exponent.scaleHigh
  let shifted = high + Exponent.shift
  let r = (high - (shifted - Exponent.shift)) + wide * Exponent.scaleLow

  // The casts are between vectors of four 64-bit lanes, in which every pattern of bits is a value.
  let k = unsafe unsafeBitCast(shifted, to: SIMD4<UInt64>.self)
  var bits = k &<< 47
  for lane in 0..<4 {
    bits[lane] &+= Exponent.powers[Int(truncatingIfNeeded: k[lane] & 31)]
  }
  let power = unsafe unsafeBitCast(bits, to: SIMD4<Double>.self)
  let cubic = (r * Exponent.c3 + Exponent.c2) * (r * r) + (r * Exponent.c1 + 1)
  // Far below zero the power of two means nothing; from the bound on the result is zero. A NaN passes the comparison by.
  return SIMD4<Float>(cubic * power).replacing(with: 0, where: x .< -104)
}

// The exponential of one number.
func exponential(_ x: Float) -> Float {
  exponential(SIMD4(repeating: x))[0]
}

private enum Exponent {
  // Adding it to a double rounds that to an integer, which then stands in the lowest bits; subtracting it gives it back.
  static let shift = 0x1.8p52

  // 32/ln 2 in two parts, of 29 and 24 bits.
  static let scaleHigh = 0x1.71547650p+5
  static let scaleLow = 0x1.5c17fp-26

  // The cubic that stands for 2^(r/32) where |r| <= 1/2.
  static let c1 = 0x1.62e42ff0c52d6p-6
  static let c2 = 0x1.ebfce50fac4f3p-13
  static let c3 = 0x1.c6af84b912394p-20

  // The bits of 2^(i/32), correctly rounded, less i << 47: adding k << 47 then puts all of 2^(k/32) in place.
  static let powers: InlineArray<32, UInt64> = [
    0x3ff0_0000_0000_0000, 0x3fef_d9b0_d315_8574, 0x3fef_b558_6cf9_890f, 0x3fef_9301_d012_5b51,
    0x3fef_72b8_3c7d_517b, 0x3fef_5487_3168_b9aa, 0x3fef_387a_6e75_6238, 0x3fef_1e9d_f51f_dee1,
    0x3fef_06fe_0a31_b715, 0x3fee_f1a7_373a_a9cb, 0x3fee_dea6_4c12_3422, 0x3fee_ce08_6061_892d,
    0x3fee_bfda_d536_2a27, 0x3fee_b42b_569d_4f82, 0x3fee_ab07_dd48_5429, 0x3fee_a47e_b03a_5585,
    0x3fee_a09e_667f_3bcd, 0x3fee_9f75_e8ec_5f74, 0x3fee_a114_73eb_0187, 0x3fee_a589_994c_ce13,
    0x3fee_ace5_422a_a0db, 0x3fee_b737_b0cd_c5e5, 0x3fee_c491_82a3_f090, 0x3fee_d503_b23e_255d,
    0x3fee_e89f_995a_d3ad, 0x3fee_ff76_f2fb_5e47, 0x3fef_199b_dd85_529c, 0x3fef_3720_dcef_9069,
    0x3fef_5818_dcfb_a487, 0x3fef_7c97_337b_9b5f, 0x3fef_a4af_a2a4_90da, 0x3fef_d076_5b6e_4540,
  ]
}
