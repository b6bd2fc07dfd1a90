// The name and type of a graph's input or output.
struct ValueInfoProto: Equatable {
  var name = ""
  var type: TypeProto?

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    while let field = try reader.next() {
      switch field.number {
      case 1: name = try reader.string(field)
      case 2:
        guard type == nil else { throw DamagedFile(offset: field.offset, reason: "a second type of '\(name)'") }
        type = try TypeProto(try reader.message(field))
      default: try reader.skip(field)
      }
    }
  }
}

indirect enum TypeProto: Equatable {
  // A nil shape or dimension is unknown; so is one that has a name only.
  case tensor(elementType: Int32, shape: [Int64?]?)
  case sequence(TypeProto)
  case map(keyType: Int32, value: TypeProto)
  case other

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    self = .other
    while let field = try reader.next() {
      switch field.number {
      case 1: self = try Self.tensor(try reader.message(field))
      case 4: self = try Self.sequence(try reader.message(field))
      case 5: self = try Self.map(try reader.message(field))
      default: try reader.skip(field)
      }
    }
  }

  private static func tensor(_ message: ProtobufReader) throws(DamagedFile) -> TypeProto {
    var reader = message
    var elementType: Int32 = 0
    var shape: [Int64?]?
    while let field = try reader.next() {
      switch field.number {
      case 1: elementType = try reader.int32(field)
      case 2: shape = try dimensions(try reader.message(field))
      default: try reader.skip(field)
      }
    }
    return .tensor(elementType: elementType, shape: shape)
  }

  private static func dimensions(_ message: ProtobufReader) throws(DamagedFile) -> [Int64?] {
    var reader = message
    var dimensions: [Int64?] = []
    while let field = try reader.next() {
      guard field.number == 1 else {
        try reader.skip(field)
        continue
      }
      var dimension = try reader.message(field)
      var value: Int64?
      while let field = try dimension.next() {
        if field.number == 1 { value = try dimension.int64(field) } else { try dimension.skip(field) }
      }
      dimensions.append(value)
    }
    return dimensions
  }

  private static func sequence(_ message: ProtobufReader) throws(DamagedFile) -> TypeProto {
    var reader = message
    var element = TypeProto.other
    while let field = try reader.next() {
      if field.number == 1 {
        element = try TypeProto(try reader.message(field))
      } else {
        try reader.skip(field)
      }
    }
    return .sequence(element)
  }

  private static func map(_ message: ProtobufReader) throws(DamagedFile) -> TypeProto {
    var reader = message
    var keyType: Int32 = 0
    var value = TypeProto.other
    while let field = try reader.next() {
      switch field.number {
      case 1: keyType = try reader.int32(field)
      case 2: value = try TypeProto(try reader.message(field))
      default: try reader.skip(field)
      }
    }
    return .map(keyType: keyType, value: value)
  }
}
