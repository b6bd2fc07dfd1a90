struct AttributeProto: Equatable {
  // The kinds operators of this project take. A text is kept as bytes: ONNX does not promise it to be UTF-8.
  enum Value: Equatable {
    case float(Float)
    case int(Int64)
    case string([UInt8])
    case floats([Float])
    case ints([Int64])
    case strings([[UInt8]])
    case tensor(TensorProto)
    case graph(GraphProto)
    // In a function, the attribute of its node whose value this one has.
    case reference(String)
    case other(type: Int32)
  }

  var name = ""
  var value: Value = .other(type: 0)

  init(name: String, value: Value) {
    (self.name, self.value) = (name, value)
  }

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    var type: Int32 = 0
    var typeOffset = 0
    var float: Float = 0
    var int: Int64 = 0
    var string: [UInt8] = []
    var tensor: TensorProto?
    var graph: GraphProto?
    var floats: [Float] = []
    var ints: [Int64] = []
    var strings: [[UInt8]] = []
    var reference = ""
    while let field = try reader.next() {
      switch field.number {
      case 1: name = try reader.string(field)
      case 2: float = try reader.float(field)
      case 3: int = try reader.int64(field)
      case 4: string = try reader.data(field)
      case 5: tensor = try TensorProto(try reader.message(field))
      case 6: graph = try GraphProto(try reader.message(field))
      case 7: try reader.append(field, to: &floats)
      case 8: try reader.append(field, to: &ints)
      case 9: strings.append(try reader.data(field))
      case 20:
        typeOffset = field.offset
        type = try reader.int32(field)
      case 21: reference = try reader.string(field)
      default: try reader.skip(field)
      }
    }
    // A value of another kind than the stated one would go unseen.
    guard type == 6 || floats.isEmpty, type == 7 || ints.isEmpty, type == 8 || strings.isEmpty else {
      throw DamagedFile(offset: typeOffset, reason: "attribute '\(name)' holds values of another type than it states")
    }
    guard reference.isEmpty else {
      value = .reference(reference)
      return
    }
    switch type {
    case 1: value = .float(float)
    case 2: value = .int(int)
    case 3: value = .string(string)
    case 4: value = tensor.map { .tensor($0) } ?? .other(type: type)
    case 5: value = graph.map { .graph($0) } ?? .other(type: type)
    case 6: value = .floats(floats)
    case 7: value = .ints(ints)
    case 8: value = .strings(strings)
    default: value = .other(type: type)
    }
  }
}
