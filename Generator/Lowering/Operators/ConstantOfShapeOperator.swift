// ai.onnx.ConstantOfShape: one value in a shape that its input tells, zero unless told.
enum ConstantOfShapeOperator: Operator {
  static let domain = Domain.onnx
  static let name = "ConstantOfShape"
  static let versions: [Int64] = [9, 20, 21, 23, 24, 25]
  static let attributes: Set<String> = ["value"]
  static let types = ElementType.ofTensors
  static let scope = "the shape is a constant"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let shape = try builder.sizes(0, of: node)
    let value = try node.tensor("value") ?? ConstantTensor(elements: .floats([0]), shape: [1])
    guard value.elements.count == 1 else { throw node.error(attribute: "value", "is not one element") }
    guard let count = Shape.checkedCount(shape) else { throw node.error("the shape \(shape) is too large") }
    let elements = value.elements.gathered(Array(repeating: 0, count: count))
    builder.define(0, of: node, as: .constant(ConstantTensor(elements: elements, shape: shape)))
  }
}
