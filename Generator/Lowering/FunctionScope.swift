// What the names and attributes of a function stand for where a node names it.
struct FunctionScope {
  let function: FunctionProto
  let call: Node
  // Of names inside, which calls of one function have in common.
  let prefix: String
  private var names: [String: String] = [:]
  private var attributes: [String: AttributeProto] = [:]

  init(_ function: FunctionProto, of call: Node, prefix: String) throws(UnsupportedModel) {
    (self.function, self.call, self.prefix) = (function, call, prefix)
    let (inputs, outputs) = (call.proto.inputs, call.proto.outputs)
    guard inputs.count <= function.inputs.count, outputs.count <= function.outputs.count else {
      throw call.error(
        "has \(inputs.count) inputs and \(outputs.count) outputs, the function \(function.inputs.count) and "
          + "\(function.outputs.count)")
    }
    for (index, name) in function.inputs.enumerated() {
      guard !name.isEmpty, names.updateValue(index < inputs.count ? inputs[index] : "", forKey: name) == nil else {
        throw call.error("the function has the input '\(name)' twice")
      }
    }
    guard Set(function.outputs).count == function.outputs.count else {
      throw call.error("the function has an output twice")
    }
    for attribute in function.defaults { attributes[attribute.name] = attribute }
    try call.checkAttributes(Set(function.attributeNames + function.defaults.map(\.name)))
    for attribute in call.proto.attributes { attributes[attribute.name] = attribute }
  }

  // Inputs left out have empty names, inside as outside.
  func name(of name: String) throws(UnsupportedModel) -> String {
    if name.isEmpty { return "" }
    guard let name = names[name] else {
      throw call.error("the function uses '\(name)' before it is defined")
    }
    return name
  }

  // What a node of the function produces: an output that is asked for, or something of the function's own.
  mutating func define(_ name: String, _ taken: inout Set<String>) throws(UnsupportedModel) -> String {
    if name.isEmpty { return "" }
    guard names[name] == nil else { throw call.error("the function defines '\(name)' twice") }
    var outer = ""
    if let output = function.outputs.firstIndex(of: name), output < call.proto.outputs.count {
      outer = call.proto.outputs[output]
    }
    if outer.isEmpty {
      outer = "\(prefix)\(name)"
      while !taken.insert(outer).inserted { outer = "/\(outer)" }
    }
    names[name] = outer
    return outer
  }

  // With the values of those that refer to the function's; one that nobody tells is left out.
  func attributes(of node: NodeProto) throws(UnsupportedModel) -> [AttributeProto] {
    var result: [AttributeProto] = []
    for attribute in node.attributes {
      guard case .reference(let name) = attribute.value else {
        result.append(attribute)
        continue
      }
      guard attributes[name] != nil || function.attributeNames.contains(name) else {
        throw call.error("the function refers to its attribute '\(name)', which it does not have")
      }
      if let value = attributes[name]?.value { result.append(AttributeProto(name: attribute.name, value: value)) }
    }
    return result
  }

  // Outputs that no node produces, because they are inputs.
  func copiedOutputs() throws(UnsupportedModel) -> [NodeProto] {
    var nodes: [NodeProto] = []
    for (outer, name) in zip(call.proto.outputs, function.outputs) where !outer.isEmpty {
      let inner = try self.name(of: name)
      if inner != outer {
        nodes.append(NodeProto(operation: IdentityOperator.name, inputs: [inner], outputs: [outer]))
      }
    }
    return nodes
  }
}
