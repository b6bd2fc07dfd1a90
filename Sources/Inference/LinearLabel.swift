/// The label of an SVM classifier without support vectors, from its scores before any post transformation.
/// サポートベクターの無い SVM 分類器のラベルを、後処理前のスコアから決める。
///
/// - Parameters:
///   - scores: Shape [C].
///   - threshold: With two classes and no probabilities, the second class is the label from here on.
///   - inclusive: Whether the threshold itself is past it.
/// - Returns: The first class with the greatest score, but for the rule of two classes.
public func linearLabel(_ scores: Span<Float>, threshold: Float, inclusive: Bool) -> Int {
  var winner = 0
  for c in scores.indices where scores[winner] < scores[c] {
    winner = c
  }
  if scores[winner] > threshold || (inclusive && scores[winner] == threshold) { winner = 1 }
  return winner
}
