/// The scores of two classes from the one of the second: what is left of 1, then itself.
/// 2 クラスのスコア。第 2 クラスのスコアを 1 から引いたものと、そのスコア自身。
///
/// - Parameters:
///   - score: Shape [1].
///   - scores: Shape [2].
public func complementaryScores<Score: FloatingPoint & BitwiseCopyable>(
  _ score: Span<Score>, into scores: consuming MutableSpan<Score>
) {
  scores[0] = 1 - score[0]
  scores[1] = score[0]
}

/// The probabilities of two classes from the score of the second, by the logistic function.
/// 第 2 クラスのスコアからロジスティック関数で求めた 2 クラスの確率。
///
/// With the exponential function of the C library: the reference keeps its polynomial for rows of two and more.
///
/// - Parameters:
///   - score: Shape [1].
///   - probabilities: Shape [2].
public func logisticScores(_ score: Span<Float>, into probabilities: consuming MutableSpan<Float>) {
  let larger = 1 / (1 + exponential(-score[0].magnitude))
  let smaller = 1 - larger
  probabilities[0] = score[0] < 0 ? larger : smaller
  probabilities[1] = score[0] < 0 ? smaller : larger
}
