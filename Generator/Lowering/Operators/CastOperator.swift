// ai.onnx.Cast between numbers. A class label keeps being a class index, whatever type it is given that can hold its classes:
// exporters convert it to float32 and back.
enum CastOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Cast"
  static let versions: [Int64] = [6, 9, 13, 19, 21, 23, 24, 25]

  // The last two concern targets of 8 bits only, which are refused.
  static let attributes: Set<String> = ["to", "saturate", "round_mode"]
  static let types: [ElementType] = [.float, .double, .int64, .int32, .bool]
  static let scope = "an int64 that was converted before is not converted to int32"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    guard let to = try node.int("to") else { throw node.error(attribute: "to", "missing") }
    guard let target = ElementType(dataType: to) else {
      throw node.error(
        attribute: "to", "type \(to) is not supported, only float32 (1), int32 (6), int64 (7), bool (9), float64 (11)")
    }
    let value = try builder.value(0, of: node)
    if case .label(var label) = value, try isLabel(label, as: target, node) {
      label.element = target
      return builder.define(0, of: node, as: .label(label))
    }
    if case .constant(let constant) = value {
      guard let elements = constant.elements.converted(to: target) else {
        throw node.error("input '\(node.proto.inputs[0])' is not a numeric tensor")
      }
      return builder.define(0, of: node, as: .constant(ConstantTensor(elements: elements, shape: constant.shape)))
    }
    var tensor = try builder.tensor(0, of: node)
    if tensor.element != target {
      // ONNX Runtime drops conversions between others by rules of its own, and int64 to int32 shows it.
      guard target != .int32 || !tensor.wasInt64 else {
        throw node.error("int64 is converted to int32, of which ONNX Runtime's answer is not settled")
      }
      let converted = builder.buffer("converted", target, count: tensor.count)
      builder.call("cast", (nil, .read(tensor.storage)), ("into", .write(converted)))
      tensor.storage = .buffer(converted)
      tensor.element = target
      tensor.wasInt64 = tensor.wasInt64 || target == .int64
    }
    builder.define(0, of: node, as: .tensor(tensor))
  }

  // Whether the label goes on being one.
  private static func isLabel(
    _ label: Value.Label, as target: ElementType, _ node: Node
  ) throws(UnsupportedModel) -> Bool {
    guard case .ints(let classes) = label.classes else { return false }
    let elements = TensorElements.int64s(classes)
    if elements.converted(to: target)?.converted(to: .int64) == elements { return true }
    guard target != .int32 else { throw node.error("a class label does not fit int32") }
    return false
  }
}
