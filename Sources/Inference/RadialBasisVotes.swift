import Lanes

/// Decision values and votes, as `pairwiseVotes` has them, with the kernel `RBF`: `exp(-gamma * |x - v|^2)`.
/// RBF カーネルによる全クラス対の決定値と、最も多く投票されたクラス。
///
/// The kernel values of a class are followed at once by its sums, which wait for one addition after the other: the processor
/// computes the next class's values meanwhile.
///
/// - Parameters:
///   - x: Shape [features].
///   - supportVectors: Shape [blocks, features, 8]: the support vectors, grouped by class, eight by eight, the last block
///     padded.
///   - gamma: The first of `kernel_params`, not below zero.
///   - kernel: Scratch, shape [blocks * 8].
/// - Returns: The first class with the most votes.
public func radialBasisVotes(
  _ x: Span<Float>, supportVectors: Span<Float>, gamma: Float, kernel: consuming MutableSpan<Float>,
  coefficients: Span<Float>, intercepts: Span<Float>, starts: Span<Int>,
  sums: consuming MutableSpan<Double>, votes: consuming MutableSpan<Int>, into scores: consuming MutableSpan<Float>
) -> Int {
  var done = 0
  for c in votes.indices {
    let end = (starts[c + 1] + 7) / 8
    radialBasisKernel(x, supportVectors: supportVectors, gamma: gamma, blocks: done..<end, into: &kernel)
    done = end
    vote(
      c, kernel.span, coefficients: coefficients, intercepts: intercepts, starts: starts,
      sums: &sums, votes: &votes, into: &scores)
  }
  return firstWithMost(votes.span)
}

// Eight support vectors are computed side by side; each lane sums its features in their order.
func radialBasisKernel(
  _ x: Span<Float>, supportVectors: Span<Float>, gamma: Float, blocks: Range<Int>, into values: inout MutableSpan<Float>
) {
  var next = blocks.lowerBound * x.count * 8
  for block in blocks {
    var sum = SIMD8<Float>.zero
    for i in x.indices {
      let difference = SIMD8(repeating: x[i]) - supportVectors.lanes(at: next)
      sum += difference * difference
      next &+= 8
    }
    let exponents = -gamma * sum
    let low = exponentialOfSmall(exponents.lowHalf)
    let high = exponentialOfSmall(exponents.highHalf)
    values.set(SIMD8(lowHalf: low, highHalf: high), at: block &* 8)
  }
}
