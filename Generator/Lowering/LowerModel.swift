// Checks a model's graph and turns it into a program for one row.
func lower(_ model: ModelProto) throws(UnsupportedModel) -> Program {
  guard !model.hasFunctions else { throw UnsupportedModel("functions of the model's own are not supported") }
  guard let graph = model.graph else { throw UnsupportedModel("the model has no graph") }
  let opsets = try importedOpsets(model)
  let checked = try CheckedGraph(graph)

  let features = try featureCount(of: checked, opsets: opsets)
  var builder = ProgramBuilder(
    inputName: checked.input.name, shape: checked.inputIsVector ? [features] : [1, features])
  for initializer in checked.initializers {
    // The dimensions are those of elements that are there.
    builder.define(
      initializer.name,
      as: ConstantTensor(elements: initializer.elements, shape: initializer.dimensions.map { Int($0) }))
  }
  for node in checked.liveNodes {
    let found = try OperatorTable.find(node, opsets: opsets)
    try node.checkAttributes(found.attributes)
    builder.recordOperator(found.name)
    try found.lower(node, into: &builder)
  }
  return try finish(checked.outputNames, &builder)
}

// The version of every operator set imported; of domains nobody uses, none is asked for.
private func importedOpsets(_ model: ModelProto) throws(UnsupportedModel) -> [Domain: Int64] {
  var opsets: [Domain: Int64] = [:]
  for opset in model.opsetImports {
    guard let domain = Domain(onnx: opset.domain) else { continue }
    guard opsets[domain] == nil else {
      throw UnsupportedModel("the operator set \(domain.rawValue) is imported twice")
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

// One row of scores and at most one label make the answer, under whatever names and in whatever order.
private func finish(_ names: [String], _ builder: inout ProgramBuilder) throws(UnsupportedModel) -> Program {
  var row: (name: String, value: Tensor)?
  var label: (name: String, value: Value.Label)?
  for name in names {
    switch builder.value(name) {
    case .tensor(let value):
      guard value.element == .float else {
        throw UnsupportedModel("output '\(name)' is of type \(value.element.onnxName), only float32 is supported")
      }
      guard row == nil else { throw UnsupportedModel("output '\(name)' is a second output of scores") }
      row = (name, value)
    case .label(let value):
      guard label == nil else { throw UnsupportedModel("output '\(name)' is a second output of labels") }
      label = (name, value)
    case .constant, nil: throw UnsupportedModel("output '\(name)' is a constant, which is not supported")
    }
  }
  guard let row else { throw UnsupportedModel("a label is the only output; a model without scores is not supported") }

  let scores = Program.Scores(
    name: row.name, count: row.value.count, storage: row.value.storage, areProbabilities: row.value.areProbabilities)
  guard let label else { return try builder.finish(scores: scores, label: nil) }

  // The order of the classes is that of the scores.
  let own = label.value.classes
  let classes = row.value.classes ?? own
  guard let positions = own.positions(in: classes) else {
    throw UnsupportedModel("outputs '\(row.name)' and '\(label.name)' are of different classes")
  }
  let order = classes == own ? nil : builder.constant("labelOrder", positions)
  let output = Program.LabelOutput(name: label.name, classes: classes, result: label.value.result, order: order)
  return try builder.finish(scores: scores, label: output)
}
