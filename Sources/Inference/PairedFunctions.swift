import CLinux

// Transcendental functions in double precision. The reference computes two elements at a time by quotients of polynomials,
// without fused operations, and the last of an odd number by the C library.

/// The Exp operator in double precision.
/// 倍精度の Exp オペレーター。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [elements].
public func exponentials(_ x: Span<Double>, into y: consuming MutableSpan<Double>) {
  let paired = x.count & ~1
  for i in x.indices { y[i] = i < paired ? pairedExponential(x[i]) : exp(x[i]) }
}

/// The Log operator in double precision.
/// 倍精度の Log オペレーター。
///
/// - Parameters: As of `exponentials`.
public func logarithms(_ x: Span<Double>, into y: consuming MutableSpan<Double>) {
  let paired = x.count & ~1
  for i in x.indices { y[i] = i < paired ? pairedLogarithm(x[i]) : log(x[i]) }
}

/// The Tanh operator in double precision.
/// 倍精度の Tanh オペレーター。
///
/// - Parameter values: Replaced by their hyperbolic tangents.
public func hyperbolicTangent(_ values: consuming MutableSpan<Double>) {
  let paired = values.count & ~1
  for i in values.indices { values[i] = i < paired ? pairedTangent(values[i]) : tanh(values[i]) }
}

/// The Sigmoid operator in double precision.
/// 倍精度の Sigmoid オペレーター。
///
/// - Parameter values: Replaced by their logistic functions.
public func logistic(_ values: consuming MutableSpan<Double>) {
  let paired = values.count & ~1
  for i in values.indices {
    let power = -values[i].magnitude
    let larger = 1 / (1 + (i < paired ? pairedExponential(power) : exp(power)))
    values[i] = values[i] >= 0 ? larger : 1 - larger
  }
}

// exp(x) = 2^n * exp(r) with n the integer next to x / ln 2, and exp(r) = 1 + 2 * p / (q - p) of an odd p and an even q.
func pairedExponential(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x < -745.519 { return 0 }
  let bounded = min(x, 709.784)
  let n = (bounded * 1.4426950408889634 + 0.5).rounded(.down)
  let r = bounded - n * 0.693145751953125 - n * 1.42860682030941723212e-6
  let r2 = r * r
  let p = r * polynomial(r2, [1.26177193074810590878e-4, 3.02994407707441961300e-2, 9.99999999999999999910e-1])
  let q = polynomial(
    r2,
    [3.00198505138664455042e-6, 2.52448340349684104192e-3, 2.27265548208155028766e-1, 2.00000000000000000009e0])
  // The power of two in two factors, lest one overflows.
  let half = Int(n) >> 1
  return (2 * (p / (q - p)) + 1) * powerOfTwo(half) * powerOfTwo(Int(n) - half)
}

// log(2^e * m) = e * ln 2 + log(m) with m between the roots of 1/2 and 2, and log(1 + t) = t - t^2 / 2 + t^3 * p / q.
private func pairedLogarithm(_ x: Double) -> Double {
  if x == 0 { return -.infinity }
  guard x > 0, x < .infinity else { return x == .infinity ? x : .nan }
  let mantissa = x.significand / 2
  let isLow = mantissa < 0.70710678118654752440
  let exponent = Double(x.exponent + (isLow ? 0 : 1))
  let t = isLow ? (mantissa - 1) + mantissa : mantissa - 1
  let t2 = t * t
  let t3 = t2 * t
  let p =
    polynomial(t, [1.01875663804580931796e-4, 4.97494994976747001425e-1, 4.70579119878881725854e0]) * t3
    + polynomial(t, [1.44989225341610930846e1, 1.79368678507819816313e1, 7.70838733755885391666e0])
  let q =
    polynomial(t, [1, 1.12873587189167450590e1, 4.52279145837532221105e1]) * t3
    + polynomial(t, [8.29875266912776603211e1, 7.11544750618563894466e1, 2.31251620126765340583e1])
  return exponent * 0.69314718055994530942 + (t + (-0.5 * t2 + p * t3 / q))
}

private func pairedTangent(_ value: Double) -> Double {
  // From here on the quotient is 1.
  let bound = 17.714196154005176
  let x = value < -bound ? -bound : value > bound ? bound : value
  let x2 = x * x
  let p = polynomial(
    x2,
    [
      2.6158007860482230e-23, 7.6534862268749319e-19, 3.1309488231386680e-15, 4.2303918148209176e-12,
      2.4618379131293676e-09, 6.8644367682497074e-07, 9.3839087674268880e-05, 5.9809711724441161e-03,
      1.5184719640284322e-01,
    ])
  let q = polynomial(
    x2,
    [
      6.463747022670968018e-21, 5.782506856739003571e-17, 1.293019623712687916e-13, 1.123643448069621992e-10,
      4.492975677839633985e-08, 8.785185266237658698e-06, 8.295161192716231542e-04, 3.437448108450402717e-02,
      4.851805297361760360e-01, 1,
    ])
  return (x2 * x * p + x) / q
}

// Coefficients from the highest power down; nothing is fused.
private func polynomial<let n: Int>(_ x: Double, _ coefficients: InlineArray<n, Double>) -> Double {
  var sum = coefficients[0]
  for i in 1..<n { sum = sum * x + coefficients[i] }
  return sum
}

private func powerOfTwo(_ exponent: Int) -> Double {
  Double(bitPattern: UInt64(truncatingIfNeeded: 1023 + exponent) << 52)
}
