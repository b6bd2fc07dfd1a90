// Operators that make one element of all along an axis.
extension ProgramBuilder {
  // A tensor with an axis last, so that what it is made of lies side by side.
  mutating func withLast(_ axis: Int, _ tensor: Tensor, of node: Node) throws(UnsupportedModel) -> Tensor {
    try withLast([axis], tensor, of: node)
  }

  // The same of several axes.
  mutating func withLast(_ axes: Set<Int>, _ tensor: Tensor, of node: Node) throws(UnsupportedModel) -> Tensor {
    let strides = Shape.strides(tensor.shape)
    let order = tensor.shape.indices.filter { !axes.contains($0) } + axes.sorted()
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
  mutating func lowerPosition(_ node: Node, types: [ElementType], of extreme: String) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let tensor = try tensor(0, of: node, types: types)
    let axis = try node.axis("axis", default: 0, rank: tensor.shape.count)
    let takesLast = try node.int("select_last_index") ?? 0 != 0
    guard tensor.count > 0 else { throw node.error("the shape \(tensor.shape) has no elements") }
    let rows = try withLast(axis, tensor, of: node)
    var shape = tensor.shape
    if try node.int("keepdims") ?? 1 == 1 { shape[axis] = 1 } else { shape.remove(at: axis) }
    let isFloating = tensor.element == .float || tensor.element == .double
    let takesNaN = MergedDimensions(tensor.shape, reduced: [axis]).order == .all && isFloating && !takesLast
    let positions = buffer("position", .int64, count: Shape.count(shape))
    call(
      takesNaN ? "positionOf\(extreme)OrNaN" : takesLast ? "positionOfLast\(extreme)" : "positionOf\(extreme)",
      (nil, .read(rows.storage)), ("count", .int(tensor.shape[axis])), ("into", .write(positions)))
    define(0, of: node, as: .tensor(Tensor(storage: .buffer(positions), element: .int64, shape: shape)))
  }
}
