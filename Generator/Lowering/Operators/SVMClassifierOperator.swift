// ai.onnx.ml.SVMClassifier: kernel values of the row with every support vector, a decision value for every pair of classes,
// votes for the label, and probabilities if the model was calibrated. Without support vectors: one linear score a class.
enum SVMClassifierOperator: Operator {
  static let domain = Domain.ml
  static let name = "SVMClassifier"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = [
    "classlabels_ints", "classlabels_strings", "coefficients", "kernel_params", "kernel_type", "post_transform",
    "prob_a", "prob_b", "rho", "support_vectors", "vectors_per_class",
  ]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope =
    "the kernels RBF, LINEAR, SIGMOID, POLY of degree 0 to 7; two or more classes, with and without probabilities, integer and string labels; no PROBIT"

  static func featureCount(of node: Node) throws(UnsupportedModel) -> Int? {
    try SVMClassifierAttributes(node).featureCount
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...2)
    let row = try builder.row(0, of: node)
    let svm = try SVMClassifierAttributes(node)
    guard row.element != .bool else { throw node.error("input '\(node.proto.inputs[0])' is of type bool") }
    guard svm.featureCount == row.count else {
      throw node.error(
        attribute: svm.vectorCount > 0 ? "support_vectors" : "coefficients",
        "is for \(svm.featureCount) features, the input has \(row.count)")
    }

    let input = builder.asFloat(row)
    var scores: Tensor
    let result: Int
    if svm.vectorCount > 0 {
      let votes = lowerKernel(svm, of: input, into: &builder)
      (scores, result) = lowerPairs(svm, votes, into: &builder)
    } else {
      (scores, result) = lowerLinear(svm, of: input, into: &builder)
    }
    try lowerPostTransform(svm, of: &scores, node, into: &builder)
    builder.define(0, of: node, as: .label(Value.Label(result: result, classes: svm.classes)))
    builder.define(1, of: node, as: .tensor(scores))
  }

  // The function that makes decision values of kernel values, and what it takes these from.
  private struct Votes {
    var function: String
    var arguments: [(String?, KernelCall.Argument)]
  }

  // The kernel values, one a support vector; those of RBF are computed on the way to the votes.
  private static func lowerKernel(
    _ svm: SVMClassifierAttributes, of input: Storage, into builder: inout ProgramBuilder
  ) -> Votes {
    let vectors = Matrix(rows: svm.vectorCount, columns: svm.featureCount, values: svm.supportVectors)
    let kernel = builder.buffer("kernel", count: vectors.blockedRows)
    guard svm.kernel.function == .rbf else {
      svm.kernel.lower(vectors, of: input, to: kernel, into: &builder)
      return Votes(function: "pairwiseVotes", arguments: [(nil, .read(.buffer(kernel)))])
    }
    let constant = builder.constant("supportVectors", vectors.inBlocks)
    return Votes(
      function: "radialBasisVotes",
      arguments: [
        (nil, .read(input)), ("supportVectors", .constant(constant)), ("gamma", .float(svm.kernel.gamma)),
        ("kernel", .write(kernel)),
      ])
  }

  // Decision values and votes; probabilities, or for two classes the value and its opposite.
  private static func lowerPairs(
    _ svm: SVMClassifierAttributes, _ votes: Votes, into builder: inout ProgramBuilder
  ) -> (scores: Tensor, label: Int) {
    let classes = svm.classes.count
    let pairs = svm.pairCount
    let rows = Matrix(rows: classes - 1, columns: svm.vectorCount, values: svm.coefficients)
    let coefficients = builder.constant("coefficients", rows.transposedInPairs)
    let intercepts = builder.constant("intercepts", svm.intercepts)
    let starts = builder.constant(
      "classStarts", svm.vectorsPerClass.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) })
    let sums = builder.buffer("pairSums", .double, count: pairs)
    let counts = builder.buffer("votes", .index, count: classes)
    let decisions = builder.buffer("decisions", count: svm.calibration == nil ? pairs : Matrix.roundedUp(pairs, 4))
    let label = builder.callForLabel(
      votes.function,
      votes.arguments + [
        ("coefficients", .constant(coefficients)), ("intercepts", .constant(intercepts)), ("starts", .constant(starts)),
        ("sums", .write(sums)), ("votes", .write(counts)), ("into", .write(decisions)),
      ])

    var scores = Tensor(storage: .buffer(decisions), element: .float, shape: [1, pairs])
    if let calibration = svm.calibration {
      let padding = Array(repeating: Float(0), count: Matrix.roundedUp(pairs, 4) - pairs)
      let a = builder.constant("probabilityA", calibration.a + padding)
      let b = builder.constant("probabilityB", calibration.b + padding)
      let pairProbabilities = builder.buffer("pairProbabilities", count: Matrix.roundedUp(pairs, 4))
      let probabilities = builder.buffer("probabilities", count: classes)
      // Its matrix and three rows of as many vectors of four.
      builder.countScratch(classes * (classes + 3) * 16)
      builder.call(
        "pairwiseCoupling", (nil, .read(.buffer(decisions))), ("a", .constant(a)), ("b", .constant(b)),
        ("pairs", .write(pairProbabilities)), ("into", .array(probabilities)))
      scores = Tensor(
        storage: .buffer(probabilities), element: .float, shape: [1, classes], classes: svm.classes,
        areProbabilities: true)
    } else if classes == 2 {
      let both = builder.buffer("bothDecisions", count: 2)
      builder.call("oppositeScores", (nil, .read(.buffer(decisions))), ("into", .write(both)))
      scores = Tensor(storage: .buffer(both), element: .float, shape: [1, 2], classes: svm.classes)
    }
    return (scores, label)
  }

  // One score a class; ONNX Runtime adds the first intercept to all of them.
  private static func lowerLinear(
    _ svm: SVMClassifierAttributes, of input: Storage, into builder: inout ProgramBuilder
  ) -> (scores: Tensor, label: Int) {
    let classes = svm.classes.count
    let matrix = Matrix(rows: classes, columns: svm.featureCount, values: svm.coefficients)
    let decisions = builder.buffer("decisions", count: classes)
    builder.multiply(input, by: matrix, addend: svm.intercepts[0], into: decisions)

    let allPositive = svm.coefficients.allSatisfy { $0 >= 0 }
    let hasThreshold = classes == 2 && svm.calibration == nil
    let label = builder.callForLabel(
      "linearLabel", (nil, .read(.buffer(decisions))),
      ("threshold", .float(hasThreshold ? (allPositive ? 0.5 : 0) : .infinity)),
      ("inclusive", .bool(hasThreshold && allPositive)))
    let scores = Tensor(storage: .buffer(decisions), element: .float, shape: [1, classes], classes: svm.classes)
    return (scores, label)
  }

  private static func lowerPostTransform(
    _ svm: SVMClassifierAttributes, of scores: inout Tensor, _ node: Node, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) {
    guard svm.postTransform != .none, case .buffer(let buffer) = scores.storage else { return }
    guard svm.classes.count > 2 || svm.calibration != nil || svm.vectorCount == 0 else {
      throw node.error(
        attribute: "post_transform",
        "\(svm.postTransform.rawValue) of the decision value of two classes is not supported, only NONE")
    }
    builder.call(svm.postTransform == .logistic ? "logistic" : "softmaxZero", (nil, .write(buffer)))
    scores.areProbabilities = false
  }
}
