// Movement of elements. With one row every shape is known, so where an element comes from is known as well: whatever slices,
// transposes, repeats or picks is one table of positions, and what only reshapes is nothing at all.
extension ProgramBuilder {
  // A value whose elements are those of another one at given positions.
  mutating func gathered(
    _ value: Value, at positions: [Int], shape: [Int], of node: Node
  ) throws(UnsupportedModel) -> Value {
    switch value {
    case .constant(let constant):
      return .constant(ConstantTensor(elements: constant.elements.gathered(positions), shape: shape))
    case .label(var label):
      guard positions == [0] else { throw node.error("a class label is repeated, which is not supported") }
      label.shape = shape
      return .label(label)
    case .tensor(var tensor):
      guard !tensor.isCollection else { throw node.error("input '\(node.proto.inputs[0])' is not a tensor") }
      if positions != Array(0..<tensor.count) {
        // The order of the classes is that of the scores.
        (tensor.classes, tensor.areProbabilities, tensor.areProportions) = (nil, false, false)
        let table = constant("positions", positions)
        let moved = buffer("moved", tensor.element, count: positions.count)
        call("gather", (nil, .read(tensor.storage)), ("order", .constant(table)), ("into", .write(moved)))
        tensor.storage = .buffer(moved)
      }
      tensor.shape = shape
      return .tensor(tensor)
    }
  }

  mutating func copy(_ tensor: Tensor, into buffer: Int, at start: Int) {
    call(
      "copy", (nil, .read(tensor.storage)), ("count", .int(tensor.count)), ("at", .int(start)), ("into", .write(buffer))
    )
  }

  // A buffer with the elements of a tensor, for a kernel that replaces them.
  mutating func copied(_ tensor: Tensor, as name: String) -> Int {
    let target = buffer(name, tensor.element, count: tensor.count)
    copy(tensor, into: target, at: 0)
    return target
  }

  // A node that only gives its first input another shape.
  mutating func reshape(_ node: Node, to shape: [Int]) throws(UnsupportedModel) {
    let value = try value(0, of: node)
    define(0, of: node, as: try gathered(value, at: Array(0..<Shape.count(shape)), shape: shape, of: node))
  }

  // A tensor in a shape that it can be broadcast to.
  mutating func broadcast(_ tensor: Tensor, to shape: [Int], of node: Node) throws(UnsupportedModel) -> Tensor {
    let positions = Shape.broadcastPositions(tensor.shape, to: shape)
    guard case .tensor(let result) = try gathered(.tensor(tensor), at: positions, shape: shape, of: node) else {
      fatalError("a tensor stays one")
    }
    return result
  }
}

extension Storage {
  // Features that stand one behind the other in the row as it is, which need no copy; nil for anything else.
  static func joined(_ parts: [Storage]) -> Storage? {
    var joined: Range<Int>?
    for part in parts {
      guard case .features(let range) = part, range.lowerBound == joined?.upperBound ?? range.lowerBound else {
        return nil
      }
      joined = (joined ?? range).lowerBound..<range.upperBound
    }
    return joined.map { .features($0) }
  }
}

extension TensorElements {
  func gathered(_ positions: [Int]) -> TensorElements {
    switch self {
    case .floats(let values): .floats(positions.map { values[$0] })
    case .doubles(let values): .doubles(positions.map { values[$0] })
    case .int64s(let values): .int64s(positions.map { values[$0] })
    case .int32s(let values): .int32s(positions.map { values[$0] })
    case .bools(let values): .bools(positions.map { values[$0] })
    case .strings(let values): .strings(positions.map { values[$0] })
    case .uint8s(let values): .uint8s(positions.map { values[$0] })
    case .other(let dataType, _): .other(dataType: dataType, count: positions.count)
    }
  }
}
