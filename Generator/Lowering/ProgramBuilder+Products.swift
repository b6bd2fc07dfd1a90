// Products of matrices, in ONNX Runtime's orders.
extension ProgramBuilder {
  // The products of a stack of matrices with a stack of others, or with one; an addend has the shape of the products.
  mutating func multiply(
    _ product: MatrixProduct, _ a: Value, _ b: Value, stack: Int = 1, addend: Tensor? = nil, of node: Node
  ) throws(UnsupportedModel) -> Storage {
    let (rows, features, columns) = (product.rows, product.features, product.columns)
    if product.isPacked, case .fused(let tile) = product.order, case .constant(let constant) = b,
      case .floats(let values) = constant.elements, addend == nil || rows == 1
    {
      let given = Matrix(rows: constant.shape[0], columns: constant.shape[1], values: values)
      let first = try operand(a, features, rows, transposed: product.transposesFirst, of: node)
      let target = buffer("products", count: rows * columns)
      multiplyFused(
        first.storage, by: product.transposesSecond ? given : given.transposed, tile: tile, alpha: product.alpha,
        bias: addend?.storage, into: target)
      return .buffer(target)
    }

    let isFused = if case .fused = product.order { true } else { false }
    let first = try operand(a, features, rows, transposed: isFused && product.transposesFirst, of: node)
    let second = try operand(b, columns, features, transposed: isFused && product.transposesSecond, of: node)
    let target =
      addend.map { copied($0, as: "products") }
      ?? buffer("products", product.element, count: stack * rows * columns)
    let adds = KernelCall.Argument.bool(addend != nil)
    let (one, other) = (KernelCall.Argument.read(first.storage), KernelCall.Argument.read(second.storage))
    switch product.order {
    case .fours, .foursOfSecond:
      let isExchanged = product.order == .foursOfSecond
      call(
        "productsInFours", (nil, isExchanged ? other : one), (nil, isExchanged ? one : other),
        ("features", .int(features)), ("columns", .int(isExchanged ? rows : columns)), ("adds", adds),
        ("into", .write(target)))
    case .eights, .eightsOfSecond:
      let isExchanged = product.order == .eightsOfSecond
      call(
        "productsInEights", (nil, isExchanged ? other : one), (nil, isExchanged ? one : other),
        ("features", .int(features)), ("rows", .int(isExchanged ? rows : columns)), ("adds", adds),
        ("into", .write(target)))
    case .fused(let tile):
      let factor =
        product.element == .double ? Constant.Values.doubles([Double(product.alpha)]) : .floats([product.alpha])
      call(
        "tiledProducts", (nil, one), (nil, other), ("rows", .int(rows)), ("features", .int(features)),
        ("columns", .int(columns)), ("tile", .int(tile)), ("factor", .constant(constant("factor", factor))),
        ("adds", adds), ("into", .write(target)))
    case .any:
      call(
        "wrappingProducts", (nil, one), (nil, other), ("rows", .int(rows)), ("features", .int(features)),
        ("columns", .int(columns)), ("into", .write(target)))
    }
    return .buffer(target)
  }

  // What is added to products of that shape, times a factor.
  mutating func addend(
    _ value: Value, times beta: Float, shape: [Int], of node: Node
  ) throws(UnsupportedModel) -> Tensor {
    guard let own = value.shape else { throw node.error("an addend is no tensor") }
    let positions = Shape.broadcastPositions(own, to: shape)
    var spread = try gathered(value, at: positions, shape: shape, of: node)
    if beta != 1, case .constant(var constant) = spread {
      switch constant.elements {
      case .floats(let values): constant.elements = .floats(values.map { $0 * beta })
      case .doubles(let values): constant.elements = .doubles(values.map { $0 * Double(beta) })
      default: break
      }
      spread = .constant(constant)
    }
    guard let tensor = tensor(spread) else { throw node.error("an addend is not a numeric tensor") }
    guard beta != 1, case .tensor = spread else { return tensor }
    let factor = constant("factor", tensor.element == .double ? .doubles([Double(beta)]) : .floats([beta]))
    let scaled = buffer("scaled", tensor.element, count: tensor.count)
    call("multiply", (nil, .read(tensor.storage)), (nil, .constant(factor)), ("into", .write(scaled)))
    return Tensor(storage: .buffer(scaled), element: tensor.element, shape: shape)
  }

  // Products of rows with the rows of a constant matrix, with as many features summed up at a time as are told: times a
  // factor, plus a bias that is there before the first sum is added.
  mutating func multiplyFused(
    _ rows: Storage, by matrix: Matrix, tile: Int, alpha: Float, bias: Storage?, into products: Int
  ) {
    let constant = text("matrix", PackedText(lanes: matrix.inBlocks(startingAt: 32)))
    let addends = bias.map { .read($0) } ?? KernelCall.Argument.constant(self.constant("bias", [] as [Float]))
    call(
      "matrixProduct", (nil, .read(rows)), ("features", .int(matrix.columns)), ("matrix", .text(constant)),
      ("outputs", .int(matrix.rows)), ("tile", .int(tile)), ("alpha", .float(alpha)), ("bias", addends),
      ("into", .write(products)))
  }

  // A tensor, or what a matrix of that shape becomes with its columns as rows.
  private mutating func operand(
    _ value: Value, _ rows: Int, _ columns: Int, transposed: Bool, of node: Node
  ) throws(UnsupportedModel) -> Tensor {
    var value = value
    if transposed {
      let positions = Shape.positions([columns, rows], strides: [1, columns])
      value = try gathered(value, at: positions, shape: [columns, rows], of: node)
    }
    guard let tensor = tensor(value) else { throw node.error("an operand is not a numeric tensor") }
    return tensor
  }
}
