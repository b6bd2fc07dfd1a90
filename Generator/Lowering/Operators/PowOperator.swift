// ai.onnx.Pow: squares and cubes multiplied out where one exponent is for all or for a run of elements, as ONNX Runtime does;
// all others by the C library, in double precision unless both operands are float32.
enum PowOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Pow"
  static let versions: [Int64] = [7, 12, 13, 15]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(7, [.float, .double])]
  static let scope = "since version 12 the exponent may be of another of the types"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let base = try builder.tensor(0, of: node, types: types(of: node))
    var exponent = try builder.tensor(1, of: node, types: types(of: node))
    guard node.version >= 12 || base.element == exponent.element else {
      throw node.error("the inputs are of different types")
    }
    if exponent.element != .double, (base.element, exponent.element) != (.float, .float) {
      let converted = builder.buffer("exponents", .double, count: exponent.count)
      builder.call("cast", (nil, .read(exponent.storage)), ("into", .write(converted)))
      (exponent.storage, exponent.element) = (.buffer(converted), .double)
    }
    let shape = try builder.broadcastShape([base.shape, exponent.shape], of: node)
    let operands = [try builder.spread(base, to: shape, of: node), try builder.spread(exponent, to: shape, of: node)]
    let target = builder.buffer("power", base.element, count: Shape.count(shape))
    builder.call(
      "power", (nil, .read(operands[0].storage)), (nil, .read(operands[1].storage)),
      ("multiplied", .bool(Shape.isScalar(exponent.shape, along: base.shape))), ("into", .write(target)))
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: base.element, shape: shape)))
  }
}
