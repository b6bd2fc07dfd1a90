// ai.onnx.ml.TreeEnsemble: what the regressor computes, with branches and leaves in lists of their own.
enum TreeEnsembleOperator: Operator {
  static let domain = Domain.ml
  static let name = "TreeEnsemble"
  static let versions: [Int64] = [5]
  static let attributes: Set<String> = [
    "aggregate_function", "leaf_targetids", "leaf_weights", "membership_values", "n_targets", "nodes_falseleafs",
    "nodes_falsenodeids", "nodes_featureids", "nodes_hitrates", "nodes_missing_value_tracks_true", "nodes_modes",
    "nodes_splits", "nodes_trueleafs", "nodes_truenodeids", "post_transform", "tree_roots",
  ]
  static let types: [ElementType] = [.float, .double]
  static let scope =
    "all modes of branches but membership, missing values, all aggregates; post transformations, of float32 alone, of two targets and more: 1 is LOGISTIC and 2 SOFTMAX, as ONNX Runtime has it"

  // In the order of their numbers. Of LOGISTIC and SOFTMAX, ONNX Runtime computes the one where ONNX specifies the other.
  private static let aggregates: [TreeAggregate] = [.average, .sum, .least, .greatest]
  private static let modes: [BranchMode] = [.lessOrEqual, .less, .greaterOrEqual, .greater, .equal, .notEqual]
  private static let transforms: [Int64: PostTransform] = [
    0: .none, 1: .logistic, 2: .softmax, 3: .softmaxZero, 4: .probit,
  ]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    try builder.check(row.element, of: 0, node, types)
    guard let targets = try node.int("n_targets"), (1...4096).contains(targets) else {
      throw node.error(attribute: "n_targets", "expected 1 to 4096")
    }
    let function = try node.int("aggregate_function") ?? 1
    guard (0..<4).contains(function) else {
      throw node.error(attribute: "aggregate_function", "\(function) is not supported, only 0 to 3")
    }
    let transform = try node.int("post_transform") ?? 0
    guard let transform = transforms[transform] else {
      throw node.error(attribute: "post_transform", "\(transform) is not supported, only 0 to 4")
    }
    guard transform == .none || row.element == .float else {
      throw node.error(attribute: "post_transform", "is not supported for float64")
    }
    let lists = try Lists(node, features: row.count, targets: Int(targets), of: row.element)
    let regression = TreeRegression(
      ensemble: try lists.ensemble(), targets: Int(targets),
      aggregate: aggregates[Int(function)], base: [], transform: transform, weights: "leaf_targetids",
      result: row.element)
    try regression.lower(node, on: row, into: &builder)
  }

  // The lists of branches and leaves, checked against each other.
  private struct Lists {
    let node: Node
    let element: ElementType
    let features: [Int]
    let modes: [UInt8]
    let thresholds: [Double]
    let missingIsTrue: [Int64]
    // The branches or leaves that branches lead to, and which of both: first where the comparison holds, then where not.
    let children: [[Int]]
    let areLeaves: [[Int]]
    let leaves: [TreeEnsemble.Weight]
    let roots: [Int]

    init(_ node: Node, features featureCount: Int, targets: Int, of element: ElementType) throws(UnsupportedModel) {
      func ints(_ name: String, count: Int? = nil, below end: Int) throws(UnsupportedModel) -> [Int] {
        guard let ints = try node.ints(name), !ints.isEmpty else { throw node.error(attribute: name, "missing") }
        guard count == nil || ints.count == count else {
          throw node.error(attribute: name, "has \(ints.count) elements, expected \(count!)")
        }
        guard let odd = ints.first(where: { $0 < 0 || $0 >= end }) else { return ints.map { Int($0) } }
        throw node.error(attribute: name, "has the element \(odd), expected 0 to \(end - 1)")
      }
      func floats(_ name: String, count: Int) throws(UnsupportedModel) -> [Double] {
        let elements = try node.tensor(name)?.elements
        guard let elements, elements.count == count, elements.element == element,
          case .doubles(let values)? = elements.converted(to: .double)
        else { throw node.error(attribute: name, "expected a tensor of \(count) \(element.onnxName)") }
        return values
      }
      self.node = node
      self.element = element
      features = try ints("nodes_featureids", below: featureCount)
      let count = features.count
      guard case .uint8s(let modes)? = try node.tensor("nodes_modes")?.elements, modes.count == count else {
        throw node.error(attribute: "nodes_modes", "expected a tensor of \(count) uint8")
      }
      self.modes = modes
      thresholds = try floats("nodes_splits", count: count)
      missingIsTrue = try node.ints("nodes_missing_value_tracks_true") ?? Array(repeating: 0, count: count)
      guard missingIsTrue.count == count else {
        throw node.error(
          attribute: "nodes_missing_value_tracks_true", "has \(missingIsTrue.count) elements, expected \(count)")
      }
      let leafTargets = try ints("leaf_targetids", below: targets)
      let weights = try floats("leaf_weights", count: leafTargets.count)
      if let odd = weights.first(where: { !$0.isFinite }) {
        throw node.error(attribute: "leaf_weights", "has the element \(odd), expected finite numbers")
      }
      leaves = zip(leafTargets, weights).map { TreeEnsemble.Weight(target: $0, value: $1) }
      areLeaves = [
        try ints("nodes_trueleafs", count: count, below: 2), try ints("nodes_falseleafs", count: count, below: 2),
      ]
      let greatest = max(count, leaves.count)
      children = [
        try ints("nodes_truenodeids", count: count, below: greatest),
        try ints("nodes_falsenodeids", count: count, below: greatest),
      ]
      roots = try ints("tree_roots", below: count)
    }

    func ensemble() throws(UnsupportedModel) -> TreeEnsemble {
      var found: Set<Int> = []
      var trees: [TreeEnsemble.Tree] = []
      for root in roots {
        trees.append(try tree(root, &found))
      }
      return TreeEnsemble(trees: trees, element: element)
    }

    // A branch that is found twice is none of a tree; a leaf may be.
    private func tree(_ root: Int, _ found: inout Set<Int>) throws(UnsupportedModel) -> TreeEnsemble.Tree {
      var tree: TreeEnsemble.Tree = [.leaf([])]
      var open = [(branch: root, index: 0)]
      while let (branch, index) = open.popLast() {
        guard found.insert(branch).inserted else { throw node.error("branch \(branch) has a second parent") }
        guard modes[branch] < TreeEnsembleOperator.modes.count else {
          throw node.error(attribute: "nodes_modes", "\(modes[branch]) is not supported, only 0 to 5")
        }
        let next = tree.count
        for (children, areLeaves) in zip(children, areLeaves) {
          let child = children[branch]
          guard child < (areLeaves[branch] == 1 ? leaves.count : features.count) else {
            throw node.error("branch \(branch) leads to \(child), which is not there")
          }
          if areLeaves[branch] == 1 {
            tree.append(.leaf([leaves[child]]))
          } else {
            open.append((child, tree.count))
            tree.append(.leaf([]))
          }
        }
        let branches = TreeEnsemble.Branch.nodes(
          TreeEnsembleOperator.modes[Int(modes[branch])], feature: features[branch], threshold: thresholds[branch],
          of: element,
          missingIsTrue: missingIsTrue[branch] == 1, yes: next, no: next + 1, next: next + 2)
        guard let branches else {
          throw node.error(
            attribute: "nodes_splits", "element \(branch): a comparison with \(thresholds[branch]) is not supported")
        }
        tree[index] = .branch(branches[0])
        tree += branches.dropFirst().map { .branch($0) }
      }
      return tree
    }
  }
}
