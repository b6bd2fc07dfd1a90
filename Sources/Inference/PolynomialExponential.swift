// The exponential of ONNX Runtime's own vector routines: a polynomial of degree 5 in single precision, fused, the same in every
// lane. It is not the exponential of the C library, which other operators take.

/// The Exp operator.
/// Exp オペレーター。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [elements].
public func exponentials(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = polynomialExponential(x[i])
  }
}

// exp(x) = 2^m * e^r with m the integer next to x / ln 2; the power of two in two factors, lest one overflows.
func polynomialExponential(_ x: Float) -> Float {
  if x.isNaN { return x }
  let bounded = x < -103.9720840454 ? -103.9720840454 : x > 88.7762626647950 ? 88.7762626647950 : x
  // Adding it rounds to an integer, which then stands in the lowest bits.
  let shift: Float = 0x1.8p23
  let shifted = shift.addingProduct(bounded, 1.44269504088896341)
  let m = shifted - shift
  var r = bounded.addingProduct(m, -6.93145752e-1)
  r.addProduct(m, -1.42860677e-6)

  let power = Int32(bitPattern: shifted.bitPattern) << 23
  let one: Int32 = 0x3F80_0000
  let normal = max(min(power, one), Int32(bitPattern: 0xC100_0000))
  let overflow = Float(bitPattern: UInt32(bitPattern: (power &- normal) &+ one))
  var p: Float = 0x1.694p-10
  p = Float(0x1.125edcp-7).addingProduct(p, r)
  p = Float(0x1.555b5ap-5).addingProduct(p, r)
  p = Float(0x1.55545p-3).addingProduct(p, r)
  p = Float(0x1.fffff6p-2).addingProduct(p, r)
  p = Float(1).addingProduct(p, r)
  p = overflow.addingProduct(p, r * overflow)
  return p * Float(bitPattern: UInt32(bitPattern: normal &+ one))
}
