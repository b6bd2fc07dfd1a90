import Foundation
import Testing

@testable import Generator

/// The generator on the models of the conformance set, as the build runs it; what it makes of them is proven there.
struct ConformanceSetTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Conformance/models")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".onnx") }.map { String($0.dropLast(".onnx".count)) }.sorted()

  private static func file(_ name: String) throws -> SourceFile {
    SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
  }

  @Test(arguments: names)
  func compiles(_ name: String) throws {
    let model = try Self.file("\(name).onnx")
    let made = try generateSource(
      model: model, labels: Self.file("\(name).label.json"), vectors: Self.file("\(name).vectors.json"),
      typeName: "GeneratedModel")
    let program = try lower(ModelProto(decoding: model.bytes))
    for call in program.calls { #expect(made.text.contains("Inference.\(call.function)("), "\(call.function)") }
    for constant in program.constants {
      #expect(made.text.contains("private let \(constant.name):"), "\(constant.name)")
    }
    #expect(made.summary.hasPrefix("\(name).onnx: \(program.operatorList)\n"))
  }

  @Test func everyOperatorIsInSomeModel() throws {
    let compiled = try Self.names.flatMap { name in
      try lower(ModelProto(decoding: Self.file("\(name).onnx").bytes)).operators
    }
    let known = Set(OperatorTable.operators.map { $0.name })
    #expect(known.subtracting(compiled) == [])
  }
}
