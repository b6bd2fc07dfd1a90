// The CumSum operator: x and y have the shape [blocks, count, columns].

/// The CumSum operator.
/// CumSum オペレーター。
///
/// - Parameters:
///   - isExclusive: Whether an element is not part of its own sum.
///   - isReversed: Whether the sums run from the end.
public func cumulativeSums<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, isExclusive: Bool, isReversed: Bool,
  into y: consuming MutableSpan<Number>
) {
  accumulate(x, count, columns, isExclusive, isReversed, &y) { $0 + $1 }
}

/// The CumSum operator on integers, which wrap around.
/// 整数の CumSum オペレーター（桁あふれは循環する）。
///
/// - Parameters: As of the one of floating-point numbers.
public func cumulativeSums<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, isExclusive: Bool, isReversed: Bool,
  into y: consuming MutableSpan<Number>
) {
  accumulate(x, count, columns, isExclusive, isReversed, &y) { $0 &+ $1 }
}

@inline(__always)
private func accumulate<Number: Numeric & BitwiseCopyable>(
  _ x: Span<Number>, _ count: Int, _ columns: Int, _ isExclusive: Bool, _ isReversed: Bool,
  _ y: inout MutableSpan<Number>, _ add: (Number, Number) -> Number
) {
  for block in 0..<x.count / (count * columns) {
    for column in 0..<columns {
      func place(_ k: Int) -> Int { (block * count + (isReversed ? count - 1 - k : k)) * columns + column }
      // The first element is no sum: -0 stays itself.
      y[place(0)] = isExclusive ? 0 : x[place(0)]
      for k in 1..<count { y[place(k)] = add(y[place(k - 1)], x[place(isExclusive ? k - 1 : k)]) }
    }
  }
}
