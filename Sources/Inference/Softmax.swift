import CLinux

// What ONNX Runtime computes for the softmax of a row. Few scores are computed one after the other with the exponential
// function of the C library, many with a polynomial of its own, sixteen side by side.

/// The softmax of a row of scores, one after the other: `exp(score - greatest)` over the sum of all.
/// スコアの行の softmax を一つずつ計算する。
///
/// - Parameter scores: Replaced by their softmax.
public func softmax(_ scores: consuming MutableSpan<Float>) {
  let greatest = maximum(of: scores.span)
  var sum: Float = 0
  for i in scores.indices {
    scores[i] = exponential(scores[i] - greatest)
    sum += scores[i]
  }
  for i in scores.indices {
    scores[i] /= sum
  }
}

/// The softmax of a row of scores as ONNX Runtime's vector routine computes it on a processor with AVX-512.
/// AVX-512 を備えたプロセッサー上の ONNX Runtime のベクトル処理と同じ、スコアの行の softmax。
///
/// Sixteen sums run along the row, and every score is multiplied by the reciprocal of their sum.
///
/// - Parameter scores: Replaced by their softmax.
public func softmaxInLanes(_ scores: consuming MutableSpan<Float>) {
  softmaxInLanes(&scores, row: scores.indices)
}

private func softmaxInLanes(_ scores: inout MutableSpan<Float>, row: Range<Int>) {
  let greatest = maximum(of: scores.span.extracting(row))
  let factor = 1 / sumOfExponentials(&scores, row: row, greatest)
  for i in row {
    scores[i] *= factor
  }
}

// Replaces the scores of a row by their exponentials.
private func sumOfExponentials(
  _ scores: inout MutableSpan<Float>, row: Range<Int>, _ greatest: Float
) -> Float {
  var sums = SIMD16<Float>.zero
  for i in row {
    scores[i] = polynomialExponential(scores[i] - greatest)
    sums[(i - row.lowerBound) & 15] += scores[i]
  }
  let pairs = sums.lowHalf + sums.highHalf
  let low = (pairs[0] + pairs[1]) + (pairs[2] + pairs[3])
  let high = (pairs[4] + pairs[5]) + (pairs[6] + pairs[7])
  return low + high
}

// Of a row of nothing but negative infinities and NaNs, the least finite number.
func maximum(of scores: Span<Float>) -> Float {
  var greatest = -Float.greatestFiniteMagnitude
  for i in scores.indices where greatest < scores[i] {
    greatest = scores[i]
  }
  return greatest
}

/// The Softmax operator of double precision along the last of its dimensions.
/// 最後の次元に沿った倍精度の Softmax オペレーター。
///
/// - Parameters: As of that of single precision.
public func softmax(_ x: Span<Double>, count: Int, into y: consuming MutableSpan<Double>) {
  // The last of an odd number of all elements is computed alone, as for `exponentials`.
  let paired = x.count & ~1
  for start in stride(from: 0, to: x.count, by: count) {
    var greatest = x[start]
    for i in start..<start + count where greatest < x[i] { greatest = x[i] }
    for i in start..<start + count {
      y[i] = i < paired ? pairedExponential(x[i] - greatest) : exp(x[i] - greatest)
    }
    let sum =
      count == x.count
      ? sumInPackets(y.span) : sumInLanes(y.span.extracting(start..<start + count))
    for i in start..<start + count { y[i] /= sum }
  }
}

// Two sums run along the row, and what is left follows.
private func sumInLanes(_ x: Span<Double>) -> Double {
  var sums = SIMD2<Double>.zero
  let paired = x.count & ~1
  for i in stride(from: 0, to: paired, by: 2) { sums += SIMD2(x[i], x[i + 1]) }
  return paired < x.count ? sums.sum() + x[paired] : sums.sum()
}

// One row alone is a product of vectors: up to four pairs of sums, added up from the last one on.
private func sumInPackets(_ x: Span<Double>) -> Double {
  let pairs = x.count / 2
  var sums = InlineArray<4, SIMD2<Double>>(repeating: .zero)
  for pair in 0..<pairs {
    // What is no whole round goes on from the first sum.
    sums[pair & 3] += SIMD2(x[2 * pair], x[2 * pair + 1])
  }
  let sum = (sums[0] + (sums[1] + (sums[2] + sums[3]))).sum()
  return x.count & 1 == 1 ? sum + x[x.count - 1] : sum
}

/// The Softmax operator along the last of its dimensions.
/// 最後の次元に沿った Softmax オペレーター。
///
/// - Parameters:
///   - x: Shape [rows, count].
///   - y: Shape [rows, count].
public func softmax(_ x: Span<Float>, count: Int, into y: consuming MutableSpan<Float>) {
  for i in x.indices { y[i] = x[i] }
  for start in stride(from: 0, to: x.count, by: count) {
    softmaxInLanes(&y, row: start..<start + count)
  }
}

/// The LogSoftmax operator along the last of its dimensions: `x - greatest - log(sum)`.
/// 最後の次元に沿った LogSoftmax オペレーター。
///
/// - Parameters:
///   - x: Shape [rows, count].
///   - y: Shape [rows, count].
public func logSoftmax(_ x: Span<Float>, count: Int, into y: consuming MutableSpan<Float>) {
  for i in x.indices { y[i] = x[i] }
  for start in stride(from: 0, to: x.count, by: count) {
    let row = start..<start + count
    let greatest = maximum(of: x.extracting(row))
    let logarithm = logf(sumOfExponentials(&y, row: row, greatest))
    for i in row { y[i] = (x[i] - greatest) - logarithm }
  }
}
