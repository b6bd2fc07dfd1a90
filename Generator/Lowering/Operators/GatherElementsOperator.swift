// ai.onnx.GatherElements: elements along an axis, each by an index of its own.
enum GatherElementsOperator: Operator {
  static let domain = Domain.onnx
  static let name = "GatherElements"
  static let versions: [Int64] = [11, 13]
  static let attributes: Set<String> = ["axis"]
  static let types = ElementType.ofTensors
  static let scope = GatherOperator.scope

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let own = try builder.shape(0, of: node)
    let shape = try builder.shape(1, of: node)
    let axis = try node.axis("axis", default: 0, rank: own.count)
    guard shape.count == own.count, zip(shape, own).enumerated().allSatisfy({ $0 == axis || $1.0 <= $1.1 }) else {
      throw node.error("the shapes \(own) and \(shape) do not fit")
    }
    let strides = Shape.strides(own)
    let starts = Shape.positions(shape, strides: strides.indices.map { $0 == axis ? 0 : strides[$0] })
    guard case .constant = try builder.value(1, of: node) else {
      let tensor = try builder.tensor(0, of: node)
      let indices = try builder.tensor(1, of: node, types: [.int64, .int32])
      return try builder.pick(
        tensor, along: axis, starts: starts, indices: indices, order: Array(starts.indices), shape: shape, of: node)
    }
    var positions: [Int] = []
    for (start, number) in zip(starts, try builder.indices(1, of: node)) {
      guard let index = Shape.axis(number, rank: own[axis]) else {
        throw node.error("index \(number) is beyond the \(own[axis]) elements of axis \(axis)")
      }
      positions.append(start + index * strides[axis])
    }
    builder.define(
      0, of: node, as: try builder.gathered(try builder.value(0, of: node), at: positions, shape: shape, of: node))
  }
}
