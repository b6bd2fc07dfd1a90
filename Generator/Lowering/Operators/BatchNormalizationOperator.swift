// ai.onnx.BatchNormalization: a line for every feature, of the mean and variance found in training.
enum BatchNormalizationOperator: Operator {
  static let domain = Domain.onnx
  static let name = "BatchNormalization"
  static let versions: [Int64] = [9, 14, 15]
  static let attributes: Set<String> = ["epsilon", "momentum", "training_mode"]
  static let types: [ElementType] = [.float]
  static let scope = "two dimensions; no training"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try checkProducer(node, builder)
    let row = try builder.tensor(0, of: node, types: types)
    guard row.shape.count == 2, row.shape[0] == 1 else {
      throw node.error("input '\(node.proto.inputs[0])' has the shape \(row.shape), expected [1, features]")
    }
    let statistics = try Statistics(node, features: row.count, builder)
    let scales = zip(statistics.scale, statistics.deviation).map { 1 / $1 * $0 }
    let biases = zip(statistics.bias, zip(statistics.mean, scales)).map { $0 - $1.0 * $1.1 }
    let products = builder.buffer("scaled", count: row.count)
    builder.call(
      "multiply", (nil, .read(row.storage)), (nil, .constant(builder.constant("featureScales", scales))),
      ("into", .write(products)))
    let target = builder.buffer("normalized", count: row.count)
    builder.call(
      "add", (nil, .read(.buffer(products))), (nil, .constant(builder.constant("featureBiases", biases))),
      ("into", .write(target)))
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: row.shape)))
  }

  // Refuses a product with another shape between, into whose matrix ONNX Runtime multiplies the scales as well.
  private static func checkProducer(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) {
    var producer = builder.graph.producer(of: node.proto.inputs[0])
    var isReshaped = false
    while let reshape = producer, ["Reshape", "Transpose"].contains(reshape.proto.operation) {
      producer = builder.graph.producer(of: reshape.proto.inputs[0])
      isReshaped = true
    }
    guard !isReshaped || producer?.proto.operation != MatMulOperator.name else {
      throw node.error("behind a product of another shape is not supported")
    }
  }

  // What the node says of its features.
  struct Statistics {
    let scale: [Float]
    let bias: [Float]
    let mean: [Float]
    // The root of the variance and epsilon.
    let deviation: [Float]

    init(_ node: Node, features: Int, _ builder: ProgramBuilder) throws(UnsupportedModel) {
      try node.checkArity(inputs: 5...5, outputs: 1...1)
      guard try node.int("training_mode") ?? 0 == 0 else {
        throw node.error(attribute: "training_mode", "is not supported")
      }
      let epsilon = try node.float("epsilon", default: 1e-5)
      func floats(_ input: Int) throws(UnsupportedModel) -> [Float] {
        let constant = try builder.constant(input, of: node)
        guard case .floats(let values) = constant.elements, constant.shape == [features] else {
          throw node.error(
            "input '\(node.proto.inputs[input])' of the shape \(constant.shape) is not \(features) float32")
        }
        return values
      }
      (scale, bias, mean) = (try floats(1), try floats(2), try floats(3))
      deviation = try floats(4).map { ($0 + epsilon).squareRoot() }
    }
  }
}
