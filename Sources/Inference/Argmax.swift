/// Finds the largest score, the first of equal ones; a NaN counts as larger than any number, as in NumPy's `argmax`.
/// 最大のスコアの位置を返す。同値なら先のもの、NaN は NumPy の `argmax` と同じく最大とみなす。
///
/// - Parameter scores: At least one.
@inline(__always)
public func argmax(_ scores: Span<Float>) -> Int {
  var best = 0
  for index in 1..<max(1, scores.count) where !scores[best].isNaN {
    if scores[index] > scores[best] || scores[index].isNaN { best = index }
  }
  return best
}
