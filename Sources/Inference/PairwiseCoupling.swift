/// The probabilities of the classes from the decision values of their pairs.
/// クラス対の決定値から求めたクラス確率。
///
/// A logistic function makes each pair's value a probability; the probabilities of all pairs are then coupled by the second
/// method of Wu, Lin and Weng, "Probability Estimates for Multi-class Classification by Pairwise Coupling" (2004), in single
/// precision, with at most 100 iterations. A row with a NaN gives every class the same probability.
///
/// Where a shape says "padded" it is rounded up to a multiple of 4, and what stands in the padding means nothing.
///
/// - Parameters:
///   - decisions: Shape [C * (C - 1) / 2 padded].
///   - a: Shape [C * (C - 1) / 2 padded], the attribute `prob_a`.
///   - b: Shape [C * (C - 1) / 2 padded], the attribute `prob_b`.
///   - pairs: Scratch, shape [C * (C - 1) / 2 padded].
///   - matrix: Scratch, shape [C, C padded].
///   - product: Scratch, shape [C padded].
///   - p: Scratch, shape [C padded].
///   - probabilities: Shape [C].
public func pairwiseCoupling(
  _ decisions: Span<Float>, a: Span<Float>, b: Span<Float>, pairs: consuming MutableSpan<Float>,
  matrix: consuming MutableSpan<Float>, product: consuming MutableSpan<Float>, p: consuming MutableSpan<Float>,
  into probabilities: consuming MutableSpan<Float>
) {
  let classes = probabilities.count
  for first in stride(from: 0, to: pairs.count, by: 4) {
    let value = decisions.lanes(at: first, as: SIMD4<Float>.self) * a.lanes(at: first) + b.lanes(at: first)
    pairs.set(pairProbability(value), at: first)
  }
  setMatrix(&matrix, from: pairs.span, classes: classes)
  for i in 0..<classes {
    p[i] = 1 / Float(classes)
  }

  let width = p.count
  let tolerance = 0.005 / Float(classes)
  for _ in 0..<100 {
    // product = matrix * p, the matrix being symmetric; whole = p * matrix * p.
    for first in stride(from: 0, to: width, by: 4) {
      var sum = SIMD4<Float>.zero
      for j in 0..<classes {
        sum += matrix.span.lanes(at: j &* width &+ first) * p[j]
      }
      product.set(sum, at: first)
    }
    var whole: Float = 0
    for i in 0..<classes {
      whole += p[i] * product[i]
    }
    var greatestError: Float = 0
    for i in 0..<classes {
      let error = (product[i] - whole).magnitude
      if error > greatestError { greatestError = error }
    }
    if greatestError < tolerance { break }

    for i in 0..<classes {
      let diagonal = matrix[i &* width &+ i]
      let step = (-product[i] + whole) / diagonal
      p[i] += step
      whole = (whole + step * (step * diagonal + 2 * product[i])) / (1 + step) / (1 + step)
      let divisor = SIMD4(repeating: 1 + step)
      for first in stride(from: 0, to: width, by: 4) {
        let row = matrix.span.lanes(at: i &* width &+ first, as: SIMD4<Float>.self)
        product.set((product.span.lanes(at: first) + step * row) / divisor, at: first)
        p.set(p.span.lanes(at: first) / divisor, at: first)
      }
    }
  }
  for i in 0..<classes {
    probabilities[i] = p[i]
  }
}

// The symmetric matrix of the method: r_ji * r_ji summed up on the diagonal, -r_ji * r_ij beside it. The pairs come in an
// order in which every sum on the diagonal is formed from the first class to the last.
private func setMatrix(_ matrix: inout MutableSpan<Float>, from pairs: Span<Float>, classes: Int) {
  let width = matrix.count / classes
  for i in 0..<classes {
    matrix[i * width + i] = 0
  }
  var pair = 0
  for i in 0..<classes {
    for j in i + 1..<classes {
      let first = pairs[pair]
      let second = 1 - first
      matrix[i * width + i] += second * second
      matrix[j * width + j] += first * first
      matrix[i * width + j] = -second * first
      matrix[j * width + i] = -second * first
      pair += 1
    }
  }
}

// The reference takes the complement of the logistic function and keeps it off 0 and 1. A NaN passes the comparisons by.
private func pairProbability(_ value: SIMD4<Float>) -> SIMD4<Float> {
  let magnitude = value.replacing(with: -value, where: value .< 0)
  let tail = 1 / (1 + exponential(-magnitude))
  let probability = 1 - tail.replacing(with: 1 - tail, where: value .< 0)
  let least: Float = 1e-7
  return probability.replacing(with: least, where: probability .< least)
    .replacing(with: 1 - least, where: probability .> 1 - least)
}
