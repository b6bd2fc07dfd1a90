// ai.onnx.Clip: between two bounds, which are attributes or, since version 11, inputs.
enum ClipOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Clip"
  static let versions: [Int64] = [6, 11, 12, 13]
  static let attributes: Set<String> = ["max", "min"]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(11, [.float])]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...3, outputs: 1...1)
    let operand = try builder.tensor(0, of: node, types: types(of: node))
    let least = try bound(1, "min", operand.element, node, &builder)
    let greatest = try bound(2, "max", operand.element, node, &builder)
    let target = builder.buffer("clipped", operand.element, count: operand.count)
    builder.call(
      "clip", (nil, .read(operand.storage)), ("from", .read(least)), ("to", .read(greatest)), ("into", .write(target)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: operand.element, shape: operand.shape)))
  }

  // One number; where none is told the last finite one of the type, so that infinity becomes that.
  private static func bound(
    _ input: Int, _ attribute: String, _ element: ElementType, _ node: Node, _ builder: inout ProgramBuilder
  ) throws(UnsupportedModel) -> Storage {
    if node.has(input: input) {
      let bound = try builder.tensor(input, of: node)
      guard bound.element == element, bound.count == 1, bound.shape.isEmpty || bound.shape == [1] else {
        throw node.error("input '\(node.proto.inputs[input])' is not one \(element.onnxName)")
      }
      return bound.storage
    }
    if let value = try node.float(attribute) {
      guard element == .float else { throw node.error(attribute: attribute, "is for float32") }
      return .constant(builder.constant(attribute, [value]))
    }
    let isLeast = attribute == "min"
    let values: Constant.Values =
      switch element {
      case .float: .floats([isLeast ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude])
      case .double: .doubles([isLeast ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude])
      case .int32: .int32s([isLeast ? .min : .max])
      default: .int64s([isLeast ? .min : .max])
      }
    return .constant(builder.constant(isLeast ? "lowerBound" : "upperBound", values))
  }
}
