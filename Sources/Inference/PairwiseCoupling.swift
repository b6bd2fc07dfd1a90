import Lanes

/// The probabilities of the classes from the decision values of their pairs.
/// 全クラス対の決定値から求めたクラス確率。
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
///   - probabilities: Shape [C], C being at least 2.
public func pairwiseCoupling<let classes: Int>(
  _ decisions: Span<Float>, a: Span<Float>, b: Span<Float>, pairs: consuming MutableSpan<Float>,
  into probabilities: inout InlineArray<classes, Float>
) {
  for first in stride(from: 0, to: pairs.count, by: 4) {
    let value: Lanes = decisions.lanes(at: first) * a.lanes(at: first) + b.lanes(at: first)
    pairs.set(pairProbability(value), at: first)
  }
  var p = InlineArray<classes, Lanes>(repeating: Lanes(repeating: 1 / Float(classes)))
  couple(&p, by: pairs.span)
  for i in 0..<classes {
    probabilities[i] = p[i][0]
  }
}

// Every number stands in all lanes of a vector: the method is one chain of divisions, which no vector makes shorter. Of
// plain numbers the compiler makes vectors of its own, whose gathering and scattering the chain then has to wait for.
private typealias Lanes = SIMD4<Float>
private typealias Matrix<let classes: Int> = InlineArray<classes, InlineArray<classes, Lanes>>

// Improves p until it is a solution. Apart from its caller, which takes one lane of the result: to know of that would have
// the compiler go back to plain numbers.
@inline(never)
private func couple<let classes: Int>(_ result: inout InlineArray<classes, Lanes>, by pairs: Span<Float>) {
  let matrix: Matrix<classes> = couplingMatrix(pairs)
  var p = result
  var product = InlineArray<classes, Lanes>(repeating: .zero)
  let tolerance = 0.005 / Float(classes)
  for _ in 0..<100 {
    // product = matrix * p, whole = p * matrix * p.
    var whole = Lanes.zero
    for i in 0..<classes {
      // Sums start at their first product, not at zero: no sign of a zero is seen in what comes of them.
      var sum = matrix[i][0] * p[0]
      for j in 1..<classes {
        sum += matrix[i][j] * p[j]
      }
      product[i] = sum
      whole = i == 0 ? p[0] * sum : whole + p[i] * sum
    }
    var greatestError = Lanes.zero
    for i in 0..<classes {
      let error = magnitude(product[i] - whole)
      greatestError.replace(with: error, where: error .> greatestError)
    }
    if greatestError[0] < tolerance { break }

    for i in 0..<classes {
      let diagonal = matrix[i][i]
      let step = (whole - product[i]) / diagonal
      let divisor = 1 + step
      whole = (whole + step * (step * diagonal + 2 * product[i])) / divisor / divisor
      p[i] += step
      for j in 0..<classes {
        product[j] = (product[j] + step * matrix[i][j]) / divisor
        p[j] /= divisor
      }
    }
  }
  result = p
}

// The symmetric matrix of the method: r_ji * r_ji summed up on the diagonal, -r_ji * r_ij beside it. The pairs come in an
// order in which every sum on the diagonal is formed from the first class to the last.
@inline(__always)
private func couplingMatrix<let classes: Int>(_ pairs: Span<Float>) -> Matrix<classes> {
  var matrix = Matrix<classes>(repeating: .init(repeating: .zero))
  var pair = 0
  for i in 0..<classes {
    for j in i + 1..<classes {
      let first = Lanes(repeating: pairs[pair])
      let second = 1 - first
      matrix[i][i] += second * second
      matrix[j][j] += first * first
      matrix[i][j] = -second * first
      matrix[j][i] = matrix[i][j]
      pair += 1
    }
  }
  return matrix
}

// The reference takes the complement of the logistic function and keeps it off 0 and 1. A NaN passes the comparisons by.
private func pairProbability(_ value: Lanes) -> Lanes {
  let tail = 1 / (1 + exponentialOfSmall(-magnitude(value)))
  let probability = 1 - tail.replacing(with: 1 - tail, where: value .< 0)
  let least: Float = 1e-7
  return probability.replacing(with: least, where: probability .< least)
    .replacing(with: 1 - least, where: probability .> 1 - least)
}

private func magnitude(_ x: Lanes) -> Lanes {
  // Without its sign bit a number is its magnitude; both vectors have four lanes of 32 bits.
  unsafe unsafeBitCast(unsafeBitCast(x, to: SIMD4<UInt32>.self) & 0x7fff_ffff, to: Lanes.self)
}
