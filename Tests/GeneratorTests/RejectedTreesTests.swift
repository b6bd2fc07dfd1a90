import Testing

@testable import Generator

// Every ensemble of trees that is refused, with the words it is refused in.
struct RejectedTreesTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var model: TestModel
    var message: String
  }

  private static func classifier(
    _ name: String, _ message: String, _ change: (inout TestModel.Node) -> Void
  ) -> Case {
    changed(.treeClassifier, name, message, change)
  }

  private static func regressor(
    _ name: String, _ message: String, _ change: (inout TestModel.Node) -> Void
  ) -> Case {
    changed(.treeRegressor, name, message, change)
  }

  private static func changed(
    _ model: TestModel, _ name: String, _ message: String, _ change: (inout TestModel.Node) -> Void
  ) -> Case {
    var model = model
    change(&model.nodes[0])
    return Case(
      testDescription: name, model: model, message: "node 'n0' (ai.onnx.ml.\(model.nodes[0].operation)): \(message)")
  }

  static let nodes: [Case] = [
    classifier("no nodes", "attribute 'nodes_treeids': missing") { $0["nodes_treeids"] = nil },
    classifier("too few features", "attribute 'nodes_featureids': has 1 elements, expected 4 (nodes)") {
      $0["nodes_featureids"] = .ints([0])
    },
    classifier("too few modes", "attribute 'nodes_modes': has 1 elements, expected 4 (nodes)") {
      $0["nodes_modes"] = .strings(["LEAF"])
    },
    classifier("too few thresholds", "attribute 'nodes_values': has 0 elements, expected 4 (nodes)") {
      $0["nodes_values"] = nil
    },
    classifier(
      "too few of what is missing", "attribute 'nodes_missing_value_tracks_true': has 1 elements, expected 4 (nodes)"
    ) { $0["nodes_missing_value_tracks_true"] = .ints([1]) },
    classifier("feature below 0", "attribute 'nodes_featureids': -1 is no feature") {
      $0["nodes_featureids"] = .ints([-1, 0, 0, 0])
    },
    classifier("feature the input lacks", "attribute 'nodes_featureids': are of 3 features, the input has 2") {
      $0["nodes_featureids"] = .ints([2, 0, 0, 0])
    },
    classifier("trees in pieces", "attribute 'nodes_treeids': the nodes of tree 0 are apart") {
      $0["nodes_treeids"] = .ints([0, 0, 1, 0])
      $0["nodes_nodeids"] = .ints([0, 1, 0, 2])
    },
    classifier("node twice", "attribute 'nodes_nodeids': tree 0 has a second node 1") {
      $0["nodes_nodeids"] = .ints([0, 1, 1, 0])
    },
    classifier("child nowhere", "attribute 'nodes_falsenodeids': element 0: tree 0 has no node 3") {
      $0["nodes_falsenodeids"] = .ints([3, 0, 0, 0])
    },
    classifier("child below 0", "attribute 'nodes_truenodeids': element 0: tree 0 has no node -1") {
      $0["nodes_truenodeids"] = .ints([-1, 0, 0, 0])
    },
    classifier("circle", "attribute 'nodes_nodeids': tree 0 leads in a circle or to the same nodes too often") {
      $0["nodes_truenodeids"] = .ints([0, 0, 0, 0])
    },
    classifier("unknown mode", "attribute 'nodes_modes': 'BRANCH_NEAR' is not supported") {
      $0["nodes_modes"] = .strings(["BRANCH_NEAR", "LEAF", "LEAF", "LEAF"])
    },
    classifier("NaN", "attribute 'nodes_values': element 0: a comparison BRANCH_LEQ with nan is not supported") {
      $0["nodes_values"] = .floats([.nan, 0, 0, 0])
    },
    classifier("below all", "attribute 'nodes_values': element 0: a comparison BRANCH_LT with -inf is not supported") {
      $0["nodes_values"] = .floats([-.infinity, 0, 0, 0])
      $0["nodes_modes"] = .strings(["BRANCH_LT", "LEAF", "LEAF", "LEAF"])
    },
    classifier("tensor", "attribute 'nodes_values_as_tensor': expected a tensor") {
      $0["nodes_values_as_tensor"] = .other(type: 4)
    },
  ]

  static let weights: [Case] = [
    classifier(
      "weights without leaves", "attribute 'class_nodeids': has 1 elements, expected 3 (as many as 'class_ids')"
    ) {
      $0["class_nodeids"] = .ints([1])
    },
    classifier("too few weights", "attribute 'class_weights': has 1 elements, expected 3 (as many as 'class_ids')") {
      $0["class_weights"] = .floats([1])
    },
    classifier("infinite weight", "attribute 'class_weights': element 1 is inf, expected finite numbers") {
      $0["class_weights"] = .floats([1, .infinity, 1])
    },
    classifier("weight of a branch", "attribute 'class_nodeids': element 0: tree 0 has no leaf 0") {
      $0["class_nodeids"] = .ints([0, 2, 0])
    },
    classifier("weight of no tree", "attribute 'class_nodeids': element 2: tree 7 has no leaf 0") {
      $0["class_treeids"] = .ints([0, 0, 7])
    },
    classifier("class nobody has", "attribute 'class_ids': element 1 is 3, expected 0 to 2") {
      $0["class_ids"] = .ints([0, 3, 2])
    },
    classifier("class twice", "attribute 'class_ids': element 1: the leaf has 0 a second time") {
      $0["class_ids"] = .ints([0, 0, 2])
      $0["class_nodeids"] = .ints([1, 1, 0])
    },
    classifier("no score", "attribute 'class_ids': no tree has weights in all of its leaves") {
      $0["class_ids"] = .ints([])
      $0["class_nodeids"] = .ints([])
      $0["class_treeids"] = .ints([])
      $0["class_weights"] = .floats([])
    },
    classifier("one class", "has 1 classes, expected 2 to 4096") {
      $0["classlabels_int64s"] = .ints([0])
      $0["class_ids"] = .ints([0, 0, 0])
    },
    classifier("second of two classes", "attribute 'class_ids': of two classes only class 0 can have weights") {
      $0["classlabels_int64s"] = .ints([0, 1])
      $0["class_ids"] = .ints([0, 1, 0])
    },
    classifier("base values of some", "attribute 'base_values': has 2 elements, expected none or 3 (classes)") {
      $0["base_values"] = .floats([1, 2])
    },
    classifier("base values of two", "attribute 'base_values': has 2 elements, expected none or 1 with two classes") {
      $0["classlabels_int64s"] = .ints([0, 1])
      $0["class_ids"] = .ints([0, 0, 0])
      $0["base_values"] = .floats([1, 2])
    },
    classifier(
      "PROBIT", "attribute 'post_transform': PROBIT of one score of two classes is not supported"
    ) {
      $0["post_transform"] = .string("PROBIT")
      $0["classlabels_int64s"] = .ints([0, 1])
      $0["class_ids"] = .ints([0, 0, 0])
    },
    regressor("no number of targets", "attribute 'n_targets': expected 1 to 4096") { $0["n_targets"] = nil },
    regressor("no targets", "attribute 'n_targets': expected 1 to 4096") { $0["n_targets"] = .int(0) },
    regressor("leaf without weight", "attribute 'target_ids': a leaf has no weight") {
      $0["target_ids"] = .ints([0, 0])
      $0["target_nodeids"] = .ints([1, 0])
      $0["target_treeids"] = .ints([0, 1])
      $0["target_weights"] = .floats([1, 1])
    },
    regressor("base values of others", "attribute 'base_values': has 2 elements, expected none or 1 (targets)") {
      $0["base_values"] = .floats([1, 2])
    },
    regressor(
      "base value alone", "attribute 'base_values': a target of which not all leaves of a tree speak is not supported"
    ) {
      $0["n_targets"] = .int(2)
      $0["base_values"] = .floats([1, 2])
    },
    regressor(
      "transformation of one target", "attribute 'post_transform': LOGISTIC of one target is not supported, only NONE"
    ) { $0["post_transform"] = .string("LOGISTIC") },
    regressor(
      "unknown aggregate",
      "attribute 'aggregate_function': 'MEDIAN' is not supported, only SUM, AVERAGE, MIN, MAX"
    ) { $0["aggregate_function"] = .string("MEDIAN") },
  ]

  private static func ensemble(
    _ name: String, _ message: String, _ change: (inout TestModel.Node) -> Void
  ) -> Case {
    changed(.treeEnsemble, name, message, change)
  }

  static let ensembles: [Case] = [
    ensemble("no branches", "attribute 'nodes_featureids': missing") { $0["nodes_featureids"] = nil },
    ensemble("feature the input lacks", "attribute 'nodes_featureids': has the element 2, expected 0 to 1") {
      $0["nodes_featureids"] = .ints([0, 2])
    },
    ensemble("modes of another type", "attribute 'nodes_modes': expected a tensor of 2 uint8") {
      $0["nodes_modes"] = TestModel.floats([0, 5])
    },
    ensemble("membership", "attribute 'nodes_modes': 6 is not supported, only 0 to 5") {
      $0["nodes_modes"] = TestModel.uint8s([6, 0])
    },
    ensemble("too few splits", "attribute 'nodes_splits': expected a tensor of 2 float32") {
      $0["nodes_splits"] = TestModel.floats([1])
    },
    ensemble("NaN", "attribute 'nodes_splits': element 1: a comparison with nan is not supported") {
      $0["nodes_splits"] = TestModel.floats([1, .nan])
    },
    ensemble("infinite weight", "attribute 'leaf_weights': has the element inf, expected finite numbers") {
      $0["leaf_weights"] = TestModel.floats([1, .infinity, 1])
    },
    ensemble("too few of what is missing", "attribute 'nodes_missing_value_tracks_true': has 1 elements, expected 2") {
      $0["nodes_missing_value_tracks_true"] = .ints([1])
    },
    ensemble("target nobody has", "attribute 'leaf_targetids': has the element 2, expected 0 to 1") {
      $0["leaf_targetids"] = .ints([0, 1, 2])
    },
    ensemble("too few children", "attribute 'nodes_truenodeids': has 1 elements, expected 2") {
      $0["nodes_truenodeids"] = .ints([0])
    },
    ensemble("child that is not there", "branch 0 leads to 2, which is not there") {
      $0["nodes_trueleafs"] = .ints([0, 1])
      $0["nodes_truenodeids"] = .ints([2, 2])
    },
    ensemble("circle", "branch 0 has a second parent") { $0["nodes_trueleafs"] = .ints([0, 1]) },
    ensemble("root twice", "branch 0 has a second parent") { $0["tree_roots"] = .ints([0, 0]) },
    ensemble("root that is not there", "attribute 'tree_roots': has the element 2, expected 0 to 1") {
      $0["tree_roots"] = .ints([2])
    },
    ensemble("unknown aggregate", "attribute 'aggregate_function': 4 is not supported, only 0 to 3") {
      $0["aggregate_function"] = .int(4)
    },
    ensemble(
      "what the runtime mistakes",
      "attribute 'post_transform': 5 is not supported, only 0 to 4"
    ) { $0["post_transform"] = .int(5) },
  ]

  @Test func endsWithItsOperatorSets() {
    var model = TestModel.treeRegressor
    model.opsets[1].version = 5
    let message =
      "node 'n0' (ai.onnx.ml.TreeEnsembleRegressor): operator set 5 no longer has the operator; 4 is the last one that does"
    #expect(generated(model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: message)))
  }

  @Test func sharesLeavesOfAnEnsemble() throws {
    let program = try lower(ModelProto(decoding: TestModel.treeEnsemble.bytes))
    #expect(program.calls.map(\.function) == ["treeKeys", "treeLeaves", "aggregateLeafVectors", "treeScores"])
    // Two leaves of four lanes and one; two trees, of which the second takes two nodes to compare.
    #expect(program.texts.map { $0.text.bytes.count } == [7 * 8, 8 * 8, 3 * 20])
  }

  @Test(arguments: nodes + weights + ensembles)
  func rejects(_ row: Case) throws {
    #expect(generated(row.model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: row.message)))
  }

  /// Tensors are of the type of the input, stand alone, and came with version 3.
  @Test(
    arguments: [
      (1, nil, "is an attribute of version 3"), (3, [1, 0, 0], "stands beside 'nodes_values'"),
      (3, nil, "expected a tensor of float64"),
    ] as [(Int64, [Float]?, String)])
  func rejectsTensors(_ opset: Int64, _ values: [Float]?, _ reason: String) {
    var model = TestModel.treeRegressor
    model.opsets[1].version = opset
    model.nodes[0]["nodes_values"] = values.map { .floats($0) }
    model.nodes[0]["nodes_values_as_tensor"] = .tensor(RejectedOperatorTests.floats([1, 0, 0]))
    model.nodes[0].inputs = ["D"]
    model.nodes.insert(
      .init(operation: "Cast", domain: "", inputs: ["X"], outputs: ["D"], attributes: [("to", .int(11))]), at: 0)
    let message =
      "node 'n0' (ai.onnx.ml.TreeEnsembleRegressor): attribute 'nodes_values_as_tensor': \(reason)"
    #expect(generated(model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: message)))
  }
}
