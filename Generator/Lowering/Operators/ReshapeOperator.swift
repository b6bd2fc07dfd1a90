// ai.onnx.Reshape: the same elements in another shape. Its second input is the shape: 0 keeps a dimension, -1 takes what is left.
enum ReshapeOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Reshape"
  static let versions: [Int64] = [1, 5, 13, 14, 19, 21, 23, 24, 25]
  static let attributes: Set<String> = ["allowzero", "consumed_inputs", "shape"]
  static let types = ElementType.ofTensors
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(1, [.float, .double])]
  static let scope = "the shape is a constant"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    // The oldest version has the shape as an attribute.
    let inputs = node.version < 5 ? 1 : 2
    try node.checkArity(inputs: inputs...inputs, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    if node.version == 1 { try builder.check(try builder.element(0, of: node), of: 0, node, types(of: node)) }
    guard let wanted = inputs == 2 ? try builder.int64s(1, of: node) : try node.ints("shape") else {
      throw node.error(attribute: "shape", "missing")
    }
    let allowsZero = try node.int("allowzero") == 1

    var result: [Int] = []
    for (axis, size) in wanted.enumerated() {
      switch size {
      case 0 where !allowsZero && axis < shape.count: result.append(shape[axis])
      case -1: result.append(-1)
      case 0...(1 << 30): result.append(Int(size))
      default: throw node.error("the shape \(wanted) is not supported for one of \(shape)")
      }
    }
    let count = Shape.count(shape)
    if let open = result.firstIndex(of: -1) {
      result[open] = 1
      guard let others = Shape.checkedCount(result), others > 0, count % others == 0 else {
        throw node.error("the shape \(wanted) does not fit \(count) elements")
      }
      result[open] = count / others
    }
    guard Shape.checkedCount(result) == count else {
      throw node.error("the shape \(wanted) does not fit \(count) elements")
    }
    try builder.reshape(node, to: result)
  }
}
