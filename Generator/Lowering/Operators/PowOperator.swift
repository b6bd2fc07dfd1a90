// ai.onnx.Pow: squares and cubes, which ONNX Runtime multiplies out.
enum PowOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Pow"
  static let versions: [Int64] = [7, 12, 13, 15]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float]
  static let scope = "the exponent is the constant 2 or 3"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let base = try builder.tensor(0, of: node)
    let exponent = try builder.constant(1, of: node)
    guard base.element == .float, case .floats(let values)? = exponent.elements.converted(to: .float),
      values == [2] || values == [3], let shape = Shape.broadcast(base.shape, exponent.shape)
    else {
      throw node.error("is not supported but for a float32 to the power of 2 or 3")
    }
    let target = builder.copied(base, as: "power")
    builder.call(values == [2] ? "square" : "cube", (nil, .write(target)))
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: shape)))
  }
}
