// Activation functions made of lines: every function takes and fills [elements].

/// The LeakyRelu operator: what is less than zero is multiplied with `alpha`.
/// LeakyRelu オペレーター。負の値を `alpha` 倍する。
public func leakyRectify(_ x: Span<Float>, alpha: Float, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = x[i] >= 0 ? x[i] : alpha * x[i]
  }
}

/// The PRelu operator: what is less than zero is multiplied with a slope.
/// PRelu オペレーター。負の値に傾きを掛ける。
///
/// - Parameter slopes: Shape [elements] or [1].
public func rectify(_ x: Span<Float>, slopes: Span<Float>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = x[i] < 0 ? x[i] * slopes[slopes.count == 1 ? 0 : i] : x[i]
  }
}

/// The ThresholdedRelu operator: what is not more than `alpha` is zero, NaN too.
/// ThresholdedRelu オペレーター。`alpha` 以下の値と NaN を 0 にする。
public func thresholdRectify(_ x: Span<Float>, alpha: Float, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = x[i] > alpha ? x[i] : 0
  }
}

/// The HardSigmoid operator: `alpha * x + beta` between 0 and 1.
/// HardSigmoid オペレーター。`alpha * x + beta` を 0 以上 1 以下に収める。
public func hardLogistic(_ x: Span<Float>, alpha: Float, beta: Float, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    let line = alpha * x[i] + beta
    y[i] = line > 1 ? 1 : line < 0 ? 0 : line
  }
}

/// The Softsign operator: `x / (1 + |x|)`, by way of the reciprocal.
/// Softsign オペレーター。`x / (1 + |x|)` を逆数との積で計算する。
public func softsign(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = (1 / (1 + x[i].magnitude)) * x[i]
  }
}
