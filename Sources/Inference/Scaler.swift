/// The Scaler operator: `y = (x - offset) * scale`, one rounding an operation.
/// Scaler オペレーター。演算ごとに 1 回丸める。
///
/// - Parameters:
///   - x: Shape [features].
///   - offset: Shape [features] or [1].
///   - scale: Shape [features] or [1].
///   - y: Shape [features].
public func scaler(_ x: Span<Float>, offset: Span<Float>, scale: Span<Float>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = (x[i] - offset[offset.count == 1 ? 0 : i]) * scale[scale.count == 1 ? 0 : i]
  }
}

/// The Scaler operator on doubles: computed in double precision, rounded to single once at the end.
/// 倍精度入力の Scaler オペレーター。倍精度で計算し、最後に一度だけ単精度へ丸める。
///
/// - Parameters: As of the one on floats.
public func scaler(_ x: Span<Double>, offset: Span<Float>, scale: Span<Float>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = Float((x[i] - Double(offset[offset.count == 1 ? 0 : i])) * Double(scale[scale.count == 1 ? 0 : i]))
  }
}
