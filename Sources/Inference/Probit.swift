import CLinux

/// The post transformation `PROBIT` of a row of scores: the inverse of the normal distribution, approximated.
/// スコアの行に対する後処理 `PROBIT`（正規分布の逆関数の近似）。
///
/// - Parameter scores: Replaced by the root of 2 times the inverse of the error function of 2 * score - 1.
public func probit(_ scores: consuming MutableSpan<Float>) {
  for i in scores.indices {
    let x = 2 * scores[i] - 1
    let logarithm = logf((1 - x) * (1 + x))
    let v = 2 / (Float.pi.nextUp * 0.147) + 0.5 * logarithm
    let root = (-v + (v * v - 1 / 0.147 * logarithm).squareRoot()).squareRoot()
    scores[i] = 1.41421356 * (x < 0 ? -root : root)
  }
}
