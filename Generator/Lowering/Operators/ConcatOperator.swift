// ai.onnx.Concat: tensors side by side along an axis.
enum ConcatOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Concat"
  static let versions: [Int64] = [4, 11, 13]
  static let attributes: Set<String> = ["axis"]
  static let types = ElementType.ofTensors

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...Int(Int32.max), outputs: 1...1)
    var shapes: [[Int]] = []
    for index in node.proto.inputs.indices { shapes.append(try builder.shape(index, of: node)) }
    let axis = try node.axis("axis", default: nil, rank: shapes[0].count)
    for (index, shape) in shapes.enumerated() {
      var fitting = shape
      if shape.count == shapes[0].count { fitting[axis] = shapes[0][axis] }
      guard fitting == shapes[0] else {
        throw node.error("input '\(node.proto.inputs[index])' has the shape \(shape), the first input \(shapes[0])")
      }
    }
    var shape = shapes[0]
    shape[axis] = shapes.reduce(0) { $0 + $1[axis] }

    // One behind the other, and from there to where they belong: nowhere else where they are rows.
    let joined = try builder.joined(node)
    let outer = Shape.count(Array(shape[..<axis]))
    var starts: [Int] = [0]
    for shape in shapes { starts.append(starts[starts.count - 1] + Shape.count(shape)) }
    let positions = (0..<outer).flatMap { block in
      zip(shapes, starts).flatMap { shape, start in
        let size = Shape.count(shape) / max(outer, 1)
        return (0..<size).map { start + block * size + $0 }
      }
    }
    builder.define(0, of: node, as: try builder.gathered(joined, at: positions, shape: shape, of: node))
  }
}

extension ProgramBuilder {
  // The elements of all inputs of a node, one input behind the other; constant where all are.
  mutating func joined(_ node: Node) throws(UnsupportedModel) -> Value {
    var constants: [ConstantTensor] = []
    for index in node.proto.inputs.indices {
      if case .constant(let constant) = try value(index, of: node) { constants.append(constant) }
    }
    if constants.count == node.proto.inputs.count {
      guard let elements = TensorElements.joined(constants.map(\.elements)) else {
        throw node.error("the inputs are of different types")
      }
      return .constant(ConstantTensor(elements: elements, shape: [elements.count]))
    }
    var tensors: [Tensor] = []
    for index in node.proto.inputs.indices { tensors.append(try tensor(index, of: node)) }
    guard tensors.allSatisfy({ $0.element == tensors[0].element }) else {
      throw node.error("the inputs are of different types")
    }
    if tensors.count == 1 { return .tensor(tensors[0]) }
    let count = tensors.reduce(0) { $0 + $1.count }
    if let storage = Storage.joined(tensors.map(\.storage)) {
      return .tensor(Tensor(storage: storage, element: tensors[0].element, shape: [count]))
    }
    let joined = buffer("joined", tensors[0].element, count: count)
    var start = 0
    for tensor in tensors where tensor.count > 0 {
      copy(tensor, into: joined, at: start)
      start += tensor.count
    }
    return .tensor(Tensor(storage: .buffer(joined), element: tensors[0].element, shape: [count]))
  }
}
