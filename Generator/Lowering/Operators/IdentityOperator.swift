// ai.onnx.Identity: another name for the same value.
enum IdentityOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Identity"
  static let versions: [Int64] = [1, 13, 14, 16, 19, 21, 23, 24, 25]
  static let attributes: Set<String> = []
  static let types = ElementType.ofTensors
  static let scope = "class labels and maps too"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    builder.define(0, of: node, as: try builder.value(0, of: node))
  }
}
