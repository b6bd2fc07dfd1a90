// ai.onnx.MatMul: rows times a constant matrix.
enum MatMulOperator: Operator {
  static let domain = Domain.onnx
  static let name = "MatMul"
  static let versions: [Int64] = [1, 9, 13]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float]
  static let scope = "the second operand is a constant matrix; of more than 256 features no sum with a bias behind it"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let rows = try builder.tensor(0, of: node)
    let constant = try builder.constant(1, of: node)
    guard rows.element == .float, case .floats(let values) = constant.elements else {
      throw node.error("the inputs are not of type float32")
    }
    guard constant.shape.count == 2, let features = rows.shape.last, features == constant.shape[0] else {
      throw node.error("the shapes \(rows.shape) and \(constant.shape) do not fit")
    }
    // ONNX Runtime then adds the bias before the products of the features past the 256th.
    let users = builder.users[node.proto.outputs[0]] ?? []
    guard features <= 256 || !users.contains(where: { $0.proto.operation == "Add" }) else {
      throw node.error("of more than 256 features, with a sum behind it: not supported")
    }
    let matrix = Matrix(rows: features, columns: constant.shape[1], values: values).transposed
    let product = builder.product(of: rows, with: matrix, alpha: 1, bias: [])
    builder.define(
      0, of: node,
      as: .tensor(
        Tensor(storage: product, element: .float, shape: rows.shape.dropLast() + [matrix.rows])))
  }
}

extension ProgramBuilder {
  // Products of rows with the rows of a constant matrix, as ONNX Runtime's matrix product has them where it has put the
  // constant in order beforehand: times a factor, plus a bias that is there before the first sum is added.
  mutating func product(of rows: Tensor, with matrix: Matrix, alpha: Float, bias: [Float]) -> Storage {
    let count = matrix.columns == 0 ? 0 : rows.count / matrix.columns
    let products = buffer("products", count: count * matrix.rows)
    multiplyFused(rows.storage, by: matrix, tile: 256, alpha: alpha, bias: bias, into: products)
    return .buffer(products)
  }

  // The same for the rows in a storage, with as many features summed up at a time as are told.
  mutating func multiplyFused(
    _ rows: Storage, by matrix: Matrix, tile: Int, alpha: Float, bias: [Float], into products: Int
  ) {
    let constant = text("matrix", PackedText(lanes: matrix.inBlocks(startingAt: 32)))
    let addends = self.constant("bias", bias)
    call(
      "matrixProduct", (nil, .read(rows)), ("features", .int(matrix.columns)), ("matrix", .text(constant)),
      ("outputs", .int(matrix.rows)), ("tile", .int(tile)), ("alpha", .float(alpha)), ("bias", .constant(addends)),
      ("into", .write(products)))
  }
}
