// ai.onnx.Constant: a tensor that an attribute holds.
enum ConstantOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Constant"
  static let versions: [Int64] = [1, 9, 11, 12, 13, 19, 21, 23, 24, 25]
  static let attributes: Set<String> = [
    "value", "value_float", "value_floats", "value_int", "value_ints", "value_string", "value_strings",
  ]
  static let types = ElementType.ofTensors
  static let scope = "strings where they are classes; no sparse tensors"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 0...0, outputs: 1...1)
    guard node.proto.attributes.count == 1 else {
      throw node.error("has \(node.proto.attributes.count) attributes, expected one value")
    }
    builder.define(0, of: node, as: .constant(try value(node)))
  }

  private static func value(_ node: Node) throws(UnsupportedModel) -> ConstantTensor {
    switch node.proto.attributes[0].value {
    case .tensor(let tensor): return ConstantTensor(tensor)
    case .float(let value): return ConstantTensor(elements: .floats([value]), shape: [])
    case .floats(let values): return ConstantTensor(elements: .floats(values), shape: [values.count])
    case .int(let value): return ConstantTensor(elements: .int64s([value]), shape: [])
    case .ints(let values): return ConstantTensor(elements: .int64s(values), shape: [values.count])
    case .string(let value): return ConstantTensor(elements: .strings([value]), shape: [])
    case .strings(let values): return ConstantTensor(elements: .strings(values), shape: [values.count])
    case .graph, .reference, .other:
      throw node.error(attribute: node.proto.attributes[0].name, "is of a type that is not supported")
    }
  }
}
