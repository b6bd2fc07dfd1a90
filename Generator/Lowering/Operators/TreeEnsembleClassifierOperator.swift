// ai.onnx.ml.TreeEnsembleClassifier: the weights of the leaves, summed up in the order of the trees. Two classes share one
// score.
enum TreeEnsembleClassifierOperator: Operator {
  static let domain = Domain.ml
  static let name = "TreeEnsembleClassifier"
  static let versions: [Int64] = [1, 3]
  static let endOfLife: Int64? = 5
  static let attributes = TreeAttributes.names(ofWeights: "class").union([
    "classlabels_int64s", "classlabels_strings", "post_transform",
  ])
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope =
    "all modes of branches, missing values; two classes with weights of class 0 alone, or three and more; no PROBIT of one score of two classes"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 2...2)
    let row = try builder.row(0, of: node)
    try builder.check(row.element, of: 0, node, types)
    let element = row.element == .double ? ElementType.double : .float
    let attributes = try TreeAttributes(node, weights: "class", of: element)
    guard attributes.featureCount <= row.count else {
      throw node.error(
        attribute: "nodes_featureids", "are of \(attributes.featureCount) features, the input has \(row.count)")
    }
    let classes = try node.classes(ints: "classlabels_int64s", strings: "classlabels_strings")
    guard (2...4096).contains(classes.count) else {
      throw node.error("has \(classes.count) classes, expected 2 to 4096")
    }
    let ensemble = try attributes.trees(targets: classes.count)
    let transform = try node.choice("post_transform", default: PostTransform.none)
    let base = try node.finiteTreeNumbers("base_values", of: element)
    let input = element == .double ? row.storage : builder.asFloat(row)
    if classes.count == 2 {
      try lowerTwo(ensemble, base, transform, classes, of: input, node, into: &builder)
    } else {
      try lowerMany(ensemble, base, transform, classes, of: input, node, into: &builder)
    }
  }

  private static func lowerMany(
    _ ensemble: TreeEnsemble, _ base: [Double], _ transform: PostTransform, _ classes: ClassTable, of input: Storage,
    _ node: Node, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) {
    guard base.isEmpty || base.count == classes.count else {
      throw node.error(
        attribute: "base_values", "has \(base.count) elements, expected none or \(classes.count) (classes)")
    }
    // Without a score there is no label.
    guard !base.isEmpty || ensemble.trees.contains(where: { $0.alwaysSpeaks() }) else {
      throw node.error(attribute: "class_ids", "no tree has weights in all of its leaves")
    }
    let aggregates = builder.aggregates(of: ensemble, targets: classes.count, by: .sum, on: input)
    let totals = builder.scores(
      of: aggregates, element: ensemble.element, count: classes.count, divisor: 1, base: base)
    // Base values are scores as well.
    let labelled = base.isEmpty ? aggregates : totals
    let label = builder.callForLabel(
      "treeLabel", (nil, .read(.buffer(labelled))), ("classes", .int(classes.count)))
    let scores = builder.rounded(totals, count: classes.count)
    if let function = transform.treeFunction {
      builder.call(function, (nil, .write(scores)))
    }
    builder.define(0, of: node, as: .label(Value.Label(result: label, classes: classes)))
    let areProbabilities =
      transform == .softmax
      || (transform == .none && ensemble.isDistribution(base: base.reduce(0, +), hasRest: false))
    builder.define(
      1, of: node,
      as: .tensor(
        Tensor(
          storage: .buffer(scores), element: .float, shape: [1, classes.count], classes: classes,
          areProbabilities: areProbabilities)))
  }

  private static func lowerTwo(
    _ ensemble: TreeEnsemble, _ base: [Double], _ transform: PostTransform, _ classes: ClassTable, of input: Storage,
    _ node: Node, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) {
    let weights = ensemble.leaves.joined()
    // With others ONNX Runtime's labels are none of the classes.
    guard weights.allSatisfy({ $0.target == 0 }) else {
      throw node.error(attribute: "class_ids", "of two classes only class 0 can have weights")
    }
    guard base.count <= 1 else {
      throw node.error(attribute: "base_values", "has \(base.count) elements, expected none or 1 with two classes")
    }
    // Of the second score ONNX Runtime then answers whatever is there.
    guard transform != .probit else {
      throw node.error(attribute: "post_transform", "PROBIT of one score of two classes is not supported")
    }
    let areAllPositive = weights.allSatisfy { $0.value >= 0 }
    let aggregates = builder.aggregates(of: ensemble, targets: 1, by: .sum, on: input)
    let score = builder.scores(of: aggregates, element: ensemble.element, count: 1, divisor: 1, base: base)
    let label = builder.callForLabel(
      "treeLabel", (nil, .read(.buffer(score))), ("threshold", .float(areAllPositive ? 0.5 : 0)))
    builder.define(0, of: node, as: .label(Value.Label(result: label, classes: classes)))

    // Any other transformation of one score does nothing.
    let isLogistic = transform == .logistic
    let both = builder.buffer("bothScores", isLogistic ? .float : ensemble.element, count: 2)
    builder.call(
      isLogistic ? "logisticScores" : areAllPositive ? "complementaryScores" : "oppositeScores",
      (nil, .read(.buffer(isLogistic ? builder.rounded(score, count: 1) : score))), ("into", .write(both)))
    let scores = builder.rounded(both, count: 2)
    let areProbabilities =
      isLogistic || (areAllPositive && ensemble.isDistribution(base: base.first ?? 0, hasRest: true))
    builder.define(
      1, of: node,
      as: .tensor(
        Tensor(
          storage: .buffer(scores), element: .float, shape: [1, 2], classes: classes, areProbabilities: areProbabilities
        ))
    )
  }
}
