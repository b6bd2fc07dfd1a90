import Bytes
import Inference
import Testing

@testable import JSON

/// A good request and what it says.
struct GoodInference: CustomTestStringConvertible, Sendable {
  let label: String
  let json: String
  var rows: [[Float]] = [[1, 2]]
  var id: String?
  var outputs = ["scores", "label"]
  var testDescription: String { label }

  static let input = #"{"name":"X","shape":[1,2],"datatype":"FP32","data":[1,2]}"#

  static let table: [GoodInference] = [
    .init(label: "the least there is", json: #"{"inputs":[\#(input)]}"#),
    .init(
      label: "members in another order",
      json:
        #"{"outputs":[{"name":"L"}],"inputs":[{"data":[1,2],"datatype":"FP32","shape":[1,2],"name":"X"}],"id":"7"}"#,
      id: #""7""#, outputs: ["label"]),
    .init(
      label: "nested rows", json: #"{"inputs":[{"name":"X","shape":[2,2],"datatype":"FP32","data":[[1,2],[3,4]]}]}"#,
      rows: [[1, 2], [3, 4]]),
    .init(
      label: "flat rows", json: #"{"inputs":[{"name":"X","shape":[2,2],"datatype":"FP32","data":[1,2,3,-4e-1]}]}"#,
      rows: [[1, 2], [3, -0.4]]),
    .init(
      label: "integers with a fraction of zero or an exponent",
      json: #"{"inputs":[{"name":"X","shape":[10e-1,2.0],"datatype":"FP32","data":[1,2]}]}"#),
    .init(
      label: "white space and unknown members",
      json: " {\n\"a\" : [{}], \"inputs\" : [ { \"b\" : null , " + input.dropFirst() + " ] , \"c\" : {\"inputs\":1} }\t"
    ),
    .init(label: "escaped keys and names", json: #"{"\u0069nputs":[{"n\u0061me":"\u0058",\#(input.dropFirst(12))]}"#),
    .init(label: "an escaped identifier", json: #"{"id":"\"\u00e9é","inputs":[\#(input)]}"#, id: #""\"\u00e9é""#),
    .init(
      label: "null where a member is optional",
      json: #"{"id":null,"parameters":null,"outputs":null,"inputs":[\#(input.dropLast()),"parameters":null}]}"#),
    .init(label: "no outputs in the list", json: #"{"outputs":[],"inputs":[\#(input)]}"#),
    .init(
      label: "outputs in their order, their names escaped",
      json: #"{"inputs":[\#(input)],"outputs":[{"name":"L"},{"name":"P\u00e9\u0022"}]}"#, outputs: ["label", "scores"]),
    .init(
      label: "one output, its name with a short escape",
      json: #"{"inputs":[\#(input)],"outputs":[{"parameters":{},"name":"Pé\""}]}"#, outputs: ["scores"]),
    .init(
      label: "unknown parameters",
      json: #"{"parameters":{"a":1,"b":[{}]},"inputs":[\#(input)],"outputs":[{"name":"L","parameters":{"c":"d"}}]}"#,
      outputs: ["label"]),
    .init(
      label: "binary outputs", json: #"{"parameters":{"binary_data_output":true},"inputs":[\#(input)]}"#,
      outputs: ["scores+", "label+"]),
    .init(
      label: "binary outputs but for one",
      json:
        #"{"inputs":[\#(input)],"outputs":[{"name":"L","parameters":{"binary_data":false}},{"name":"Pé\""}],"parameters":{"binary_data_output":true}}"#,
      outputs: ["label", "scores+"]),
    .init(
      label: "one binary output with classes",
      json:
        #"{"inputs":[\#(input)],"outputs":[{"name":"Pé\"","parameters":{"binary_data":true,"classification":3}},{"name":"L"}]}"#,
      outputs: ["scores+3", "label"]),
  ]
}

struct InferenceRequestTests {
  @Test(arguments: GoodInference.table)
  func reads(_ good: GoodInference) {
    let request = ReadRequest(good.json)
    #expect(request.error == nil)
    #expect(request.rows == good.rows)
    #expect(request.id == good.id)
    #expect(request.outputs == good.outputs)
  }

  /// What is cut anywhere is no request, and the place is its end.
  @Test(arguments: GoodInference.table)
  func everyPrefixEndsTooEarly(_ good: GoodInference) {
    let bytes = Array(good.json.utf8)
    let end = bytes.lastIndex(of: UInt8(ascii: "}"))!
    for count in 1...end {
      // Cut between the bytes of a character, the text is no String.
      var reader = JSONReader(bytes.span.extracting(0..<count))
      var scan = InferenceScan(
        ReadRequest.signature, tensors: [InputTensor()],
        outputs: [InferenceRequest.Output](repeating: InferenceRequest.Output(tensor: .label), count: 2))
      var values = [Float](repeating: 0, count: bytes.count)
      var span = values.mutableSpan
      do throws(SyntaxError) {
        try reader.request(&scan, into: &span)
        Issue.record("\(count) bytes are taken")
      } catch {
        let place = error == SyntaxError(reason: .unexpectedEnd, offset: count) || error.reason == .invalidUTF8
        #expect(place, "\(count): \(error)")
      }
    }
  }

  @Test func readsBinaryData() {
    let json = #"{"inputs":[{"name":"X","shape":[2,2],"datatype":"FP32","parameters":{"binary_data_size":16}}]}"#
    let floats: [Float] = [1.5, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    let bytes = floats.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) } }
    let request = ReadRequest(json, binary: bytes)
    #expect(request.error == nil)
    #expect(request.rows.joined().map(\.bitPattern) == floats.map(\.bitPattern))
    #expect(ReadRequest(json, binary: bytes.dropLast()).error?.contains("15 bytes behind") == true)
    #expect(ReadRequest(json, binary: bytes + [0]).error?.contains("17 bytes behind") == true)
    #expect(ReadRequest(json).error?.contains("0 bytes behind") == true)
    for ending in [[0xC0, 0x7F], [0x80, 0x7F], [0x80, 0xFF]] as [[UInt8]] {
      let notFinite = bytes[..<8] + [0, 0] + ending + bytes[..<4]
      #expect(ReadRequest(json, binary: Array(notFinite)).error == "inputs[0].data[1][0] must be a finite float32")
    }
  }

  @Test(arguments: [-1, 200, Int.max])
  func theJSONTextLiesInTheBody(_ length: Int) {
    let error = "Inference-Header-Content-Length is not the length of the JSON text in the body"
    #expect(ReadRequest(#"{"inputs":[\#(GoodInference.input)]}"#, jsonLength: length).error == error)
  }

  @Test func aModelWithoutLabelHasOneOutput() {
    let signature = TensorSignature.of("X", columns: 2, scores: "P", label: "")
    #expect(ReadRequest(#"{"inputs":[\#(GoodInference.input)]}"#, signature).outputs == ["scores"])
    let error = ReadRequest(#"{"inputs":[\#(GoodInference.input)],"outputs":[{"name":""}]}"#, signature).error
    #expect(error == "outputs[0].name must be 'P'")
  }

  static let asked: [(label: String, outputs: String, expected: [String]?)] = [
    ("nothing", "", ["scores", "scores1", "scores2", "label"]),
    ("some in another order", #"{"name":"R"},{"name":"L"},{"name":"P"}"#, ["scores2", "label", "scores"]),
    (
      "all, some of them as bytes",
      #"{"name":"L"},{"name":"Q","parameters":{"binary_data":true}},{"name":"R","parameters":{"classification":2}},{"name":"P"}"#,
      ["label", "scores1+", "scores22", "scores"]
    ),
    ("one twice", #"{"name":"R"},{"name":"P"},{"name":"R"}"#, nil),
    ("more than there are", #"{"name":"P"},{"name":"Q"},{"name":"R"},{"name":"L"},{"name":"P"}"#, nil),
    ("an unknown one", #"{"name":"P"},{"name":"S"}"#, nil),
  ]

  @Test(arguments: asked.indices)
  func aModelMayHaveSeveralOutputs(_ index: Int) throws {
    let signature = TensorSignature.of(
      [GraphTensor(name: "X", elements: 0..<2)],
      [
        GraphTensor(name: "P", elements: 0..<1), GraphTensor(name: "Q", elements: 1..<3),
        GraphTensor(name: "R", elements: 3..<9),
      ], label: "L")
    let (label, outputs, expected) = Self.asked[index]
    let json = #"{"inputs":[\#(GoodInference.input)],"outputs":[\#(outputs)]}"#
    let read = ReadRequest(json, signature)
    #expect(read.outputs == expected ?? [], "\(label)")
    #expect((read.error == nil) == (expected != nil), "\(label)")
    let reference = try? ReferenceInference(Array(json.utf8), jsonLength: nil, signature)
    #expect(reference?.agrees(with: read) ?? (expected == nil), "\(label)")
    if label == "an unknown one" { #expect(read.error == "outputs[1].name must be that of an output of the model") }
  }

  @Test(arguments: BadInference.table)
  func refuses(_ bad: BadInference) {
    #expect(ReadRequest(bad.json).error == bad.error)
  }

  /// The plain reader, which the fuzzer compares with, takes and refuses the same.
  @Test(arguments: GoodInference.table.map(\.json) + BadInference.table.map(\.json))
  func agreesWithAPlainReader(_ json: String) {
    let read = ReadRequest(json)
    let expected = try? ReferenceInference(Array(json.utf8), jsonLength: nil, ReadRequest.signature)
    #expect(expected?.agrees(with: read) ?? (read.reason != nil))
  }
}
