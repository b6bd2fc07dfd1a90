// Elements by indices that are computed. The reference refuses a row with an index out of range; here it is the nearest one.

/// Picks elements of every row of a matrix.
/// 行列の各行から要素を取り出す。
///
/// - Parameters:
///   - x: Shape [rows, width].
///   - width: At least 1.
///   - indices: Shape [count].
///   - y: Shape [rows, count].
public func pick<Element: BitwiseCopyable>(
  _ x: Span<Element>, width: Int, indices: Span<Int64>, into y: consuming MutableSpan<Element>
) {
  var next = 0
  for start in stride(from: 0, to: x.count, by: width) {
    for i in indices.indices {
      y[next] = x[start + clamped(indices[i], count: width)]
      next += 1
    }
  }
}

/// Picks elements along a dimension, each by an index of its own, which may count from the end.
/// 次元に沿った要素を、それぞれの添字（末尾からも数えられる）で取り出す。
///
/// - Parameters:
///   - x: Shape [elements].
///   - size: Of the dimension, at least 1.
///   - stride: How far apart its elements are.
///   - starts: Shape [count]: where the first element of the dimension is.
///   - indices: Shape [distinct].
///   - order: Shape [count]: which of the indices.
///   - y: Shape [count].
public func pick<Element: BitwiseCopyable, Index: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Element>, size: Int, stride: Int, starts: Span<Int>, indices: Span<Index>, order: Span<Int>,
  into y: consuming MutableSpan<Element>
) {
  for i in y.indices {
    let index = Int64(indices[order[i]])
    y[i] = x[starts[i] + clamped(index < 0 ? index + Int64(size) : index, count: size) * stride]
  }
}

/// The index that one element is, within a number of classes.
/// 要素一つが示す添字（クラス数の範囲内）。
///
/// - Parameters:
///   - x: Shape [1].
///   - count: At least 1.
public func classIndex(_ x: Span<Int64>, count: Int) -> Int {
  clamped(x[0], count: count)
}

private func clamped(_ index: Int64, count: Int) -> Int {
  min(max(Int(index), 0), count - 1)
}
