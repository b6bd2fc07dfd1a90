// ai.onnx.ml.LinearRegressor: one product a target, plus its intercept.
enum LinearRegressorOperator: Operator {
  static let domain = Domain.ml
  static let name = "LinearRegressor"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = ["coefficients", "intercepts", "post_transform", "targets"]
  static let types: [ElementType] = [.float]
  static let scope = "one or more targets; SOFTMAX of five or more as with AVX-512"

  static func featureCount(of node: Node) throws(UnsupportedModel) -> Int? {
    let attributes = try Attributes(node)
    return attributes.coefficients.count / attributes.targets
  }

  private struct Attributes {
    let targets: Int
    // Shape [targets, features].
    let coefficients: [Float]
    // Shape [targets]; nil where there are none.
    let intercepts: [Float]?
    let postTransform: PostTransform

    init(_ node: Node) throws(UnsupportedModel) {
      let targets = try node.int("targets") ?? 1
      guard (1...1 << 16).contains(targets) else { throw node.error(attribute: "targets", "\(targets) targets") }
      self.targets = Int(targets)
      coefficients = try node.floats("coefficients") ?? []
      guard coefficients.count % self.targets == 0, !coefficients.isEmpty else {
        throw node.error(
          attribute: "coefficients", "has \(coefficients.count) elements, no multiple of \(targets) (targets)")
      }
      intercepts =
        try node.floats("intercepts") == nil
        ? nil : try node.floats("intercepts", count: self.targets, of: "targets")
      postTransform = try node.choice("post_transform", default: .none)
    }
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    let attributes = try Attributes(node)
    guard row.element == .float else {
      throw node.error("input '\(node.proto.inputs[0])' is of type \(row.element.onnxName), only float32 is supported")
    }
    let targets = attributes.targets
    guard attributes.coefficients.count == targets * row.count else {
      throw node.error(
        attribute: "coefficients",
        "is for \(attributes.coefficients.count / targets) features, the input has \(row.count)")
    }

    let matrix = Matrix(rows: targets, columns: row.count, values: attributes.coefficients)
    let values = builder.buffer("values", count: targets)
    if let intercepts = attributes.intercepts {
      builder.multiply(row.storage, by: matrix, addends: intercepts, into: values)
    } else {
      builder.multiply(row.storage, by: matrix, addend: 0, into: values)
    }
    // Of one value ONNX Runtime computes this one alone.
    if targets > 1 || attributes.postTransform == .probit,
      let function = attributes.postTransform.function(scores: targets)
    {
      builder.call(function, (nil, .write(values)))
    }
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(values), element: .float, shape: [1, targets])))
  }
}
