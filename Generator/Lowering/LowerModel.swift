// Checks a model's graph and turns it into a program for one row.
func lower(_ model: ModelProto) throws(UnsupportedModel) -> Program {
  guard var graph = model.graph else { throw UnsupportedModel("the model has no graph") }
  let opsets = try importedOpsets(model)
  graph.nodes = try FunctionInliner.nodes(of: graph, functions: model.functions, opsets: opsets)
  let checked = try CheckedGraph(graph)

  let features = try featureCount(of: checked, opsets: opsets)
  var builder = ProgramBuilder(
    inputName: checked.input.name, shape: checked.inputIsVector ? [features] : [1, features],
    graph: GraphFacts(checked, version: opsets[.onnx] ?? 1))
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
    guard !builder.absorbed.contains(node.index) else { continue }
    try found.lower(node, into: &builder)
  }
  return try finish(checked.outputNames, &builder)
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

// As the input's type states it, or as the first operator that knows: no operator before one that does changes the number.
private func featureCount(of graph: CheckedGraph, opsets: [Domain: Int64]) throws(UnsupportedModel) -> Int {
  if let stated = try graph.statedFeatureCount() { return stated }
  for node in graph.liveNodes {
    if let count = try OperatorTable.find(node, opsets: opsets).featureCount(of: node) { return count }
  }
  throw UnsupportedModel("input '\(graph.input.name)': the number of features is unknown")
}
