// ai.onnx.Gather: slices along an axis, by their indices.
enum GatherOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Gather"
  static let versions: [Int64] = [1, 11, 13]
  static let attributes: Set<String> = ["axis"]
  static let types = ElementType.ofTensors
  static let scope = "a computed index out of range, at which ONNX Runtime fails, is the nearest one"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    let axis = try node.axis("axis", default: 0, rank: shape.count)
    guard case .constant(let indices) = try builder.value(1, of: node) else {
      return try lowerComputed(node, along: axis, into: &builder)
    }
    let numbers = try builder.indices(1, of: node)
    var picked: [Int] = []
    for number in numbers {
      guard let index = Shape.axis(number, rank: shape[axis]) else {
        throw node.error("index \(number) is beyond the \(shape[axis]) elements of axis \(axis)")
      }
      picked.append(index)
    }
    let inner = Shape.count(Array(shape[(axis + 1)...]))
    let outer = Shape.count(Array(shape[..<axis]))
    let positions = (0..<outer).flatMap { block in
      picked.flatMap { index in (0..<inner).map { (block * shape[axis] + index) * inner + $0 } }
    }
    let result = Array(shape[..<axis]) + indices.shape + Array(shape[(axis + 1)...])
    builder.define(
      0, of: node, as: try builder.gathered(try builder.value(0, of: node), at: positions, shape: result, of: node))
  }

  private static func lowerComputed(
    _ node: Node, along axis: Int, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) {
    let tensor = try builder.tensor(0, of: node)
    let indices = try builder.tensor(1, of: node, types: [.int64, .int32])
    let blocks = Array(tensor.shape[..<axis])
    let columns = Array(tensor.shape[(axis + 1)...])
    let shape = blocks + indices.shape + columns
    let columnCount = Shape.count(columns)
    let starts = Shape.positions(
      [Shape.count(blocks), indices.count, columnCount], strides: [tensor.shape[axis] * columnCount, 0, 1])
    let order = Shape.positions([Shape.count(blocks), indices.count, columnCount], strides: [0, 1, 0])
    try builder.pick(tensor, along: axis, starts: starts, indices: indices, order: order, shape: shape, of: node)
  }
}

extension ProgramBuilder {
  // Elements along an axis by computed indices, each from its start.
  mutating func pick(
    _ tensor: Tensor, along axis: Int, starts: [Int], indices: Tensor, order: [Int], shape: [Int], of node: Node
  ) throws(UnsupportedModel) {
    guard tensor.count > 0, !starts.isEmpty else { throw node.error("of no elements none is picked") }
    let picked = buffer("picked", tensor.element, count: starts.count)
    let startTable = constant("pickStarts", starts)
    let orderTable = constant("pickOrder", order)
    call(
      "pick", (nil, .read(tensor.storage)), ("size", .int(tensor.shape[axis])),
      ("stride", .int(Shape.strides(tensor.shape)[axis])), ("starts", .constant(startTable)),
      ("indices", .read(indices.storage)), ("order", .constant(orderTable)), ("into", .write(picked)))
    define(0, of: node, as: .tensor(Tensor(storage: .buffer(picked), element: tensor.element, shape: shape)))
  }
}
