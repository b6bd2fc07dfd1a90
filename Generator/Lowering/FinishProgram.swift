// Makes a program's answer of the graph's outputs: rows of numbers, one behind the other, and at most one label.
func finish(_ stated: [ValueInfoProto], _ builder: inout ProgramBuilder) throws(UnsupportedModel) -> Program {
  let label = labelOutput(among: stated.map(\.name), builder)
  var outputs: [Program.Output] = []
  var rows: [Tensor] = []
  for output in stated where output.name != label?.name {
    let row = try numbers(output.name, &builder)
    if case .tensor(let type, _)? = output.type, let type = ElementType(dataType: Int64(type)), type != row.element {
      throw UnsupportedModel(
        "output '\(output.name)' is said to be of type \(type.onnxName) and is of type \(row.element.onnxName), which ONNX "
          + "Runtime refuses too")
    }
    let start = outputs.last?.scores.upperBound ?? 0
    outputs.append(
      Program.Output(
        name: output.name, element: row.element, scores: start..<start + row.count, storage: row.storage))
    rows.append(row)
  }
  guard !outputs.isEmpty else {
    throw UnsupportedModel("a label is the only output; a model without scores is not supported")
  }
  guard let label else { return try builder.finish(outputs: outputs, areProbabilities: false, label: nil) }

  var output = Program.LabelOutput(name: label.name, result: 0)
  var areProbabilities = false
  switch label.value {
  case .number(let storage): output.result = builder.callForLabel("number", (nil, .read(storage)))
  case .ofClass(let value):
    // The order of the classes is that of the scores.
    let original = value.original ?? value.classes
    let known = rows.firstIndex { $0.classes != nil }
    guard let positions = original.positions(in: known.flatMap { rows[$0].classes } ?? original) else {
      throw UnsupportedModel("outputs '\(outputs[known ?? 0].name)' and '\(label.name)' are of different classes")
    }
    output.classes = value.classes.moved(to: positions)
    // Of the classes, if there are as many.
    areProbabilities = rows.count == 1 && rows[0].areProbabilities && rows[0].count == positions.count
    output.result = value.result
    output.order = output.classes == value.classes ? nil : builder.constant("labelOrder", positions)
  }
  return try builder.finish(outputs: outputs, areProbabilities: areProbabilities, label: output)
}

private enum Label {
  case ofClass(Value.Label)
  case number(Storage)
}

// The output that is the row's label: the first one of a class or, where there are others, of one integer.
private func labelOutput(among names: [String], _ builder: ProgramBuilder) -> (name: String, value: Label)? {
  for name in names {
    guard case .label(let value) = builder.value(name) else { continue }
    // What was converted to a type that no label has is a number like others.
    if value.numbers == nil || value.element == .int64 || value.element == .int32 { return (name, .ofClass(value)) }
  }
  for name in names where names.count > 1 {
    guard case .tensor(let value) = builder.value(name), value.element == .int64, value.count == 1 else { continue }
    return (name, .number(value.storage))
  }
  return nil
}

private func numbers(_ name: String, _ builder: inout ProgramBuilder) throws(UnsupportedModel) -> Tensor {
  switch builder.value(name) {
  case .tensor(let tensor):
    guard ElementType.ofTensors.contains(tensor.element) else {
      throw UnsupportedModel("output '\(name)' is of type \(tensor.element.onnxName), which is not supported")
    }
    return tensor
  case .label(let label):
    guard let tensor = builder.tensor(of: label) else {
      throw UnsupportedModel("output '\(name)' is a second output of labels")
    }
    return tensor
  case .constant(let constant):
    guard let tensor = builder.materialize(constant, as: "constantScores") else {
      throw UnsupportedModel("output '\(name)' is a constant of a type that is not supported")
    }
    return tensor
  case nil: throw UnsupportedModel("output '\(name)' is nothing that is computed")
  }
}
