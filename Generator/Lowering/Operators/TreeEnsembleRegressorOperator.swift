// ai.onnx.ml.TreeEnsembleRegressor: the weights of the leaves, summed up in the order of the trees, or the least or greatest.
enum TreeEnsembleRegressorOperator: Operator {
  static let domain = Domain.ml
  static let name = "TreeEnsembleRegressor"
  static let versions: [Int64] = [1, 3]
  static let endOfLife: Int64? = 5
  static let attributes = TreeAttributes.names(ofWeights: "target").union([
    "aggregate_function", "n_targets", "post_transform",
  ])
  static let types: [ElementType] = [.float, .double]
  static let scope =
    "all modes of branches, missing values, all aggregates; post transformations of two targets and more"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    try builder.check(row.element, of: 0, node, types)
    let attributes = try TreeAttributes(node, weights: "target", of: row.element)
    guard attributes.featureCount <= row.count else {
      throw node.error(
        attribute: "nodes_featureids", "are of \(attributes.featureCount) features, the input has \(row.count)")
    }
    guard let targets = try node.int("n_targets"), (1...4096).contains(targets) else {
      throw node.error(attribute: "n_targets", "expected 1 to 4096")
    }
    let regression = TreeRegression(
      ensemble: try attributes.trees(targets: Int(targets)), targets: Int(targets),
      aggregate: try node.choice("aggregate_function", default: .sum),
      base: try node.finiteTreeNumbers("base_values", of: row.element),
      transform: try node.choice("post_transform", default: .none), weights: "target_ids")
    try regression.lower(node, on: row, into: &builder)
  }
}
