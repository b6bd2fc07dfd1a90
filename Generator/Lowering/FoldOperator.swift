// An operator of any number of tensors, two at a time from the first on.
protocol FoldOperator: Operator {
  // The kernel of two.
  static var function: String { get }

  // What else the kernel takes: how the operands are laid out may decide what is done.
  static func arguments(_ a: [Int], _ b: [Int]) -> [(String?, KernelCall.Argument)]

  // What is done with the result of all.
  static func finish(_ result: Tensor, _ node: Node, into builder: inout ProgramBuilder) -> Tensor
}

extension FoldOperator {
  static var domain: Domain { .onnx }
  static var attributes: Set<String> { [] }

  static func arguments(_ a: [Int], _ b: [Int]) -> [(String?, KernelCall.Argument)] { [] }
  static func finish(_ result: Tensor, _ node: Node, into builder: inout ProgramBuilder) -> Tensor { result }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...Int(Int32.max), outputs: 1...1)
    let element = try builder.commonElement(of: node, types: types(of: node))
    var result = try builder.tensor(0, of: node)
    for input in node.proto.inputs.indices.dropFirst() {
      let other = try builder.tensor(input, of: node)
      let shape = try builder.broadcastShape([result.shape, other.shape], of: node)
      guard node.version >= 8 || result.shape == other.shape else {
        throw node.error("the shapes \(result.shape) and \(other.shape) differ; older versions do not broadcast")
      }
      let more = arguments(result.shape, other.shape)
      let target = builder.buffer("\(function)Result", element, count: Shape.count(shape))
      let operands = [
        try builder.spread(result, to: shape, of: node), try builder.spread(other, to: shape, of: node),
      ]
      builder.call(
        function, operands.map { (nil, .read($0.storage)) } + more + [("into", .write(target))])
      result = Tensor(storage: .buffer(target), element: element, shape: shape)
    }
    // With one operand it is that operand, which is no class's any more.
    (result.classes, result.areProbabilities) = (nil, false)
    builder.define(0, of: node, as: .tensor(finish(result, node, into: &builder)))
  }
}
