// Trees whose scores are targets, not classes.
struct TreeRegression {
  var ensemble: TreeEnsemble
  var targets: Int
  var aggregate: TreeAggregate
  var base: [Double]
  var transform: PostTransform
  // The attribute that names the targets of the leaves.
  var weights: String
  // The type of the scores.
  var result = ElementType.float

  func lower(_ node: Node, on row: Tensor, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    guard base.isEmpty || base.count == targets else {
      throw node.error(attribute: "base_values", "has \(base.count) elements, expected none or \(targets) (targets)")
    }
    // ONNX Runtime leaves both out (#24862).
    guard transform == .none || targets > 1 else {
      throw node.error(attribute: "post_transform", "\(transform.rawValue) of one target is not supported, only NONE")
    }
    // With one target it reads a weight of every leaf, there or not.
    guard targets > 1 || ensemble.trees.allSatisfy({ $0.alwaysSpeaks(of: 0) }) else {
      throw node.error(attribute: weights, "a leaf has no weight")
    }
    // A target of which no leaf has spoken is 0 without its base value, unless there is a post transformation.
    let spoken = (0..<targets).filter { target in ensemble.trees.contains { $0.alwaysSpeaks(of: target) } }
    guard base.isEmpty || spoken.count == targets else {
      throw node.error(attribute: "base_values", "a target of which not all leaves of a tree speak is not supported")
    }
    let aggregates = builder.aggregates(of: ensemble, targets: targets, by: aggregate, on: row.storage)
    let totals = builder.scores(
      of: aggregates, element: ensemble.element, count: targets,
      divisor: aggregate == .average ? Float(ensemble.trees.count) : 1, base: base)
    let scores = result == ensemble.element ? totals : builder.rounded(totals, count: targets)
    if let function = transform.treeFunction {
      builder.call(function, (nil, .write(scores)))
    }
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(scores), element: result, shape: [1, targets])))
  }
}
