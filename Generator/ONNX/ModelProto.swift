// The messages of onnx.proto, as far as a model of this project's kind uses them. Fields nobody here needs are passed over;
// those that would change the meaning of the model are kept, to be refused where they matter.

struct ModelProto: Equatable {
  var irVersion: Int64 = 0
  var producerName = ""
  var producerVersion = ""
  var modelVersion: Int64 = 0
  var opsetImports: [OperatorSetProto] = []
  var metadata: [MetadataProto] = []
  var graph: GraphProto?
  var functions: [FunctionProto] = []

  init() {}

  init(decoding bytes: [UInt8]) throws(DamagedFile) {
    var reader = ProtobufReader(bytes)
    while let field = try reader.next() {
      switch field.number {
      case 1: irVersion = try reader.int64(field)
      case 2: producerName = try reader.string(field)
      case 3: producerVersion = try reader.string(field)
      case 5: modelVersion = try reader.int64(field)
      case 7:
        guard graph == nil else { throw DamagedFile(offset: field.offset, reason: "a second graph") }
        graph = try GraphProto(try reader.message(field))
      case 8: opsetImports.append(try OperatorSetProto(try reader.message(field)))
      case 14: metadata.append(try MetadataProto(try reader.message(field)))
      case 25: functions.append(try FunctionProto(try reader.message(field)))
      default: try reader.skip(field)
      }
    }
    guard graph != nil else { throw DamagedFile(offset: bytes.count, reason: "the file ends without a graph") }
  }
}

struct OperatorSetProto: Equatable {
  var domain = ""
  var version: Int64 = 0

  init(domain: String, version: Int64) {
    self.domain = domain
    self.version = version
  }

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    while let field = try reader.next() {
      switch field.number {
      case 1: domain = try reader.string(field)
      case 2: version = try reader.int64(field)
      default: try reader.skip(field)
      }
    }
  }
}

// An entry of `metadata_props`.
struct MetadataProto: Equatable {
  var key = ""
  var value = ""

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    while let field = try reader.next() {
      switch field.number {
      case 1: key = try reader.string(field)
      case 2: value = try reader.string(field)
      default: try reader.skip(field)
      }
    }
  }
}
