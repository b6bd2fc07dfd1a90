// An operator of two tensors, element by element, one of them or both broadcast to the shape of the result.
protocol BinaryOperator: Operator {
  // The kernel of all types.
  static var function: String { get }

  // The type of the result where it is not that of the operands.
  static var result: ElementType? { get }

  // What is done with constants, where they are not left to the kernel.
  static var arithmetic: Arithmetic? { get }

  // Refuses what the kernel cannot do for all values.
  static func check(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel)
}

extension BinaryOperator {
  static var domain: Domain { .onnx }
  static var attributes: Set<String> { [] }
  static var result: ElementType? { nil }
  static var arithmetic: Arithmetic? { nil }

  static func check(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) {}

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    try check(node, builder)
    let element = try builder.commonElement(of: node, types: types(of: node))
    if let folded = try folded(node, builder) { return builder.define(0, of: node, as: .constant(folded)) }
    var operands: [Tensor] = []
    for input in 0..<2 { operands.append(try builder.tensor(input, of: node)) }
    let shape = try builder.broadcastShape(operands.map(\.shape), of: node)
    let target = builder.buffer("\(function)Result", result ?? element, count: Shape.count(shape))
    for index in 0..<2 { operands[index] = try builder.spread(operands[index], to: shape, of: node) }
    builder.call(
      function, (nil, .read(operands[0].storage)), (nil, .read(operands[1].storage)), ("into", .write(target)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: result ?? element, shape: shape)))
  }
}

extension BinaryOperator {
  // What becomes of two constants.
  private static func folded(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) -> ConstantTensor? {
    guard let arithmetic, case .constant(let a) = try builder.value(0, of: node),
      case .constant(let b) = try builder.value(1, of: node)
    else { return nil }
    let shape = try builder.broadcastShape([a.shape, b.shape], of: node)
    let places = zip(Shape.broadcastPositions(a.shape, to: shape), Shape.broadcastPositions(b.shape, to: shape))
    return arithmetic.of(a.elements, b.elements, at: Array(places)).map { ConstantTensor(elements: $0, shape: shape) }
  }
}

extension ProgramBuilder {
  // The type of all inputs, one of those that the operator takes.
  func commonElement(of node: Node, types: [ElementType]) throws(UnsupportedModel) -> ElementType {
    var elements: [ElementType] = []
    for input in node.proto.inputs.indices {
      let element = try element(input, of: node)
      try check(element, of: input, node, types)
      elements.append(element)
    }
    guard elements.allSatisfy({ $0 == elements[0] }) else { throw node.error("the inputs are of different types") }
    return elements[0]
  }

  // The shape that all are broadcast to.
  func broadcastShape(_ shapes: [[Int]], of node: Node) throws(UnsupportedModel) -> [Int] {
    var result: [Int] = []
    for shape in shapes {
      guard let next = Shape.broadcast(result, shape), Shape.checkedCount(next) != nil else {
        throw node.error("the shapes \(shapes) do not fit")
      }
      result = next
    }
    return result
  }

  // An operand with as many elements as the result, or with one, which kernels repeat by themselves.
  mutating func spread(_ tensor: Tensor, to shape: [Int], of node: Node) throws(UnsupportedModel) -> Tensor {
    tensor.count == 1 ? tensor : try broadcast(tensor, to: shape, of: node)
  }
}
