// The Gaussian error linear unit by ONNX Runtime's own polynomials, fused, the same in every lane.

/// The Gelu operator: `0.5 * x * (1 + erf(x / sqrt(2)))`.
/// Gelu オペレーター。`0.5 * x * (1 + erf(x / sqrt(2)))` を計算する。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [elements].
public func gaussianUnits(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = 0.5 * x[i] * (1 + errorFunction(x[i] * 0.70710678118654752440))
  }
}

/// The Gelu operator with the approximation `tanh`.
/// 近似 `tanh` による Gelu オペレーター。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [elements].
public func approximateGaussianUnits(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    let argument = x[i] * (0.035677408136300125 * x[i] * x[i] + 0.7978845608028654)
    y[i] = 0.5 * x[i] * (hyperbolicTangent(argument) + 1)
  }
}

/// The Erf operator.
/// Erf オペレーター。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [elements].
public func errorFunction(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = errorFunction(x[i])
  }
}

// A polynomial in the square near zero, and 1 - exp(polynomial) from there on; 1 past the upper bound.
func errorFunction(_ x: Float) -> Float {
  if x.isNaN { return x }
  let bounded = min(x.magnitude, 3.925)
  let result: Float
  if bounded > 0.921875 {
    let p = horner(
      bounded,
      [
        1.72948930e-5, -3.83208680e-4, 3.88393435e-3, -2.42545605e-2, 1.06777847e-1, 6.34846687e-1, 1.28717512e-1,
      ])
    result = 1 - exponentialOfNegative(-bounded.addingProduct(p, bounded))
  } else {
    let p = horner(
      bounded * bounded,
      [-5.99104969e-4, 4.99339588e-3, -2.67667342e-2, 1.12818025e-1, -3.76124859e-1, 1.28379151e-1])
    result = bounded.addingProduct(p, bounded)
  }
  return x.sign == .minus ? -result : result
}

// Of a number between -17 and 0, where the power of two cannot leave the range.
private func exponentialOfNegative(_ x: Float) -> Float {
  // Adding it rounds to an integer.
  let shift: Float = 0x1.8p23
  let m = shift.addingProduct(1.44269504088896341, x) - shift
  let r = x.addingProduct(m, -6.93145752e-1).addingProduct(m, -1.42860677e-6)
  let p = horner(r, [1.38319808e-3, 8.37550033e-3, 4.16689515e-2, 1.66664466e-1, 4.99999851e-1, 1, 1])
  return p * Float(bitPattern: UInt32(Int32(m) + 127) << 23)
}
