// Operators that make one element of all along an axis.
extension ProgramBuilder {
  // A tensor with an axis last, so that what it is made of lies side by side.
  mutating func withLast(_ axis: Int, _ tensor: Tensor, of node: Node) throws(UnsupportedModel) -> Tensor {
    let strides = Shape.strides(tensor.shape)
    let order = tensor.shape.indices.filter { $0 != axis } + [axis]
    let shape = order.map { tensor.shape[$0] }
    let positions = Shape.positions(shape, strides: order.map { strides[$0] })
    guard case .tensor(let moved) = try gathered(.tensor(tensor), at: positions, shape: shape, of: node) else {
      fatalError("a tensor stays one")
    }
    return moved
  }

  // The same back: the last dimension becomes an axis.
  mutating func movedBack(_ tensor: Tensor, to axis: Int, of node: Node) throws(UnsupportedModel) -> Tensor {
    let strides = Shape.strides(tensor.shape)
    let last = tensor.shape.count - 1
    let order = Array(0..<axis) + [last] + Array(axis..<last)
    let shape = order.map { tensor.shape[$0] }
    let positions = Shape.positions(shape, strides: order.map { strides[$0] })
    guard case .tensor(let moved) = try gathered(.tensor(tensor), at: positions, shape: shape, of: node) else {
      fatalError("a tensor stays one")
    }
    return moved
  }

  // The operators that tell where an element along an axis stands.
  mutating func lowerPosition(_ node: Node, types: [ElementType], function: String) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let tensor = try tensor(0, of: node, types: types)
    let axis = try node.axis("axis", default: 0, rank: tensor.shape.count)
    guard try node.int("select_last_index") ?? 0 == 0 else {
      throw node.error(attribute: "select_last_index", "is not supported")
    }
    guard tensor.shape[axis] > 0 else { throw node.error("the axis \(axis) has no elements") }
    let rows = try withLast(axis, tensor, of: node)
    var shape = tensor.shape
    if try node.int("keepdims") ?? 1 == 1 { shape[axis] = 1 } else { shape.remove(at: axis) }
    let positions = buffer("position", .int64, count: Shape.count(shape))
    call(function, (nil, .read(rows.storage)), ("count", .int(tensor.shape[axis])), ("into", .write(positions)))
    define(0, of: node, as: .tensor(Tensor(storage: .buffer(positions), element: .int64, shape: shape)))
  }
}
