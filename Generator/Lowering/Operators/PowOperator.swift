// ai.onnx.Pow: squares and cubes multiplied out, as ONNX Runtime does for one exponent; all others by the C library.
enum PowOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Pow"
  static let versions: [Int64] = [7, 12, 13, 15]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float]
  static let scope = "the exponent is a constant"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let base = try builder.tensor(0, of: node)
    let exponent = try builder.constant(1, of: node)
    guard base.element == .float, case .floats(let exponents)? = exponent.elements.converted(to: .float) else {
      throw node.error("the inputs are of types that are not supported, only float32 to the power of a number")
    }
    let shape = try builder.broadcastShape([base.shape, exponent.shape], of: node)
    let operand = try builder.spread(base, to: shape, of: node)
    let target: Int
    if exponents == [2] || exponents == [3] {
      target = builder.copied(operand, as: "power")
      builder.call(exponents == [2] ? "square" : "cube", (nil, .write(target)))
    } else {
      guard case .floats = exponent.elements else {
        throw node.error("the exponents are not of type float32, which is supported for 2 and 3 alone")
      }
      target = builder.buffer("power", count: Shape.count(shape))
      let positions = exponents.count == 1 ? [0] : Shape.broadcastPositions(exponent.shape, to: shape)
      let constant = builder.constant("exponent", positions.map { exponents[$0] })
      builder.call(
        "power", (nil, .read(operand.storage)), (nil, .read(.constant(constant))), ("into", .write(target)))
    }
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: shape)))
  }
}
