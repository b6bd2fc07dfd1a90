// ai.onnx.ml.LinearClassifier: one product a class, plus its intercept. The label is of the greatest one, or with one row of
// coefficients for two classes a matter of its sign.
enum LinearClassifierOperator: Operator {
  static let domain = Domain.ml
  static let name = "LinearClassifier"
  static let versions: [Int64] = [1]

  // ONNX Runtime reads `multi_class` and does nothing with it.
  static let attributes: Set<String> = [
    "classlabels_ints", "classlabels_strings", "coefficients", "intercepts", "multi_class", "post_transform",
  ]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope =
    "two or more classes, with one row of coefficients a class or one for two; SOFTMAX of five or more as with AVX-512; no PROBIT of one score of two classes"

  static func featureCount(of node: Node) throws(UnsupportedModel) -> Int? {
    let attributes = try Attributes(node)
    return attributes.coefficients.count / attributes.intercepts.count
  }

  private struct Attributes {
    let classes: ClassTable
    // Shape [C], or [1] for two classes.
    let intercepts: [Float]
    // Shape [intercepts, features].
    let coefficients: [Float]
    let postTransform: PostTransform

    // Whether the second half of the rows is the first one negated.
    var areOpposites: Bool {
      [coefficients, intercepts].allSatisfy { values in
        zip(values, values.dropFirst(values.count / 2)).allSatisfy { $0 == -$1 }
      }
    }

    init(_ node: Node) throws(UnsupportedModel) {
      classes = try node.classes(ints: "classlabels_ints", strings: "classlabels_strings")
      let count = classes.count
      guard (2...1024).contains(count) else { throw node.error("has \(count) classes, expected 2 to 1024") }
      guard let intercepts = try node.floats("intercepts") else { throw node.error(attribute: "intercepts", "missing") }
      guard intercepts.count == count || (count == 2 && intercepts.count == 1) else {
        throw node.error(
          attribute: "intercepts", "has \(intercepts.count) elements, expected \(count) (classes)")
      }
      self.intercepts = intercepts
      guard let coefficients = try node.floats("coefficients") else {
        throw node.error(attribute: "coefficients", "missing")
      }
      guard coefficients.count % intercepts.count == 0, !coefficients.isEmpty else {
        throw node.error(
          attribute: "coefficients",
          "has \(coefficients.count) elements, no multiple of \(intercepts.count) (intercepts)")
      }
      self.coefficients = coefficients
      postTransform = try node.choice("post_transform", default: .none)
      // Of the second score ONNX Runtime then answers whatever is there.
      guard postTransform != .probit || intercepts.count > 1 else {
        throw node.error(attribute: "post_transform", "PROBIT of one score of two classes is not supported")
      }
    }
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 2...2)
    let row = try builder.row(0, of: node)
    let attributes = try Attributes(node)
    guard row.element != .bool else { throw node.error("input '\(node.proto.inputs[0])' is of type bool") }
    let rows = attributes.intercepts.count
    guard attributes.coefficients.count == rows * row.count else {
      throw node.error(
        attribute: "coefficients",
        "is for \(attributes.coefficients.count / rows) features, the input has \(row.count)")
    }

    let input = builder.asFloat(row)
    let matrix = Matrix(rows: rows, columns: row.count, values: attributes.coefficients)
    let decisions = builder.buffer("decisions", count: rows)
    builder.multiply(input, by: matrix, addends: attributes.intercepts, into: decisions)
    let label = builder.callForLabel(
      "linearLabel", (nil, .read(.buffer(decisions))), ("threshold", .float(rows == 1 ? 0 : .infinity)),
      ("inclusive", .bool(false)))
    builder.define(0, of: node, as: .label(Value.Label(result: label, classes: attributes.classes)))

    var scores = Tensor(
      storage: .buffer(decisions), element: .float, shape: [1, attributes.classes.count], classes: attributes.classes)
    if rows == 1 {
      let isLogistic = attributes.postTransform == .logistic
      let both = builder.buffer("bothScores", count: 2)
      builder.call(
        isLogistic ? "logisticScores" : "complementaryScores", (nil, .read(.buffer(decisions))), ("into", .write(both)))
      scores.storage = .buffer(both)
      scores.areProbabilities = isLogistic
    } else if let function = attributes.postTransform.function(scores: rows) {
      builder.call(function, (nil, .write(decisions)))
      // Each logistic function speaks of one class alone; those of two classes add up to 1 if one is the other's opposite.
      let isLogistic = attributes.postTransform == .logistic
      scores.areProbabilities =
        attributes.postTransform == .softmax || (isLogistic && attributes.classes.count == 2 && attributes.areOpposites)
      scores.areProportions = isLogistic
    }
    builder.define(1, of: node, as: .tensor(scores))
  }
}
