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
