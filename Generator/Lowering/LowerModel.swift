// Checks a model's graph and turns it into a program for one row.
func lower(_ model: ModelProto) throws(UnsupportedModel) -> Program {
  guard var graph = model.graph else { throw UnsupportedModel("the model has no graph") }
  let opsets = try importedOpsets(model)
  graph.nodes = try FunctionInliner.nodes(of: graph, functions: model.functions, opsets: opsets)
  let checked = try CheckedGraph(graph)

  let isOfFloats = checked.inputs.allSatisfy { $0.element == .float }
  var builder = ProgramBuilder(graph: GraphFacts(checked, version: opsets[.onnx] ?? 1))
  for input in checked.inputs {
    let features = try featureCount(of: input, in: checked, opsets: opsets)
    let isNeeded = !builder.graph.uses(of: input.name).isEmpty || builder.graph.isOutput(input.name)
    try builder.define(input, features: features, isFed: isNeeded && !isOfFloats)
  }
  for initializer in checked.initializers {
    builder.define(initializer.name, as: ConstantTensor(initializer))
  }
  for node in checked.liveNodes {
    let found = try OperatorTable.find(node, opsets: opsets)
    try node.checkAttributes(found.attributes)
    var node = node
    // The table answered for an operator set that is imported and has the operator.
    node.version = found.versions.last { $0 <= opsets[found.domain] ?? 0 } ?? 0
    builder.recordOperator(found.name)
    guard !builder.absorbed.contains(node.index), try !FusionTable.lower(node, into: &builder) else { continue }
    try found.lower(node, into: &builder)
  }
  return try finish(checked.outputs, &builder)
}

// The version of every operator set imported; of domains nobody uses, none is asked for.
private func importedOpsets(_ model: ModelProto) throws(UnsupportedModel) -> [Domain: Int64] {
  var opsets: [Domain: Int64] = [:]
  for opset in model.opsetImports {
    guard let domain = Domain(onnx: opset.domain) else { continue }
    // skl2onnx repeats itself.
    if let other = opsets[domain], other != opset.version {
      throw UnsupportedModel("the operator set \(domain.rawValue) is imported as \(other) and as \(opset.version)")
    }
    guard domain.checkedVersions.contains(opset.version) else {
      throw UnsupportedModel(
        "operator set \(domain.rawValue) \(opset.version) is not supported, only "
          + "\(domain.checkedVersions.lowerBound) to \(domain.checkedVersions.upperBound)")
    }
    opsets[domain] = opset.version
  }
  return opsets
}

// As the input's type states it, or as the first operator that knows: with one input, no operator before one that does
// changes the number. With several, it is one that takes the input itself.
private func featureCount(
  of input: GraphInput, in graph: CheckedGraph, opsets: [Domain: Int64]
) throws(UnsupportedModel) -> Int {
  if let stated = input.featureCount { return stated }
  for node in graph.liveNodes where graph.inputs.count == 1 || node.proto.inputs.first == input.name {
    if let count = try OperatorTable.find(node, opsets: opsets).featureCount(of: node) { return count }
  }
  throw UnsupportedModel("input '\(input.name)': the number of features is unknown")
}
