// ai.onnx.Size: the number of elements, known at build time.
enum SizeOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Size"
  static let versions: [Int64] = [1, 13, 19, 21, 23, 24, 25]
  static let attributes: Set<String> = []
  static let types = ElementType.ofTensors

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let count = Shape.count(try builder.shape(0, of: node))
    builder.define(0, of: node, as: .constant(ConstantTensor(elements: .int64s([Int64(count)]), shape: [])))
  }
}
