// ai.onnx.Gemm: a product of two matrices, times a factor, plus a third one times another.
enum GemmOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Gemm"
  static let versions: [Int64] = [7, 9, 11, 13]
  static let attributes: Set<String> = ["alpha", "beta", "transA", "transB"]
  static let types: [ElementType] = [.float, .double]
  static let scope = "as with AVX and FMA; not of two constants"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: builder.graph.version < 11 ? 3...3 : 2...3, outputs: 1...1)
    let element = try builder.commonElement(of: node, types: types)
    let shapes = [try builder.shape(0, of: node), try builder.shape(1, of: node)]
    let transposes = [try node.int("transA") ?? 0 != 0, try node.int("transB") ?? 0 != 0]
    guard shapes[0].count == 2, shapes[1].count == 2 else {
      throw node.error("the shapes \(shapes[0]) and \(shapes[1]) are not of two matrices")
    }
    let first = transposes[0] ? shapes[0].reversed() : shapes[0]
    let second = transposes[1] ? shapes[1].reversed() : shapes[1]
    guard first[1] == second[0], first[1] > 0, Shape.checkedCount([first[0], second[1]]) ?? 0 > 0 else {
      throw node.error("the shapes \(shapes[0]) and \(shapes[1]) do not fit")
    }

    let shape = [first[0], second[1]]
    let beta = try node.float("beta") ?? 1
    let addend = try addend(node, times: beta, shape: shape, &builder)
    let product = MatrixProduct(
      rows: shape[0], features: first[1], columns: shape[1], element: element, transposesFirst: transposes[0],
      transposesSecond: transposes[1], alpha: try node.float("alpha") ?? 1,
      addend: addend == nil ? .none : beta == 1 ? .plain : .scaled,
      isPacked: element == .float && isConstant(1, node, builder))
    try checkNeighbours(node, product, builder)
    let storage = try builder.multiply(
      product, try builder.value(0, of: node), try builder.value(1, of: node), addend: addend, of: node)
    builder.define(0, of: node, as: .tensor(Tensor(storage: storage, element: element, shape: shape)))
  }

  private static func isConstant(_ input: Int, _ node: Node, _ builder: ProgramBuilder) -> Bool {
    !builder.graph.isComputed(node.proto.inputs[input])
  }

  private static func addend(
    _ node: Node, times beta: Float, shape: [Int], _ builder: inout ProgramBuilder
  ) throws(UnsupportedModel) -> Tensor? {
    guard node.has(input: 2) else { return nil }
    let own = try builder.shape(2, of: node)
    guard own.count <= 2, Shape.broadcast(own, shape) == shape else {
      throw node.error("input '\(node.proto.inputs[2])' of the shape \(own) is no addend to the shape \(shape)")
    }
    return beta == 0 ? nil : try builder.addend(try builder.value(2, of: node), times: beta, shape: shape, of: node)
  }

  // Refuses what ONNX Runtime makes another product of, together with a node before or behind it.
  private static func checkNeighbours(
    _ node: Node, _ product: MatrixProduct, _ builder: ProgramBuilder
  ) throws(UnsupportedModel) {
    // Of one product there is only one order.
    let isOfOne = product.features == 1 && product.alpha == 1
    if product.element == .float, !isOfOne {
      if isConstant(0, node, builder), isConstant(1, node, builder) {
        throw node.error("both operands are constants, which is not supported")
      }
      if !product.isPacked, case .constant = try builder.value(1, of: node) {
        throw node.error("a matrix made of the input's shape is not supported")
      }
    }
    for input in 0..<2 where !isOfOne && !product.isPacked {
      guard let producer = builder.graph.producer(of: node.proto.inputs[input]) else { continue }
      if let source = try producer.transposedMatrices(), builder.graph.isComputed(source) {
        throw node.error("the transposed operand '\(node.proto.inputs[input])' is not supported")
      }
    }
    guard !node.has(input: 2), !isOfOne, let use = builder.graph.soleUse(of: node.proto.outputs[0]) else { return }
    let isTiled = !product.isPacked || product.features > 256
    if try use.node.transposedMatrices() != nil || (use.node.proto.operation == "Sum" && isTiled) {
      throw node.error("a \(use.node.proto.operation) behind it is not supported")
    }
  }
}
