import Lanes

/// The decision values of every pair of classes, and the class most of them vote for.
/// 全クラス対の決定値と、最も多く投票されたクラス。
///
/// The pairs are (0, 1), (0, 2), ..., (1, 2), ... A pair's value is summed in double precision over the support vectors of its
/// first class, then those of its second, then the intercept; each product is rounded to single precision before it is added.
/// A support vector of class c meets C - 1 coefficients, row r of which belongs to the pair with class r, or r + 1 from c on:
/// the rows run side by side, each in the order of its pair.
///
/// - Parameters:
///   - kernel: Shape [at least vectors]: the kernel values, grouped by class.
///   - coefficients: Shape [vectors, C - 1 rounded up to an even number], padded with zeros.
///   - intercepts: Shape [C * (C - 1) / 2], the attribute `rho`.
///   - starts: Shape [C + 1]: where each class's support vectors start, and the number of all.
///   - sums: Scratch, shape [C * (C - 1) / 2].
///   - votes: Scratch, shape [C].
///   - scores: Shape [C * (C - 1) / 2].
/// - Returns: The first class with the most votes.
public func pairwiseVotes(
  _ kernel: Span<Float>, coefficients: Span<Float>, intercepts: Span<Float>, starts: Span<Int>,
  sums: consuming MutableSpan<Double>, votes: consuming MutableSpan<Int>, into scores: consuming MutableSpan<Float>
) -> Int {
  for c in votes.indices {
    vote(
      c, kernel, coefficients: coefficients, intercepts: intercepts, starts: starts,
      sums: &sums, votes: &votes, into: &scores)
  }
  return firstWithMost(votes.span)
}

// Sums up the support vectors of class c, which complete the pairs with earlier classes, and counts the votes of those.
func vote(
  _ c: Int, _ kernel: Span<Float>, coefficients: Span<Float>, intercepts: Span<Float>, starts: Span<Int>,
  sums: inout MutableSpan<Double>, votes: inout MutableSpan<Int>, into scores: inout MutableSpan<Float>
) {
  let classes = votes.count
  let stride = classes & ~1
  votes[c] = 0
  for row in Swift.stride(from: 0, to: classes - 1, by: 2) {
    // The pairs with an earlier class go on from what that class left.
    var sum = SIMD2<Double>.zero
    for lane in 0..<2 where row + lane < c {
      sum[lane] = sums[pair(row + lane, c, of: classes)]
    }
    for n in starts[c]..<starts[c + 1] {
      sum += SIMD2<Double>(coefficients.lanes(at: n &* stride &+ row, as: SIMD2<Float>.self) * kernel[n])
    }
    for lane in 0..<2 where row + lane < classes - 1 {
      if row + lane >= c {
        sums[pair(c, row + lane + 1, of: classes)] = sum[lane]
      } else {
        let index = pair(row + lane, c, of: classes)
        let score = sum[lane] + Double(intercepts[index])
        scores[index] = Float(score)
        votes[score > 0 ? row + lane : c] &+= 1
      }
    }
  }
}

func firstWithMost(_ votes: Span<Int>) -> Int {
  var winner = 0
  for c in 1..<votes.count where votes[c] > votes[winner] {
    winner = c
  }
  return winner
}

// The place of the pair of class i with a later class j.
private func pair(_ i: Int, _ j: Int, of classes: Int) -> Int {
  i * (2 * classes - i - 1) / 2 + (j - i - 1)
}

/// The scores of two classes from the decision value of their pair: its opposite, then itself.
/// 2 クラスのスコア。決定値の符号を反転したものと、決定値そのもの。
///
/// - Parameters:
///   - decision: Shape [1].
///   - scores: Shape [2].
public func oppositeScores<Score: FloatingPoint & BitwiseCopyable>(
  _ decision: Span<Score>, into scores: consuming MutableSpan<Score>
) {
  scores[0] = -decision[0]
  scores[1] = decision[0]
}
