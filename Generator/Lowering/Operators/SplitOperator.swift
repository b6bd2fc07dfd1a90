// ai.onnx.Split: parts along an axis, of the sizes told by an attribute or, since version 13, an input, or alike.
enum SplitOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Split"
  static let versions: [Int64] = [2, 11, 13, 18]
  static let attributes: Set<String> = ["axis", "num_outputs", "split"]
  static let types = ElementType.ofTensors

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...2, outputs: 1...Int(Int32.max))
    let shape = try builder.shape(0, of: node)
    let axis = try node.axis("axis", default: 0, rank: shape.count)
    let parts = node.proto.outputs.count
    // Alike; since version 18 the last one may be smaller.
    let size = (shape[axis] + parts - 1) / parts
    var sizes = Array(repeating: Int64(size), count: parts)
    if try node.int("num_outputs") != nil { sizes[parts - 1] = Int64(shape[axis] - (parts - 1) * size) }
    let least: Int64
    if let given = node.has(input: 1) ? try builder.int64s(1, of: node) : try node.ints("split") {
      (sizes, least) = (given, 0)
    } else {
      least = 1
    }
    guard sizes.count == parts, sizes.allSatisfy({ $0 >= least && $0 <= shape[axis] }),
      sizes.reduce(0, +) == shape[axis]
    else {
      throw node.error("parts of the sizes \(sizes) are not the \(shape[axis]) elements of axis \(axis)")
    }
    let value = try builder.value(0, of: node)
    let strides = Shape.strides(shape)
    var start = 0
    for (index, size) in sizes.enumerated() {
      var part = shape
      part[axis] = Int(size)
      let positions = Shape.positions(part, strides: strides, start: start * strides[axis])
      builder.define(index, of: node, as: try builder.gathered(value, at: positions, shape: part, of: node))
      start += Int(size)
    }
  }
}
