struct GraphProto: Equatable {
  var nodes: [NodeProto] = []
  var initializers: [TensorProto] = []
  var inputs: [ValueInfoProto] = []
  var outputs: [ValueInfoProto] = []
  // Of names that are neither.
  var others: [ValueInfoProto] = []
  var hasSparseInitializers = false

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    while let field = try reader.next() {
      switch field.number {
      case 1: nodes.append(try NodeProto(try reader.message(field)))
      case 5: initializers.append(try TensorProto(try reader.message(field)))
      case 11: inputs.append(try ValueInfoProto(try reader.message(field)))
      case 12: outputs.append(try ValueInfoProto(try reader.message(field)))
      case 13: others.append(try ValueInfoProto(try reader.message(field)))
      case 15:
        hasSparseInitializers = true
        try reader.skip(field)
      default: try reader.skip(field)
      }
    }
  }
}

struct NodeProto: Equatable {
  var name = ""
  var domain = ""
  var operation = ""
  var inputs: [String] = []
  var outputs: [String] = []
  var attributes: [AttributeProto] = []
  // Tells functions of one name apart.
  var overload = ""

  init(operation: String, inputs: [String], outputs: [String]) {
    (self.operation, self.inputs, self.outputs) = (operation, inputs, outputs)
  }

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    while let field = try reader.next() {
      switch field.number {
      case 1: inputs.append(try reader.string(field))
      case 2: outputs.append(try reader.string(field))
      case 3: name = try reader.string(field)
      case 4: operation = try reader.string(field)
      case 5: attributes.append(try AttributeProto(try reader.message(field)))
      case 7: domain = try reader.string(field)
      case 8: overload = try reader.string(field)
      default: try reader.skip(field)
      }
    }
  }
}
