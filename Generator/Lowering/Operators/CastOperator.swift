// ai.onnx.Cast between numbers. A class label keeps being a class index, whatever type it is given that can hold its classes:
// exporters convert it to float32 and back.
enum CastOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Cast"
  static let versions: [Int64] = [6, 9, 13, 19, 21, 23, 24, 25]

  // The last two concern floats of 8 bits only, which are refused.
  static let attributes: Set<String> = ["to", "saturate", "round_mode"]
  static let types = ElementType.ofTensors + [.half, .int8, .uint8, .int16, .uint16, .uint64]
  static let scope = "no int64 that was converted before and no uint64 to fewer bits, no float16 to integers of 8"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    guard let to = try node.int("to") else { throw node.error(attribute: "to", "missing") }
    guard let target = ElementType(dataType: to) else {
      throw node.error(
        attribute: "to", "type \(to) is not supported, only \(types.map(\.onnxName).joined(separator: ", "))")
    }
    let value = try builder.value(0, of: node)
    if case .label(var label) = value, try isLabel(label, as: target, node) {
      label.element = target
      return builder.define(0, of: node, as: .label(label))
    }
    if case .constant(let constant) = value, let elements = constant.elements.converted(to: target) {
      return builder.define(0, of: node, as: .constant(ConstantTensor(elements: elements, shape: constant.shape)))
    }
    var tensor = try builder.tensor(0, of: node)
    if tensor.element != target {
      // ONNX Runtime drops conversions between others by rules of its own, and these show it.
      guard !isDropped(tensor, before: target) else {
        let source = tensor.wasInt64 ? ElementType.int64 : tensor.element
        throw node.error(
          "\(source.onnxName) is converted to \(target.onnxName), of which ONNX Runtime's answer is not settled")
      }
      // Whatever becomes float16 is float32 before.
      let source = target == .half ? builder.asFloat(tensor) : tensor.storage
      let converted = builder.buffer("converted", target, count: tensor.count)
      builder.call("cast", (nil, .read(source)), ("into", .write(converted)))
      tensor.wasInt64 = tensor.wasInt64 || target == .int64 || tensor.element == .int64
      tensor.storage = .buffer(converted)
      tensor.element = target
    }
    builder.define(0, of: node, as: .tensor(tensor))
  }

  // Whether a conversion that a tensor went through may not have taken place, where that makes a difference.
  private static func isDropped(_ tensor: Tensor, before target: ElementType) -> Bool {
    guard target.size < 8, target != .float, target != .bool else { return false }
    switch tensor.element {
    case .half: return target.size < 2 || tensor.wasInt64
    case .uint64: return true
    default: return tensor.wasInt64
    }
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
