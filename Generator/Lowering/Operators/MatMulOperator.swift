// ai.onnx.MatMul: products of matrices, or of stacks of them.
enum MatMulOperator: Operator {
  static let domain = Domain.onnx
  static let name = "MatMul"
  static let versions: [Int64] = [1, 9, 13]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope = "as with AVX and FMA; not of two constants"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let element = try builder.commonElement(of: node, types: types)
    var shapes: [[Int]] = []
    for input in 0..<2 { shapes.append(try builder.shape(input, of: node)) }
    guard let plan = Plan(shapes[0], shapes[1]) else {
      throw node.error("the shapes \(shapes[0]) and \(shapes[1]) do not fit")
    }
    guard Shape.checkedCount(plan.shape) ?? 0 > 0, plan.features > 0 else {
      throw node.error("the shapes \(shapes[0]) and \(shapes[1]) are of no elements or too many")
    }
    if let normalization = try normalization(behind: node, element, builder) {
      return try lower(node, with: normalization, plan, into: &builder)
    }

    let fused = try FusedMatMul(node, element: element, builder)
    var operands = fused.operands
    for (index, shape) in [plan.first, plan.second].enumerated() where !fused.transposes[index] {
      guard let own = operands[index].shape, let shape, own != shape else { continue }
      let positions = Shape.broadcastPositions(own, to: shape)
      operands[index] = try builder.gathered(operands[index], at: positions, shape: shape, of: node)
    }
    let addend = try fused.bias.map { bias throws(UnsupportedModel) in
      try builder.addend(bias, times: 1, shape: [plan.rows, plan.columns], of: node)
    }
    let product = MatrixProduct(
      rows: plan.rows, features: plan.features, columns: plan.columns, element: element,
      transposesFirst: fused.transposes[0], transposesSecond: fused.transposes[1], alpha: fused.alpha,
      addend: addend == nil ? .none : .plain, isPacked: fused.isPacked)
    let storage = try builder.multiply(
      product, operands[0], operands[1], stack: plan.stack, addend: addend, of: node)
    for fused in fused.absorbed {
      builder.absorb(fused)
      builder.define(0, of: fused, as: .tensor(Tensor(storage: storage, element: element, shape: plan.shape)))
    }
    builder.define(0, of: node, as: .tensor(Tensor(storage: storage, element: element, shape: plan.shape)))
  }

  // The BatchNormalization that ONNX Runtime multiplies into a constant matrix.
  private static func normalization(
    behind node: Node, _ element: ElementType, _ builder: ProgramBuilder
  ) throws(UnsupportedModel) -> Node? {
    guard element == .float, !builder.graph.isComputed(node.proto.inputs[1]), try builder.shape(1, of: node).count == 2,
      let use = builder.graph.soleUse(of: node.proto.outputs[0]), use.input == 0, use.node.domain == .onnx,
      use.node.proto.operation == BatchNormalizationOperator.name
    else { return nil }
    return use.node
  }

  private static func lower(
    _ node: Node, with normalization: Node, _ plan: Plan, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) {
    guard plan.shape == [1, plan.columns] else {
      throw normalization.error("behind a product of the shape \(plan.shape) is not supported, only of one row")
    }
    let matrix = try builder.constant(1, of: node)
    guard case .floats(let values) = matrix.elements else { throw node.error("the matrix is not of type float32") }
    let statistics = try BatchNormalizationOperator.Statistics(normalization, features: plan.columns, builder)
    // Not in the order of the operator's own operations.
    let scales = zip(statistics.scale, statistics.deviation).map { $0 / $1 }
    let biases = zip(statistics.bias, zip(statistics.mean, scales)).map { $0 - $1.0 * $1.1 }
    let scaled = values.indices.map { values[$0] * scales[$0 % plan.columns] }
    let bias = Value.constant(ConstantTensor(elements: .floats(biases), shape: [plan.columns]))
    let product = MatrixProduct(
      rows: 1, features: plan.features, columns: plan.columns, element: .float, transposesFirst: false,
      transposesSecond: false, alpha: 1, addend: .plain, isPacked: true)
    let storage = try builder.multiply(
      product, try builder.value(0, of: node),
      .constant(ConstantTensor(elements: .floats(scaled), shape: matrix.shape)),
      addend: try builder.addend(bias, times: 1, shape: plan.shape, of: node), of: node)
    builder.absorb(normalization)
    builder.define(
      0, of: normalization, as: .tensor(Tensor(storage: storage, element: .float, shape: plan.shape)))
  }

  // How ONNX Runtime makes one or several products of matrices of two operands.
  private struct Plan {
    var stack = 1
    var rows = 1
    var features: Int
    var columns = 1
    // What each of the operands is broadcast to, unless it is as it should be.
    var first: [Int]?
    var second: [Int]?
    var shape: [Int]

    // Nil where the shapes do not fit.
    init?(_ a: [Int], _ b: [Int]) {
      guard let features = a.last, features == (b.count > 1 ? b[b.count - 2] : b.first) else { return nil }
      self.features = features
      if let columns = b.last, b.count > 1 { self.columns = columns }
      if b.count == 1 {
        // Row by row.
        shape = Array(a.dropLast())
        stack = Shape.count(shape)
      } else if a.count >= max(b.count, 2), b.dropLast(2).allSatisfy({ $0 == 1 }) {
        // All rows at once.
        shape = a.dropLast() + [columns]
        rows = Shape.count(a.dropLast())
      } else {
        guard let stack = Shape.broadcast(a.dropLast(2), b.dropLast(2)) else { return nil }
        self.stack = Shape.count(stack)
        if a.count > 1 { rows = a[a.count - 2] }
        first = stack + [rows, features]
        second = stack + [features, columns]
        shape = stack + (a.count > 1 ? [rows] : []) + [columns]
      }
    }
  }
}
