// Makes a program's answer of the graph's outputs: one row of scores and at most one label, under whatever names and in
// whatever order.
func finish(_ names: [String], _ builder: inout ProgramBuilder) throws(UnsupportedModel) -> Program {
  var row: (name: String, value: Tensor)?
  var label: (name: String, value: Label)?
  for name in names {
    switch builder.value(name) {
    case .tensor(let value) where value.element == .float:
      guard row == nil else { throw UnsupportedModel("output '\(name)' is a second output of scores") }
      row = (name, value)
    case .tensor(let value) where value.element == .int64 && value.count == 1:
      guard label == nil else { throw UnsupportedModel("output '\(name)' is a second output of labels") }
      label = (name, .number(value.storage))
    case .label(let value):
      guard label == nil else { throw UnsupportedModel("output '\(name)' is a second output of labels") }
      label = (name, .ofClass(value))
    case .tensor(let value):
      throw UnsupportedModel("output '\(name)' is of type \(value.element.onnxName), only float32 is supported")
    case .constant, nil: throw UnsupportedModel("output '\(name)' is a constant, which is not supported")
    }
  }
  guard let row else { throw UnsupportedModel("a label is the only output; a model without scores is not supported") }

  let scores = Program.Scores(
    name: row.name, count: row.value.count, storage: row.value.storage, areProbabilities: row.value.areProbabilities)
  guard let label else { return try builder.finish(scores: scores, label: nil) }
  var output = Program.LabelOutput(name: label.name, result: 0)
  switch label.value {
  case .number(let storage): output.result = builder.callForLabel("number", (nil, .read(storage)))
  case .ofClass(let value):
    // The order of the classes is that of the scores.
    let classes = row.value.classes ?? value.classes
    guard let positions = value.classes.positions(in: classes) else {
      throw UnsupportedModel("outputs '\(row.name)' and '\(label.name)' are of different classes")
    }
    output.classes = classes
    output.result = value.result
    output.order = classes == value.classes ? nil : builder.constant("labelOrder", positions)
  }
  return try builder.finish(scores: scores, label: output)
}

private enum Label {
  case ofClass(Value.Label)
  case number(Storage)
}
