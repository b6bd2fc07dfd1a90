// ai.onnx.Flatten: two dimensions, those before an axis and those from it on.
enum FlattenOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Flatten"
  static let versions: [Int64] = [1, 9, 11, 13, 21, 23, 24, 25]
  static let attributes: Set<String> = ["axis"]
  static let types = ElementType.ofTensors
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(1, [.float, .double])]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    if node.version == 1 { try builder.check(try builder.element(0, of: node), of: 0, node, types(of: node)) }
    let number = try node.int("axis") ?? 1
    // The axis behind the last is one as well.
    guard node.version >= 11 || number >= 0,
      let axis = number == shape.count ? shape.count : Shape.axis(number, rank: shape.count)
    else {
      throw node.error(attribute: "axis", "\(number) is no axis of \(shape.count) dimensions")
    }
    try builder.reshape(node, to: [Shape.count(Array(shape[..<axis])), Shape.count(Array(shape[axis...]))])
  }
}
