import CLinux

// Activation functions made of exponentials: every function takes and fills [elements].

/// The Elu operator: `alpha * (exp(x) - 1)` below zero.
/// Elu オペレーター。負の値を `alpha * (exp(x) - 1)` にする。
public func exponentialUnits(_ x: Span<Float>, alpha: Float, into y: consuming MutableSpan<Float>) {
  func unit(_ x: Float, _ exponential: Float) -> Float {
    x >= 0 ? x : alpha * (exponential - 1)
  }
  replaceInFours(x, into: &y) {
    unit($0, unfusedExponential($0))
  } left: {
    unit($0, exponential($0))
  }
}

/// The Selu operator: `gamma` times the same, above zero too.
/// Selu オペレーター。同じ関数を正の値も含めて `gamma` 倍する。
public func scaledExponentialUnits(
  _ x: Span<Float>, alpha: Float, gamma: Float, into y: consuming MutableSpan<Float>
) {
  let factor = gamma * alpha
  func unit(_ x: Float, _ exponential: Float) -> Float {
    x > 0 ? gamma * x : factor * (exponential - 1)
  }
  replaceInFours(x, into: &y) {
    unit($0, unfusedExponential($0))
  } left: {
    unit($0, exponential($0))
  }
}

/// The Celu operator: `alpha * (exp(x / alpha) - 1)` below zero.
/// Celu オペレーター。負の値を `alpha * (exp(x / alpha) - 1)` にする。
///
/// - Parameter alpha: Above zero.
public func continuousExponentialUnits(_ x: Span<Float>, alpha: Float, into y: consuming MutableSpan<Float>) {
  func unit(_ x: Float, _ exponential: Float) -> Float {
    let below = alpha * (exponential - 1)
    return (x < 0 ? 0 : x) + (below > 0 ? 0 : below)
  }
  replaceInFours(x, into: &y) {
    unit($0, unfusedExponential($0 / alpha))
  } left: {
    unit($0, exponential($0 / alpha))
  }
}

/// The Softplus operator: `log(exp(x) + 1)`.
/// Softplus オペレーター。`log(exp(x) + 1)` を計算する。
public func softplus(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  replaceInFours(x, into: &y) {
    $0 > 0
      ? $0 + unfusedLogarithmOfOneMore(unfusedExponential(-$0)) : unfusedLogarithmOfOneMore(unfusedExponential($0))
  } left: {
    $0 > 0 ? $0 + log1pf(exponential(-$0)) : log1pf(exponential($0))
  }
}
