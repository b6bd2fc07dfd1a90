// Makes a program's answer of the graph's outputs: one row of scores and at most one label, under whatever names and in
// whatever order.
func finish(_ names: [String], _ builder: inout ProgramBuilder) throws(UnsupportedModel) -> Program {
  var row: (name: String, value: Tensor)?
  var label: (name: String, value: Label)?
  for name in names {
    var value = builder.value(name)
    // What was converted to a type that no label has is a number like others.
    if case .label(let label) = value, label.numbers != nil, label.element != .int64, label.element != .int32 {
      value = builder.tensor(of: label).map { .tensor($0) }
    }
    switch value {
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

  var scores = Program.Scores(name: row.name, count: row.value.count, storage: row.value.storage)
  guard let label else { return try builder.finish(scores: scores, label: nil) }
  var output = Program.LabelOutput(name: label.name, result: 0)
  switch label.value {
  case .number(let storage): output.result = builder.callForLabel("number", (nil, .read(storage)))
  case .ofClass(let value):
    // The order of the classes is that of the scores.
    let original = value.original ?? value.classes
    guard let positions = original.positions(in: row.value.classes ?? original) else {
      throw UnsupportedModel("outputs '\(row.name)' and '\(label.name)' are of different classes")
    }
    output.classes = value.classes.moved(to: positions)
    // Of the classes, if there are as many.
    scores.areProbabilities = row.value.areProbabilities && row.value.count == positions.count
    output.result = value.result
    output.order = output.classes == value.classes ? nil : builder.constant("labelOrder", positions)
  }
  return try builder.finish(scores: scores, label: output)
}

private enum Label {
  case ofClass(Value.Label)
  case number(Storage)
}
