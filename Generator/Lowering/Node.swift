// A node of the graph with checked access to its attributes; every error names node, operator and attribute.
struct Node {
  var proto: NodeProto
  var index: Int
  // The version of the operator's definition that the model's operator set has.
  var version: Int64 = 0

  var domain: Domain? { Domain(onnx: proto.domain) }

  func error(_ reason: String) -> UnsupportedModel {
    let name = proto.name.isEmpty ? "#\(index)" : "'\(proto.name)'"
    let domain = proto.domain.isEmpty ? Domain.onnx.rawValue : proto.domain
    return UnsupportedModel("node \(name) (\(domain).\(proto.operation)): \(reason)")
  }

  func error(attribute: String, _ reason: String) -> UnsupportedModel {
    error("attribute '\(attribute)': \(reason)")
  }

  // Refuses attributes the operator does not have, and those given twice.
  func checkAttributes(_ known: Set<String>) throws(UnsupportedModel) {
    var seen: Set<String> = []
    for attribute in proto.attributes {
      guard known.contains(attribute.name) else {
        throw error(attribute: attribute.name, "the operator has no such attribute")
      }
      guard seen.insert(attribute.name).inserted else { throw error(attribute: attribute.name, "given twice") }
    }
  }

  func checkArity(inputs: ClosedRange<Int>, outputs: ClosedRange<Int>) throws(UnsupportedModel) {
    guard inputs.contains(proto.inputs.count) else {
      throw error("has \(proto.inputs.count) inputs, expected \(inputs.upperBound)")
    }
    guard outputs.contains(proto.outputs.count) else {
      throw error("has \(proto.outputs.count) outputs, expected \(outputs.upperBound)")
    }
  }

  // Finite numbers, nil where the attribute is missing.
  func floats(_ name: String) throws(UnsupportedModel) -> [Float]? {
    guard let floats = try anyFloats(name) else { return nil }
    if let odd = floats.firstIndex(where: { !$0.isFinite }) {
      throw error(attribute: name, "element \(odd) is \(floats[odd]), expected finite numbers")
    }
    return floats
  }

  // As above, with infinities and NaNs.
  func anyFloats(_ name: String) throws(UnsupportedModel) -> [Float]? {
    guard let value = value(name) else { return nil }
    guard case .floats(let floats) = value else { throw error(attribute: name, "expected a list of floats") }
    return floats
  }

  // As above; missing or of another size is an error.
  func floats(_ name: String, count: Int, of meaning: String) throws(UnsupportedModel) -> [Float] {
    guard let floats = try floats(name) else { throw error(attribute: name, "missing") }
    guard floats.count == count else {
      throw error(attribute: name, "has \(floats.count) elements, expected \(count) (\(meaning))")
    }
    return floats
  }

  func ints(_ name: String) throws(UnsupportedModel) -> [Int64]? {
    guard let value = value(name) else { return nil }
    guard case .ints(let ints) = value else { throw error(attribute: name, "expected a list of integers") }
    return ints
  }

  func int(_ name: String) throws(UnsupportedModel) -> Int64? {
    guard let value = value(name) else { return nil }
    guard case .int(let int) = value else { throw error(attribute: name, "expected an integer") }
    return int
  }

  func float(_ name: String) throws(UnsupportedModel) -> Float? {
    guard let value = value(name) else { return nil }
    guard case .float(let float) = value else { throw error(attribute: name, "expected a float") }
    return float
  }

  // A finite number.
  func float(_ name: String, default standard: Float) throws(UnsupportedModel) -> Float {
    guard let number = try float(name) else { return standard }
    guard number.isFinite else { throw error(attribute: name, "is \(number), expected a finite number") }
    return number
  }

  func tensor(_ name: String) throws(UnsupportedModel) -> ConstantTensor? {
    guard let value = value(name) else { return nil }
    guard case .tensor(let tensor) = value else { throw error(attribute: name, "expected a tensor") }
    return ConstantTensor(tensor)
  }

  func graph(_ name: String) throws(UnsupportedModel) -> GraphProto {
    guard case .graph(let graph)? = value(name) else { throw error(attribute: name, "expected a graph") }
    return graph
  }

  // The axis that an attribute names, of a tensor of that rank.
  func axis(_ name: String, default standard: Int64?, rank: Int) throws(UnsupportedModel) -> Int {
    guard let number = try int(name) ?? standard else { throw error(attribute: name, "missing") }
    guard let axis = Shape.axis(number, rank: rank) else {
      throw error(attribute: name, "\(number) is no axis of \(rank) dimensions")
    }
    return axis
  }

  // Whether an optional input is given.
  func has(input: Int) -> Bool {
    input < proto.inputs.count && !proto.inputs[input].isEmpty
  }

  func string(_ name: String) throws(UnsupportedModel) -> String? {
    guard let value = value(name) else { return nil }
    guard case .string(let bytes) = value else { throw error(attribute: name, "expected a string") }
    return try text(bytes, of: name)
  }

  // A string that names one of several cases.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, default standard: Choice
  ) throws(UnsupportedModel) -> Choice where Choice.RawValue == String {
    guard let text = try string(name) else { return standard }
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(attribute: name, "'\(text)' is not supported, only \(names)")
    }
    return choice
  }

  // The classes, of which exactly one of two attributes tells.
  func classes(ints intsName: String, strings stringsName: String) throws(UnsupportedModel) -> ClassTable {
    let ints = try ints(intsName) ?? []
    let strings = try strings(stringsName) ?? []
    guard ints.isEmpty != strings.isEmpty else {
      throw error(attribute: intsName, "exactly one of it and '\(stringsName)' must be given")
    }
    guard Set(ints).count == ints.count else { throw error(attribute: intsName, "a class is listed twice") }
    guard Set(strings).count == strings.count else { throw error(attribute: stringsName, "a class is listed twice") }
    return strings.isEmpty ? .ints(ints) : .strings(strings)
  }

  func strings(_ name: String) throws(UnsupportedModel) -> [String]? {
    guard let value = value(name) else { return nil }
    guard case .strings(let strings) = value else { throw error(attribute: name, "expected a list of strings") }
    var texts: [String] = []
    for string in strings {
      texts.append(try text(string, of: name))
    }
    return texts
  }

  private func text(_ bytes: [UInt8], of name: String) throws(UnsupportedModel) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw error(attribute: name, "is not UTF-8") }
    return text
  }

  private func value(_ name: String) -> AttributeProto.Value? {
    proto.attributes.first { $0.name == name }?.value
  }
}
