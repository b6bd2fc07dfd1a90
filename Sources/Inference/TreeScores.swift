// From what the trees' leaves come to, to scores and labels.

/// Divides aggregates by a number, and adds base values.
/// まとめた値を数で割り、基準値を加える。
///
/// - Parameters:
///   - aggregates: Shape [at least scores].
///   - divisor: The number of trees, or 1.
///   - base: Shape [scores] or [1].
///   - scores: Shape [scores]; never -0, unless of -0 and a base of -0.
public func treeScores<Score: BinaryFloatingPoint & BitwiseCopyable>(
  _ aggregates: Span<Score>, divisor: Score, base: Span<Score>, into scores: consuming MutableSpan<Score>
) {
  for i in scores.indices {
    scores[i] = aggregates[i] / divisor + base[base.count == 1 ? 0 : i]
  }
}

/// The label of more than two classes: the first one of the greatest score, among those that a tree spoke of.
/// 3 クラス以上のラベル。いずれかの木が値を与えたクラスのうち、最大スコアの先頭のもの。
///
/// - Parameter scores: Shape [at least classes]. Of which no tree spoke, is -0.
public func treeLabel<Score: BinaryFloatingPoint & BitwiseCopyable>(_ scores: Span<Score>, classes: Int) -> Int {
  var winner = -1
  for i in 0..<classes where scores[i] != 0 || scores[i].sign == .plus {
    if winner < 0 || scores[i] > scores[winner] { winner = i }
  }
  return max(0, winner)
}

/// The label of two classes from one score.
/// 一つのスコアから決まる 2 クラスのラベル。
///
/// - Parameters:
///   - score: Shape [1].
///   - threshold: Above it the label is the second class.
public func treeLabel<Score: BinaryFloatingPoint & BitwiseCopyable>(_ score: Span<Score>, threshold: Score) -> Int {
  score[0] > threshold ? 1 : 0
}

/// The post transformation `LOGISTIC` of a row of trees' scores, with the exponential function of the C library.
/// 決定木のスコア行に対する後処理 `LOGISTIC`（C ライブラリーの指数関数を使う）。
public func treeLogistic(_ scores: consuming MutableSpan<Float>) {
  for i in scores.indices {
    let larger = 1 / (1 + exponential(-scores[i].magnitude))
    scores[i] = scores[i] < 0 ? 1 - larger : larger
  }
}
