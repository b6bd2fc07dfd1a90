// The kernel of a support vector machine: what is computed of a row and every support vector.
struct SVMKernel {
  enum Function: String, CaseIterable {
    case linear = "LINEAR"
    case poly = "POLY"
    case rbf = "RBF"
    case sigmoid = "SIGMOID"
  }

  let function: Function
  let gamma: Float
  let coef0: Float
  let degree: Float

  // Those of POLY that ONNX Runtime multiplies out.
  static let degrees = 0...7

  // Without support vectors the function is linear, whatever the node says.
  init(_ node: Node, hasVectors: Bool) throws(UnsupportedModel) {
    let stated = try node.choice("kernel_type", default: Function.linear)
    function = hasVectors ? stated : .linear
    let parameters = try node.floats("kernel_params", count: 3, of: "gamma, coef0, degree")
    gamma = parameters[0]
    coef0 = parameters[1]
    degree = parameters[2]
    guard function != .poly || Self.degrees.contains(where: { degree == Float($0) }) else {
      throw node.error(
        attribute: "kernel_params",
        "degree \(degree) is not supported, only \(Self.degrees.lowerBound) to \(Self.degrees.upperBound)")
    }
    guard (function != .poly && function != .sigmoid) || gamma != 0 else {
      throw node.error(attribute: "kernel_params", "gamma 0 is not supported with \(function.rawValue)")
    }
    guard function != .rbf || !(gamma < 0) else {
      throw node.error(attribute: "kernel_params", "gamma \(gamma) is not supported with RBF, only 0 and above")
    }
  }

  // Appends the calls that compute the kernel values of a row, in as many elements as the support vectors' blocks have; those
  // of RBF are left to who uses them.
  func lower(_ vectors: Matrix, of input: Storage, to kernel: Int, into builder: inout ProgramBuilder) {
    switch function {
    case .rbf: return
    case .linear:
      builder.multiply(input, by: vectors, addend: 0, into: kernel)
    case .poly, .sigmoid:
      // ONNX Runtime's matrix product takes another path where its factor is 1.
      if gamma == 1 {
        builder.multiply(input, by: vectors, addend: coef0, into: kernel)
      } else {
        let product = MatrixProduct(
          rows: 1, features: vectors.columns, columns: vectors.rows, element: .float, isPacked: false)
        let bias = coef0 == 0 ? nil : Storage.constant(builder.constant("bias", [coef0]))
        builder.multiplyFused(
          input, by: vectors, tile: product.tile, alpha: gamma, bias: bias, into: kernel)
      }
      lowerFunction(of: vectors.rows, products: kernel, into: &builder)
    }
  }

  private func lowerFunction(of count: Int, products: Int, into builder: inout ProgramBuilder) {
    switch (function, degree) {
    case (.sigmoid, _): builder.call("hyperbolicTangent", (nil, .write(products)))
    case (_, 1): return
    case (_, 2): builder.call("square", (nil, .write(products)))
    case (_, 3): builder.call("cube", (nil, .write(products)))
    default:
      builder.call("powers", (nil, .write(products)), ("count", .int(count)), ("degree", .int(Int(degree))))
    }
  }
}

extension ProgramBuilder {
  // The products of a row with the rows of a matrix, plus one addend for all, which is left out where it is zero.
  mutating func multiply(_ row: Storage, by matrix: Matrix, addend: Float, into products: Int) {
    let constant = constant("matrix", matrix.withPaddedRows)
    call(
      "dotProducts", (nil, .read(row)), ("matrix", .constant(constant)), ("rows", .int(matrix.rows)),
      ("addend", .float(addend)), ("into", .write(products)))
  }

  // The same with an addend for every row of the matrix.
  mutating func multiply(_ row: Storage, by matrix: Matrix, addends: [Float], into products: Int) {
    let coefficients = constant("coefficients", matrix.withPaddedRows)
    let intercepts = constant("intercepts", addends)
    call(
      "dotProducts", (nil, .read(row)), ("matrix", .constant(coefficients)), ("addends", .constant(intercepts)),
      ("into", .write(products)))
  }
}
