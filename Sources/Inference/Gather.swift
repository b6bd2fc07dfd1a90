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

/// Copies elements to a place in a longer row.
/// 要素を、より長い行の中の位置へ写す。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [at least start + elements].
///   - start: Where the first goes.
public func copy<Element: BitwiseCopyable>(
  _ x: Span<Element>, into y: consuming MutableSpan<Element>, at start: Int
) {
  for i in x.indices {
    y[start + i] = x[i]
  }
}
