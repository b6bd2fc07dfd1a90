/// The post transformation `SOFTMAX_ZERO` of a row of scores: scores of zero stay out of the sum.
/// スコアの行に対する後処理 `SOFTMAX_ZERO`。0 のスコアは和に加えない。
///
/// - Parameter scores: Replaced by `exp(score - greatest)`, or one within 1e-7 of zero by itself times
///   `exp(-greatest)`, over the sum of the former.
public func softmaxZero(_ scores: consuming MutableSpan<Float>) {
  let greatest = maximum(of: scores.span)
  let scale = exponential(-greatest)
  var sum: Float = 0
  for i in scores.indices {
    let score = scores[i]
    if score > 1e-7 || score < -1e-7 {
      scores[i] = exponential(score - greatest)
      sum += scores[i]
    } else {
      scores[i] = score * scale
    }
  }
  for i in scores.indices {
    scores[i] /= sum
  }
}
