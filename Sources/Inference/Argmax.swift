/// Finds the largest score, the first of equal ones; a NaN counts as larger than any number, as in NumPy's `argmax`.
/// 最大のスコアの位置を返す。同値なら先のもの、NaN は NumPy の `argmax` と同じく最大とみなす。
///
/// - Parameters:
///   - scores: At least one.
///   - types: The letters of their types, empty for float32 alone.
@inline(__always)
public func argmax<Element: RowElement>(_ scores: Span<Element>, types: StaticString = "") -> Int {
  var best = 0
  var largest = scores[0].number(of: Element.type(of: 0, in: types))
  for index in 1..<max(1, scores.count) where !largest.isNaN {
    let number = scores[index].number(of: Element.type(of: index, in: types))
    if number > largest || number.isNaN { (best, largest) = (index, number) }
  }
  return best
}
