// An operator of the model's own: a graph that stands for every node that names it.
struct FunctionProto: Equatable {
  var name = ""
  var domain = ""
  // Tells functions of one name apart.
  var overload = ""
  var inputs: [String] = []
  var outputs: [String] = []
  // Of which a node tells the values, or a default does.
  var attributeNames: [String] = []
  var defaults: [AttributeProto] = []
  var nodes: [NodeProto] = []
  var opsetImports: [OperatorSetProto] = []

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    while let field = try reader.next() {
      switch field.number {
      case 1: name = try reader.string(field)
      case 4: inputs.append(try reader.string(field))
      case 5: outputs.append(try reader.string(field))
      case 6: attributeNames.append(try reader.string(field))
      case 7: nodes.append(try NodeProto(try reader.message(field)))
      case 9: opsetImports.append(try OperatorSetProto(try reader.message(field)))
      case 10: domain = try reader.string(field)
      case 11: defaults.append(try AttributeProto(try reader.message(field)))
      case 13: overload = try reader.string(field)
      default: try reader.skip(field)
      }
    }
  }
}
