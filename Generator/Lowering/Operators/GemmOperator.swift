// ai.onnx.Gemm: a row times a constant matrix, times a factor, plus a constant bias.
enum GemmOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Gemm"
  static let versions: [Int64] = [7, 9, 11, 13]
  static let attributes: Set<String> = ["alpha", "beta", "transA", "transB"]
  static let types: [ElementType] = [.float]
  static let scope = "one row; the second and third operand are constants"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...3, outputs: 1...1)
    let row = try builder.tensor(0, of: node)
    let constant = try builder.constant(1, of: node)
    guard row.element == .float, case .floats(let values) = constant.elements else {
      throw node.error("the inputs are not of type float32")
    }
    guard try node.int("transA") ?? 0 == 0 else { throw node.error(attribute: "transA", "is not supported") }
    guard row.shape.count == 2, row.shape[0] == 1, constant.shape.count == 2 else {
      throw node.error("the shapes \(row.shape) and \(constant.shape) are not one row and a matrix")
    }
    let given = Matrix(rows: constant.shape[0], columns: constant.shape[1], values: values)
    let matrix = try node.int("transB") ?? 0 == 0 ? given.transposed : given
    guard matrix.columns == row.shape[1] else {
      throw node.error("the shapes \(row.shape) and \(constant.shape) do not fit")
    }
    let bias = try bias(node, outputs: matrix.rows, builder)
    let product = builder.product(of: row, with: matrix, alpha: try node.float("alpha") ?? 1, bias: bias)
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: product, element: .float, shape: [1, matrix.rows])))
  }

  // Empty where there is none; its factor is multiplied in beforehand, as it is there.
  private static func bias(
    _ node: Node, outputs: Int, _ builder: ProgramBuilder
  ) throws(UnsupportedModel) -> [Float] {
    let beta = try node.float("beta") ?? 1
    guard node.has(input: 2), beta != 0 else { return [] }
    let constant = try builder.constant(2, of: node)
    guard case .floats(let values) = constant.elements, let shape = Shape.broadcast(constant.shape, [1, outputs]),
      shape == [1, outputs]
    else {
      throw node.error(
        "input '\(node.proto.inputs[2])' of the shape \(constant.shape) is no bias of \(outputs) outputs")
    }
    return Shape.broadcastPositions(constant.shape, to: shape).map { beta == 1 ? values[$0] : values[$0] * beta }
  }
}
