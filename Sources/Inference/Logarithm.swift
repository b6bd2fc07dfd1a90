import CLinux

// Logarithms. The program is linked with the C library, whose answers are those of the one ONNX Runtime runs on.

/// The Log operator: four elements at a time by a quotient of polynomials, what is left by the C library.
/// Log オペレーター。4 要素ずつ有理式で、残りは C ライブラリーで計算する。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [elements].
public func logarithms(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  let whole = x.count & ~3
  for i in 0..<whole { y[i] = rationalLogarithm(x[i]) }
  for i in whole..<x.count { y[i] = logf(x[i]) }
}

/// The logarithms of the C library, as the ReduceLogSum operator takes them.
/// ReduceLogSum オペレーターが使う C ライブラリーの対数。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [elements].
public func libraryLogarithms<Number: LibraryNumber>(_ x: Span<Number>, into y: consuming MutableSpan<Number>) {
  for i in x.indices { y[i] = x[i].logarithm }
}

// log(2^e * m) = e * ln(2) + log(m) with m between the roots of 1/2 and 2, and log(1 + t) by a quotient of polynomials.
// Nothing is fused.
func rationalLogarithm(_ x: Float) -> Float {
  if x == 0 { return -.infinity }
  guard x > 0, x < .infinity else { return x == .infinity ? x : .nan }
  var mantissa = x.significand / 2
  var exponent = Float(x.exponent + 1)
  if mantissa < 0.707106781186547524 {
    exponent -= 1
    mantissa = (mantissa - 1) + mantissa
  } else {
    mantissa -= 1
  }
  let t = mantissa
  let p = t * (t * (t * 0.18256296349849254 + 1.0000000190281063) + 1.0000000190281136)
  let q = t * (t * (t * 0.049616247954120038 + 0.59923249590823520) + 1.4999999999999927) + 1
  return exponent * 0.693147180559945309417 + p / q
}
