// ai.onnx.Dropout: nothing, where a model is not trained.
enum DropoutOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Dropout"
  static let versions: [Int64] = [7, 10, 12, 13, 22]
  static let attributes: Set<String> = ["ratio", "seed"]
  static let types = ElementType.ofTensors.filter { $0 == .float || $0 == .double }
  static let scope = "no training, no mask"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...3, outputs: 1...2)
    if node.has(input: 2) {
      guard case .bools([false]) = try builder.constant(2, of: node).elements else {
        throw node.error("input '\(node.proto.inputs[2])' asks for training, which is not supported")
      }
    }
    builder.define(0, of: node, as: .tensor(try builder.tensor(0, of: node, types: types)))
  }
}
