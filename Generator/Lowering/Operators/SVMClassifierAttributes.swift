// The attributes of an SVMClassifier, checked against each other.
struct SVMClassifierAttributes {
  enum PostTransform: String, CaseIterable {
    case none = "NONE"
    case logistic = "LOGISTIC"
    case softmaxZero = "SOFTMAX_ZERO"
  }

  let classes: ClassTable
  let featureCount: Int
  let kernel: SVMKernel
  let postTransform: PostTransform

  // Shape [C]; all zero where there are no support vectors.
  let vectorsPerClass: [Int]
  // Shape [V, features], grouped by class.
  let supportVectors: [Float]
  // Shape [C - 1, V]; without support vectors [C, features].
  let coefficients: [Float]
  // Shape [C * (C - 1) / 2]; without support vectors only the first counts.
  let intercepts: [Float]
  // `prob_a` and `prob_b`, shape [C * (C - 1) / 2] each.
  let calibration: (a: [Float], b: [Float])?

  var vectorCount: Int { vectorsPerClass.reduce(0, +) }
  var pairCount: Int { classes.count * (classes.count - 1) / 2 }

  init(_ node: Node) throws(UnsupportedModel) {
    classes = try node.classes(ints: "classlabels_ints", strings: "classlabels_strings")
    let count = classes.count
    guard (2...1024).contains(count) else { throw node.error("has \(count) classes, expected 2 to 1024") }

    vectorsPerClass = try Self.vectorsPerClass(node, classes: count)
    let vectors = vectorsPerClass.reduce(0, +)
    supportVectors = try node.floats("support_vectors") ?? []
    let pairs = count * (count - 1) / 2

    if vectors > 0 {
      guard supportVectors.count % vectors == 0, !supportVectors.isEmpty else {
        throw node.error(
          attribute: "support_vectors",
          "has \(supportVectors.count) elements, no multiple of \(vectors) (support vectors)")
      }
      featureCount = supportVectors.count / vectors
      coefficients = try node.floats(
        "coefficients", count: (count - 1) * vectors, of: "(classes - 1) x support vectors")
      intercepts = try node.floats("rho", count: pairs, of: "pairs of classes")
    } else {
      guard supportVectors.isEmpty else {
        throw node.error(attribute: "vectors_per_class", "is empty or zero, but there are support vectors")
      }
      coefficients = try node.floats("coefficients") ?? []
      guard coefficients.count % count == 0, !coefficients.isEmpty else {
        throw node.error(
          attribute: "coefficients", "has \(coefficients.count) elements, no multiple of \(count) (classes)")
      }
      featureCount = coefficients.count / count
      intercepts = try node.floats("rho") ?? []
      guard intercepts.count == 1 || intercepts.count == count else {
        throw node.error(attribute: "rho", "has \(intercepts.count) elements, expected 1 or \(count) (classes)")
      }
    }

    kernel = try SVMKernel(node, hasVectors: vectors > 0)
    calibration = try Self.calibration(node, pairs: pairs)
    postTransform = try node.choice("post_transform", default: .none)
  }

  private static func vectorsPerClass(_ node: Node, classes: Int) throws(UnsupportedModel) -> [Int] {
    let given = try node.ints("vectors_per_class") ?? []
    guard !given.isEmpty else { return Array(repeating: 0, count: classes) }
    guard given.count == classes else {
      throw node.error(attribute: "vectors_per_class", "has \(given.count) elements, expected \(classes) (classes)")
    }
    // The bound keeps every product of sizes within range; no file of a sane size reaches it.
    guard let odd = given.first(where: { !(0...1 << 24).contains($0) }) else { return given.map { Int($0) } }
    throw node.error(attribute: "vectors_per_class", "\(odd) support vectors of a class")
  }

  private static func calibration(_ node: Node, pairs: Int) throws(UnsupportedModel) -> (a: [Float], b: [Float])? {
    let a = try node.floats("prob_a") ?? []
    let b = try node.floats("prob_b") ?? []
    guard !a.isEmpty || !b.isEmpty else { return nil }
    return (
      try node.floats("prob_a", count: pairs, of: "pairs of classes"),
      try node.floats("prob_b", count: pairs, of: "pairs of classes")
    )
  }
}
