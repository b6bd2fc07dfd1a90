// Where a compiled model comes from, as the generated file states it.
struct Provenance: Equatable {
  // The version of the generator; it changes when the text it writes for the same model does.
  static let generator = "generate-model 1.3"

  var modelFile: String
  var modelName: String
  var version: String
  var sha256: String
  var producer: String
  var opsets: String

  init(_ model: ModelProto, bytes: [UInt8], path: String) {
    let file = path.split(separator: "/").last.map { String($0) } ?? path
    modelFile = file
    modelName = String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)])
    version = String(model.modelVersion)
    sha256 = SHA256.hexadecimal(bytes)
    producer = [model.producerName, model.producerVersion].filter { !$0.isEmpty }.joined(separator: " ")
    opsets = Set(model.opsetImports.map { "\($0.domain.isEmpty ? Domain.onnx.rawValue : $0.domain) \($0.version)" })
      .sorted().joined(separator: ", ")
  }
}
