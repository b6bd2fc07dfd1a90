import Testing

@testable import Generator

// Models whose inputs are of other types than float32.
struct NumberTypeTests {
  // One input of each type, put side by side in float32.
  private static let model: TestModel = {
    var model = TestModel()
    let types: [(String, Int64)] = [("F", 1), ("D", 11), ("L", 7), ("I", 6), ("B", 9)]
    model.inputs = types.map { TestModel.Input(name: $0.0, elementType: $0.1, shape: [nil, $0.0 == "L" ? 2 : 1]) }
    model.nodes = types.map { name, _ in
      .init(operation: "Cast", domain: "", inputs: [name], outputs: ["\(name)1"], attributes: [("to", .int(1))])
    }
    model.nodes.append(
      .init(
        operation: "Concat", domain: "", inputs: types.map { "\($0.0)1" }, outputs: ["Y"],
        attributes: [("axis", .int(1))]))
    model.outputs = ["Y"]
    return model
  }()

  @Test func eachInputIsTakenOutOfTheRow() throws {
    let program = try lower(ModelProto(decoding: Self.model.bytes))
    #expect(program.featureTypes == [.float, .double, .int64, .int64, .int32, .bool])
    let fed = program.calls.filter { $0.function == "feed" }
    #expect(fed.map { $0.arguments[1].value } == [.int(0), .int(1), .int(2), .int(4), .int(5)])
    #expect(program.buffers.prefix(5).map(\.element) == [.float, .double, .int64, .int32, .bool])
    #expect(program.buffers.prefix(5).map(\.count) == [1, 1, 2, 1, 1])
  }

  @Test func anInputThatNothingNeedsIsNot() throws {
    var model = Self.model
    model.nodes[5].inputs.removeLast()
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.calls.count { $0.function == "feed" } == 4)
    #expect(program.featureCount == 6)
    model.nodes.removeAll()
    model.outputs = ["F"]
    #expect(try lower(ModelProto(decoding: model.bytes)).calls.map(\.function) == ["feed"])
  }

  @Test func emitsARowOfWords() throws {
    var model = Self.model
    model.metadata = [("data_sample", "[[0.10, 1e-1, 9007199254740993, -1.0, 7, 1]]")]
    let text = try generated(model.bytes, labels: nil).get().text
    for part in [
      "  typealias Feature = UInt64\n", #"static var featureTypes: StaticString { "fdllib" }"#,
      "static var sample: [UInt64] { sampleRow }", "static func predict(_ features: Span<UInt64>, into",
      "Inference.feed(features, from: 2, into: input3.mutableSpan)",
      #"static var sampleJSON: StaticString { "[[0.1,0.1,9007199254740993,-1,7,1]]" }"#,
      "private let sampleRow: [UInt64] = [\n  0x3dcccccd, 0x3fb999999999999a, 0x20000000000001, 0xffffffffffffffff, 0x7, 0x1,\n]",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func readsRowsOfVectors() throws {
    let bytes = Self.model.bytes
    func outcome(_ features: String) -> Result<GeneratedSource, Diagnostic> {
      let text = """
        {"sha256": "\(SHA256.hexadecimal(bytes))", "machine": {"onnxruntime":"1.31.1"}, "classes": [],
        "rows": [[[\(features)],["0x0p+0","0x0p+0","0x0p+0","0x0p+0","0x0p+0","0x1p+0"],null,5]]}
        """
      return generated(
        bytes, labels: nil, vectors: SourceFile(path: "models/x.vectors.json", bytes: Array(text.utf8)))
    }
    let text = try outcome(#""-0x0p+0","-0x0.0000000000001p-1022",-9223372036854775808,3,-2147483648,0"#).get().text
    #expect(
      text.contains(
        "private let vectorFeatures: [UInt64] = [\n  0x80000000, 0x8000000000000001, 0x8000000000000000, 0x3, 0xffffffff80000000, 0x0,\n]"
      ))
    for (features, column, type) in [
      (#""0x1.0000001p+0","0x0p+0",1,1,1,1"#, 0, "float32"), (#"1,"0x0p+0",1,1,1,1"#, 0, "float32"),
      (#""0x0p+0",1,1,1,1,1"#, 1, "float64"), (#""0x0p+0","0x0p+0","0x0p+0",1,1,1"#, 2, "int64"),
      (#""0x0p+0","0x0p+0",1,1,2147483648,1"#, 4, "int32"), (#""0x0p+0","0x0p+0",1,1,1,2"#, 5, "bool"),
    ] {
      let message = "row 0, feature \(column) is not of type \(type)"
      #expect(outcome(features) == .failure(Diagnostic(file: "models/x.vectors.json", message: message)))
    }
  }

  // ONNX Runtime drops conversions between others by rules of its own.
  @Test func anInt64ThatWasAFloatBetweenIsNotConvertedToInt32() throws {
    var model = TestModel()
    model.inputs[0].elementType = 7
    model.nodes = [
      .init(operation: "Cast", domain: "", name: "n0", inputs: ["X"], outputs: ["F"], attributes: [("to", .int(1))]),
      .init(operation: "Cast", domain: "", name: "n1", inputs: ["F"], outputs: ["I"], attributes: [("to", .int(6))]),
      .init(operation: "Cast", domain: "", name: "n2", inputs: ["I"], outputs: ["Y"], attributes: [("to", .int(1))]),
    ]
    model.outputs = ["Y"]
    let message = "node 'n1' (ai.onnx.Cast): int64 is converted to int32, of which ONNX Runtime's answer is not settled"
    #expect(generated(model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: message)))
    model.nodes[1].inputs = ["X"]
    #expect(try lower(ModelProto(decoding: model.bytes)).operators == ["Cast", "Cast"])
  }
}
