// An operator of one tensor, element by element.
protocol UnaryOperator: Operator {
  // The kernel of all types.
  static var function: String { get }

  // Whether the kernel replaces the elements of a copy.
  static var worksInPlace: Bool { get }

  // The type of the result where it is not that of the operand.
  static var result: ElementType? { get }

  // What the kernel takes beside the operand.
  static func arguments(_ node: Node) throws(UnsupportedModel) -> [(String?, KernelCall.Argument)]
}

extension UnaryOperator {
  static var domain: Domain { .onnx }
  static var attributes: Set<String> { [] }
  static var worksInPlace: Bool { false }
  static var result: ElementType? { nil }

  static func arguments(_ node: Node) throws(UnsupportedModel) -> [(String?, KernelCall.Argument)] { [] }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let operand = try builder.tensor(0, of: node, types: types(of: node))
    let element = operand.element
    let target: Int
    if worksInPlace {
      target = builder.copied(operand, as: "\(function)Result")
      builder.call(function, (nil, .write(target)))
    } else {
      target = builder.buffer("\(function)Result", result ?? element, count: operand.count)
      builder.call(
        function, [(nil, .read(operand.storage))] + (try arguments(node)) + [("into", .write(target))])
    }
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: result ?? element, shape: operand.shape)))
  }
}
