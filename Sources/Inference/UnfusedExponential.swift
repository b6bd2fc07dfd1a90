// The exponential and logarithm that ONNX Runtime's linear algebra library computes four elements at a time, nothing of them
// fused; elements left over get those of the C library.

/// Replaces elements, the first ones in fours and what is left, by a function of each.
@inline(__always)
func replaceInFours(
  _ x: Span<Float>, into y: inout MutableSpan<Float>, inFours: (Float) -> Float, left: (Float) -> Float
) {
  let whole = x.count & ~3
  for i in 0..<whole { y[i] = inFours(x[i]) }
  for i in whole..<x.count { y[i] = left(x[i]) }
}

// exp(x) = 2^m * e^r with m the integer next to x / ln 2, and e^r by a polynomial of degree 6 in even and odd powers.
func unfusedExponential(_ x: Float) -> Float {
  if x.isNaN { return x }
  if x < -104 { return 0 }
  let bounded = x > 88.723 ? 88.723 : x
  let m = (bounded * 1.44269504088896341 + 0.5).rounded(.down)
  var r = m * -0.693359375 + bounded
  r = m * 2.12194440e-4 + r

  let r2 = r * r
  let odd = r2 * 8.36894474923610687255859375e-3 + 0.16666518151760101318359375
  var even = r2 * 1.37449637986719608306884765625e-3 + 4.166965186595916748046875e-2
  even = r2 * even + 0.49999988079071044921875
  let y = r2 * (r * odd + even) + (r + 1)

  // In two steps, of which only the last one can leave the range.
  let exponent = Int32(m)
  let half = exponent >> 1
  let scaled = y * power(half) * power(exponent - half)
  // Infinity stays what it is.
  return scaled < x ? x : scaled
}

// log(1 + x), whose rounding of 1 + x is divided out.
func unfusedLogarithmOfOneMore(_ x: Float) -> Float {
  let sum = x + 1
  let logarithm = rationalLogarithm(sum)
  return sum == 1 || sum == logarithm ? x : x * (logarithm / (sum - 1))
}

// 2^exponent, a normal number.
private func power(_ exponent: Int32) -> Float {
  Float(bitPattern: UInt32(bitPattern: (exponent + 127) << 23))
}
