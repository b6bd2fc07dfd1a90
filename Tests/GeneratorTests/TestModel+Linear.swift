// Linear models of two features, with one node each.
extension TestModel {
  static let linearClassifier = labelled(
    Node(
      operation: "LinearClassifier", name: "n0", inputs: ["X"], outputs: ["Y", "Z"],
      attributes: [
        ("classlabels_ints", .ints([0, 1])), ("coefficients", .floats([-1, 2, 1, -2])),
        ("intercepts", .floats([-0.5, 0.5])), ("multi_class", .int(0)), ("post_transform", .string("LOGISTIC")),
      ]))

  static let linearRegressor = single(
    Node(
      operation: "LinearRegressor", name: "n0", inputs: ["X"], outputs: ["Y"],
      attributes: [
        ("coefficients", .floats([1, 2, 3, 4])), ("intercepts", .floats([0.5, 0])), ("targets", .int(2)),
      ]))

  static let supportVectorRegressor = single(
    Node(
      operation: "SVMRegressor", name: "n0", inputs: ["X"], outputs: ["Y"],
      attributes: [
        ("coefficients", .floats([1, -0.5, -0.5])), ("kernel_params", .floats([0.25, 0, 3])),
        ("kernel_type", .string("RBF")), ("n_supports", .int(3)), ("post_transform", .string("NONE")),
        ("rho", .floats([0.0625])), ("support_vectors", .floats([1, 2, 3, 4, 5, 6])),
      ]))

  // Two features by constant indices.
  static func extractor(_ indices: [Int64]) -> TestModel {
    var model = single(Node(operation: "ArrayFeatureExtractor", name: "n0", inputs: ["X", "I"], outputs: ["Y"]))
    model.initializers = [int64s("I", indices)]
    return model
  }

  // One operator of ai.onnx.ml from the input to the scores.
  static func step(_ operation: String, _ attributes: KeyValuePairs<String, Attribute>) -> TestModel {
    single(
      Node(
        operation: operation, name: "n0", inputs: ["X"], outputs: ["Y"],
        attributes: attributes.map { ($0.key, $0.value) }))
  }

  // The linear classifier with its classes renamed; the keys are 0 and 1 unless others are given.
  static func renamedClasses(_ attributes: KeyValuePairs<String, Attribute?>) -> TestModel {
    var model = linearClassifier
    var encoder = Node(operation: "LabelEncoder", name: "n1", inputs: ["Y"], outputs: ["W"])
    encoder["keys_int64s"] = .ints([0, 1])
    for (name, value) in attributes { encoder[name] = value }
    model.nodes.append(encoder)
    model.outputs = ["W", "Z"]
    return model
  }

  // One operator that makes a label and scores.
  static func labelled(_ node: Node) -> TestModel {
    var model = single(node)
    model.outputs = node.outputs
    return model
  }

  // A constant of one dimension.
  static func int64s(_ name: String, _ values: [Int64]) -> [UInt8] {
    ProtobufWriter.message {
      $0.ints(1, [Int64(values.count)])
      $0.int(2, 7)
      $0.ints(7, values)
      $0.string(8, name)
    }
  }
}
