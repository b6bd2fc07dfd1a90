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

  // A branch with two leaves, and one whose leaves are the same.
  static let treeEnsemble: TestModel = {
    var model = TestModel.single(
      Node(
        operation: "TreeEnsemble", name: "n0", inputs: ["X"], outputs: ["Y"],
        attributes: [
          ("n_targets", .int(2)), ("tree_roots", .ints([0, 1])), ("nodes_featureids", .ints([0, 1])),
          ("nodes_modes", uint8s([0, 5])), ("nodes_splits", floats([1.5, 2])), ("nodes_truenodeids", .ints([0, 2])),
          ("nodes_trueleafs", .ints([1, 1])), ("nodes_falsenodeids", .ints([1, 2])),
          ("nodes_falseleafs", .ints([1, 1])), ("leaf_targetids", .ints([0, 1, 1])),
          ("leaf_weights", floats([0.5, 0.25, 0.125])),
        ]))
    model.opsets[1].version = 5
    return model
  }()

  static func uint8s(_ values: [Int64]) -> Attribute {
    .tensor(
      ProtobufWriter.message {
        $0.ints(1, [Int64(values.count)])
        $0.int(2, 2)
        $0.ints(5, values)
      })
  }

  static func floats(_ values: [Float]) -> Attribute {
    .tensor(
      ProtobufWriter.message {
        $0.ints(1, [Int64(values.count)])
        $0.int(2, 1)
        $0.floats(4, values)
      })
  }

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
