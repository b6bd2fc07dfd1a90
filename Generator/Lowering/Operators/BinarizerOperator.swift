// ai.onnx.ml.Binarizer: 1 above a threshold, else 0.
enum BinarizerOperator: Operator {
  static let domain = Domain.ml
  static let name = "Binarizer"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = ["threshold"]
  static let types: [ElementType] = [.float]
  static let scope = "a NaN, at which ONNX Runtime fails, is not above the threshold"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let tensor = try builder.tensor(0, of: node)
    guard tensor.element == .float else {
      throw node.error(
        "input '\(node.proto.inputs[0])' is of type \(tensor.element.onnxName), only float32 is supported")
    }
    let threshold = try node.float("threshold") ?? 0
    let binary = builder.buffer("binary", count: tensor.count)
    builder.call(
      "binarize", (nil, .read(tensor.storage)), ("threshold", .float(threshold)), ("into", .write(binary)))
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(binary), element: .float, shape: tensor.shape)))
  }
}
