// ai.onnx.ml.SVMRegressor: the weighted sum of the row's kernel values with every support vector, plus an intercept. Without
// support vectors: one product of the row. `one_class` makes 1 and -1 of it.
enum SVMRegressorOperator: Operator {
  static let domain = Domain.ml
  static let name = "SVMRegressor"
  static let versions: [Int64] = [1]

  // ONNX Runtime reads `post_transform` and does nothing with it.
  static let attributes: Set<String> = [
    "coefficients", "kernel_params", "kernel_type", "n_supports", "one_class", "post_transform", "rho",
    "support_vectors",
  ]
  static let types: [ElementType] = [.float]
  static let scope = "the kernels RBF, LINEAR, SIGMOID, POLY of degree 0 to 7; one class too"

  static func featureCount(of node: Node) throws(UnsupportedModel) -> Int? {
    try Attributes(node).featureCount
  }

  private struct Attributes {
    let kernel: SVMKernel
    let vectorCount: Int
    let featureCount: Int
    // Shape [V, features].
    let supportVectors: [Float]
    // Shape [V]; without support vectors [features].
    let coefficients: [Float]
    // Shape [1].
    let intercept: [Float]
    let isOneClass: Bool

    init(_ node: Node) throws(UnsupportedModel) {
      let vectors = try node.int("n_supports") ?? 0
      // The bound keeps every product of sizes within range; no file of a sane size reaches it.
      guard (0...1 << 24).contains(vectors) else {
        throw node.error(attribute: "n_supports", "\(vectors) support vectors")
      }
      vectorCount = Int(vectors)
      supportVectors = try node.floats("support_vectors") ?? []
      if vectorCount > 0 {
        guard supportVectors.count % vectorCount == 0, !supportVectors.isEmpty else {
          throw node.error(
            attribute: "support_vectors",
            "has \(supportVectors.count) elements, no multiple of \(vectors) (support vectors)")
        }
        featureCount = supportVectors.count / vectorCount
        coefficients = try node.floats("coefficients", count: vectorCount, of: "support vectors")
      } else {
        guard supportVectors.isEmpty else {
          throw node.error(attribute: "n_supports", "is zero, but there are support vectors")
        }
        coefficients = try node.floats("coefficients") ?? []
        guard !coefficients.isEmpty else { throw node.error(attribute: "coefficients", "missing") }
        featureCount = coefficients.count
      }
      intercept = try node.floats("rho", count: 1, of: "one value")
      kernel = try SVMKernel(node, hasVectors: vectors > 0)
      isOneClass = try node.int("one_class") ?? 0 != 0
    }
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    let svm = try Attributes(node)
    guard row.element == .float else {
      throw node.error("input '\(node.proto.inputs[0])' is of type \(row.element.onnxName), only float32 is supported")
    }
    guard svm.featureCount == row.count else {
      throw node.error(
        attribute: svm.vectorCount > 0 ? "support_vectors" : "coefficients",
        "is for \(svm.featureCount) features, the input has \(row.count)")
    }

    let value = builder.buffer("value", count: 1)
    if svm.vectorCount > 0 {
      lowerSum(svm, of: row.storage, to: value, into: &builder)
    } else {
      let matrix = Matrix(rows: 1, columns: svm.featureCount, values: svm.coefficients)
      builder.multiply(row.storage, by: matrix, addend: svm.intercept[0], into: value)
    }
    if svm.isOneClass { builder.call("inlierSigns", (nil, .write(value))) }
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(value), element: .float, shape: [1, 1])))
  }

  private static func lowerSum(
    _ svm: Attributes, of input: Storage, to value: Int, into builder: inout ProgramBuilder
  ) {
    let vectors = Matrix(rows: svm.vectorCount, columns: svm.featureCount, values: svm.supportVectors)
    let kernel = builder.buffer("kernel", count: vectors.blockedRows)
    if svm.kernel.function == .rbf {
      let constant = builder.constant("supportVectors", vectors.inBlocks)
      builder.call(
        "radialBasisKernel", (nil, .read(input)), ("supportVectors", .constant(constant)),
        ("gamma", .float(svm.kernel.gamma)), ("into", .write(kernel)))
    } else {
      svm.kernel.lower(vectors, of: input, to: kernel, into: &builder)
    }
    let weights = Matrix(rows: 1, columns: svm.vectorCount, values: svm.coefficients)
    let coefficients = builder.constant("coefficients", weights.withPaddedRows)
    let intercept = builder.constant("intercept", svm.intercept)
    builder.call(
      "weightedSum", (nil, .read(.buffer(kernel))), ("vectors", .int(svm.vectorCount)),
      ("coefficients", .constant(coefficients)), ("intercept", .constant(intercept)), ("into", .write(value)))
  }
}
