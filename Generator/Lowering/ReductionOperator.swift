// An operator that makes one number of all elements along some axes, which are an attribute or, in later versions, an input.
protocol ReductionOperator: Operator {
  // The kernel that makes a row of the columns above each other, in their order.
  static var function: String { get }

  // The kernel that makes one number of all, which ONNX Runtime does four at a time.
  static var rowFunction: String { get }

  // Whether it does so too where dimensions of size 1 are not among the axes.
  static var packsRows: Bool { get }

  // Whether columns are answered bit for bit.
  static var takesColumns: Bool { get }

  // What is done with the numbers.
  static func finish(_ result: Tensor, of count: Int, into builder: inout ProgramBuilder) -> Tensor
}

extension ReductionOperator {
  static var domain: Domain { .onnx }
  static var attributes: Set<String> { ["axes", "keepdims", "noop_with_empty_axes"] }
  static var scope: String { "the axes are all that are larger than 1, or those before the others" }
  static var packsRows: Bool { false }
  static var takesColumns: Bool { true }

  static func finish(_ result: Tensor, of count: Int, into builder: inout ProgramBuilder) -> Tensor { result }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...2, outputs: 1...1)
    let tensor = try builder.tensor(0, of: node, types: types)
    guard try node.int("noop_with_empty_axes") ?? 0 == 0 else {
      throw node.error(attribute: "noop_with_empty_axes", "is not supported")
    }
    var axes = try builder.axes(node, rank: tensor.shape.count) ?? []
    if axes.isEmpty { axes = Set(tensor.shape.indices) }
    let large = tensor.shape.indices.filter { tensor.shape[$0] != 1 }
    guard tensor.count > 0, large.drop(while: { axes.contains($0) }).allSatisfy({ !axes.contains($0) }) else {
      throw node.error(
        "the axes \(axes.sorted()) of the shape \(tensor.shape) are not supported, only those before others")
    }
    let keeps = try node.int("keepdims") ?? 1 == 1
    let shape = tensor.shape.indices.compactMap { axes.contains($0) ? (keeps ? 1 : nil) : tensor.shape[$0] }
    let count = Shape.count(shape)
    guard count == 1 || takesColumns else {
      throw node.error(
        "the axes \(axes.sorted()) of the shape \(tensor.shape) leave more than one number, which is not supported")
    }
    let target = builder.buffer("\(function)Result", tensor.element, count: count)
    let isRow = count == 1 && (packsRows || axes.count == tensor.shape.count)
    builder.call(isRow ? rowFunction : function, (nil, .read(tensor.storage)), ("into", .write(target)))
    let result = Tensor(storage: .buffer(target), element: tensor.element, shape: shape)
    builder.define(0, of: node, as: .tensor(finish(result, of: tensor.count / count, into: &builder)))
  }
}
