/// The Normalizer operator with the norm `MAX`: every value is divided by the greatest one.
/// ノルム `MAX` の Normalizer オペレーター。すべての値を最大値で割る。
///
/// The greatest *value*, not magnitude, as ONNX Runtime has it; a greatest value of zero leaves the row as it is.
///
/// - Parameters:
///   - x: Shape [features].
///   - y: Shape [features].
public func normalizeByMaximum(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  let greatest = maximum(of: x)
  for i in x.indices {
    y[i] = greatest != 0 ? x[i] / greatest : x[i]
  }
}

/// The Normalizer operator with the norm `L1`: every value is divided by the sum of the magnitudes.
/// ノルム `L1` の Normalizer オペレーター。すべての値を絶対値の和で割る。
///
/// - Parameters: As of `normalizeByMaximum`; a sum of zero leaves the row as it is.
public func normalizeBySum(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  var sum: Float = 0
  for i in x.indices { sum += x[i].magnitude }
  divide(x, by: sum, into: &y)
}

/// The same with magnitudes that were computed in another type.
/// 別の型で計算した絶対値を使う同じ処理。
///
/// - Parameters:
///   - x: Shape [features].
///   - magnitudes: Shape [features].
///   - y: Shape [features].
public func normalizeBySum(_ x: Span<Float>, of magnitudes: Span<Float>, into y: consuming MutableSpan<Float>) {
  var sum: Float = 0
  for i in magnitudes.indices { sum += magnitudes[i] }
  divide(x, by: sum, into: &y)
}

private func divide(_ x: Span<Float>, by sum: Float, into y: inout MutableSpan<Float>) {
  for i in x.indices {
    y[i] = sum != 0 ? x[i] / sum : x[i]
  }
}

/// The Normalizer operator with the norm `L2`: every value is divided by the root of the sum of squares.
/// ノルム `L2` の Normalizer オペレーター。すべての値を二乗和の平方根で割る。
///
/// Computed as the reference does, `sqrt(x * x / sum)` with the sign of x.
///
/// - Parameters: As of `normalizeByMaximum`; a sum of zero leaves the row as it is.
public func normalizeByLength(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  normalizeByLength(x, into: &y) { x[$0] * x[$0] }
}

/// The same with squares that were computed in another type.
/// 別の型で計算した二乗を使う同じ処理。
///
/// - Parameters:
///   - x: Shape [features].
///   - squares: Shape [features].
///   - y: Shape [features].
public func normalizeByLength(_ x: Span<Float>, of squares: Span<Float>, into y: consuming MutableSpan<Float>) {
  normalizeByLength(x, into: &y) { squares[$0] }
}

@inline(__always)
private func normalizeByLength(
  _ x: Span<Float>, into y: inout MutableSpan<Float>, square: (Int) -> Float
) {
  var sum: Float = 0
  for i in x.indices { sum += square(i) }
  for i in x.indices {
    let root = (square(i) / sum).squareRoot()
    y[i] = sum != 0 ? (x[i] < 0 ? -root : root) : x[i]
  }
}

/// The LpNormalization operator with the norm 1: every value is divided by the sum of the magnitudes.
/// ノルム 1 の LpNormalization オペレーター。すべての値を絶対値の和で割る。
///
/// - Parameters: As of `normalizeByMaximum`; a sum of zero makes all zero.
public func divideBySum<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, into y: consuming MutableSpan<Number>
) {
  var sum: Number = 0
  for i in x.indices {
    sum += x[i].magnitude
  }
  for i in x.indices {
    y[i] = sum != 0 ? x[i] / sum : 0
  }
}

/// The LpNormalization operator with the norm 2: every value is divided by the root of the sum of squares.
/// ノルム 2 の LpNormalization オペレーター。すべての値を二乗和の平方根で割る。
///
/// - Parameters: As of `normalizeByMaximum`; a sum of zero makes all zero.
public func divideByLength<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, into y: consuming MutableSpan<Number>
) {
  var sum: Number = 0
  for i in x.indices {
    sum += x[i] * x[i]
  }
  let length = sum.squareRoot()
  for i in x.indices {
    y[i] = length != 0 ? x[i] / length : 0
  }
}
