@testable import Generator

extension TestModel {
  // Two trees of three classes: a branch and two leaves, and a leaf alone.
  static let treeClassifier = TestModel.single(
    Node(
      operation: "TreeEnsembleClassifier", name: "n0", inputs: ["X"], outputs: ["label", "scores"],
      attributes: nodesOfTrees + [
        ("class_ids", .ints([0, 1, 2])), ("class_nodeids", .ints([1, 2, 0])), ("class_treeids", .ints([0, 0, 1])),
        ("class_weights", .floats([0.5, 0.25, 0.125])), ("classlabels_int64s", .ints([0, 1, 2])),
      ]), outputs: ["label", "scores"])

  // The same with one target.
  static let treeRegressor = TestModel.single(
    Node(
      operation: "TreeEnsembleRegressor", name: "n0", inputs: ["X"], outputs: ["Y"],
      attributes: nodesOfTrees + [
        ("n_targets", .int(1)), ("target_ids", .ints([0, 0, 0])), ("target_nodeids", .ints([1, 2, 0])),
        ("target_treeids", .ints([0, 0, 1])), ("target_weights", .floats([0.5, 0.25, 0.125])),
      ]), outputs: ["Y"])

  private static let nodesOfTrees: [(name: String, value: Attribute)] = [
    ("nodes_treeids", .ints([0, 0, 0, 1])), ("nodes_nodeids", .ints([0, 1, 2, 0])),
    ("nodes_featureids", .ints([1, 0, 0, 0])), ("nodes_values", .floats([1.5, 0, 0, 0])),
    ("nodes_modes", .strings(["BRANCH_LEQ", "LEAF", "LEAF", "LEAF"])), ("nodes_truenodeids", .ints([1, 0, 0, 0])),
    ("nodes_falsenodeids", .ints([2, 0, 0, 0])),
  ]

  private static func single(_ node: Node, outputs: [String]) -> TestModel {
    var model = single(node)
    model.outputs = outputs
    return model
  }
}
