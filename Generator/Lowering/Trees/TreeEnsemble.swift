// Decision trees in the one form the kernels know: a branch asks whether a feature is at most a threshold.
struct TreeEnsemble: Equatable {
  struct Weight: Equatable {
    var target: Int
    var value: Double
  }

  struct Branch: Equatable {
    var feature: Int
    var threshold: Double
    // Where a NaN goes.
    var missingIsAtMost: Bool
    // Nodes of the same tree.
    var atMost: Int
    var greater: Int
  }

  enum Node: Equatable {
    case branch(Branch)
    case leaf([Weight])
  }

  // The root first.
  typealias Tree = [Node]

  var trees: [Tree]

  // What features are compared and weights added as, float or double; the numbers here are of that type.
  var element = ElementType.float

  var leaves: [[Weight]] {
    trees.joined().compactMap { if case .leaf(let weights) = $0 { weights } else { nil } }
  }
}

// How a branch compares a feature with its threshold.
enum BranchMode: String, CaseIterable {
  case lessOrEqual = "BRANCH_LEQ"
  case less = "BRANCH_LT"
  case greaterOrEqual = "BRANCH_GTE"
  case greater = "BRANCH_GT"
  case equal = "BRANCH_EQ"
  case notEqual = "BRANCH_NEQ"
}

extension TreeEnsemble.Branch {
  // A comparison of another kind in terms of this one, in one node or two; `next` is the place of the second. Less than a
  // number is at most the one before it. A comparison with a NaN holds for `notEqual` alone, unless missing values are to
  // take the branch. No number comes before negative infinity.
  static func nodes(
    _ mode: BranchMode, feature: Int, threshold: Double, of element: ElementType, missingIsTrue: Bool, yes: Int,
    no: Int,
    next: Int
  ) -> [TreeEnsemble.Branch]? {
    guard !threshold.isNaN else { return nil }
    let before = element == .double ? threshold.nextDown : Double(Float(threshold).nextDown)
    guard before < threshold || mode == .lessOrEqual || mode == .greater else { return nil }

    func branch(_ threshold: Double, missing: Bool, _ atMost: Int, _ greater: Int) -> TreeEnsemble.Branch {
      TreeEnsemble.Branch(
        feature: feature, threshold: threshold, missingIsAtMost: missing, atMost: atMost, greater: greater)
    }
    switch mode {
    case .lessOrEqual: return [branch(threshold, missing: missingIsTrue, yes, no)]
    case .less: return [branch(before, missing: missingIsTrue, yes, no)]
    case .greaterOrEqual: return [branch(before, missing: !missingIsTrue, no, yes)]
    case .greater: return [branch(threshold, missing: !missingIsTrue, no, yes)]
    case .equal: return [branch(threshold, missing: missingIsTrue, next, no), branch(before, missing: false, no, yes)]
    case .notEqual: return [branch(threshold, missing: false, next, yes), branch(before, missing: false, yes, no)]
    }
  }
}
