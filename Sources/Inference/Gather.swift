/// Copies elements in a given order.
/// 要素を指定された順に写す。
///
/// - Parameters:
///   - x: Shape [elements].
///   - order: Shape [count], indices into x.
///   - y: Shape [count].
public func gather<Element: BitwiseCopyable>(
  _ x: Span<Element>, order: Span<Int>, into y: consuming MutableSpan<Element>
) {
  for i in order.indices {
    y[i] = x[order[i]]
  }
}

/// The integer that a label output says.
/// ラベル出力が示す整数。
///
/// - Parameter x: Shape [1].
public func number(_ x: Span<Int64>) -> Int {
  Int(x[0])
}

/// Copies one element.
/// 要素を一つ写す。
///
/// - Parameters:
///   - x: Shape [elements].
///   - index: Which.
///   - y: Shape [1].
public func element<Element: BitwiseCopyable>(
  of x: Span<Element>, at index: Int, into y: consuming MutableSpan<Element>
) {
  y[0] = x[index]
}

/// Copies the first elements of a row to a place in another one.
/// 行の先頭の要素を、別の行の中の位置へ写す。
///
/// - Parameters:
///   - x: Shape [at least count].
///   - count: How many.
///   - start: Where the first goes.
///   - y: Shape [at least start + count].
public func copy<Element: BitwiseCopyable>(
  _ x: Span<Element>, count: Int, at start: Int, into y: consuming MutableSpan<Element>
) {
  for i in 0..<count {
    y[start + i] = x[i]
  }
}
