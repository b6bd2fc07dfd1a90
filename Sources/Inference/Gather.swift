/// Copies elements in a given order.
/// 要素を指定された順に写す。
///
/// - Parameters:
///   - x: Shape [elements].
///   - order: Shape [count], indices into x.
///   - y: Shape [count].
public func gather(_ x: Span<Float>, order: Span<Int>, into y: consuming MutableSpan<Float>) {
  for i in order.indices {
    y[i] = x[order[i]]
  }
}
