// What is known of the scores before any row is.
extension TreeEnsemble.Tree {
  // Whether each leaf has a weight, of one target or of any.
  func alwaysSpeaks(of target: Int? = nil) -> Bool {
    allSatisfy { node in
      if case .leaf(let weights) = node {
        weights.contains { target == nil || $0.target == target }
      } else {
        true
      }
    }
  }
}

extension TreeEnsemble {
  // Whether the sums of weights are probabilities: none is negative, and together they are 1, or at most that if the rest is
  // another class's.
  func isDistribution(base: Double, hasRest: Bool) -> Bool {
    let sums = trees.map { tree in
      tree.compactMap { node in
        if case .leaf(let weights) = node { weights.reduce(Double(0)) { $0 + $1.value } } else { nil }
      }
    }
    let least = sums.reduce(base) { $0 + ($1.min() ?? 0) }
    let greatest = sums.reduce(base) { $0 + ($1.max() ?? 0) }
    let isNonnegative = leaves.joined().allSatisfy { $0.value >= 0 }
    return isNonnegative && greatest < 1.001 && (hasRest ? least >= 0 : least > 0.999)
  }
}
