import Bytes
import Foundation
import HTTP
import Inference
import Testing

@testable import ModelServer

/// The Open Inference Protocol of models of all kinds.
struct InferenceProtocolTests {
  /// The head and the content of the answer to a request.
  private func answer<Model: CompiledModel>(
    _ model: Model.Type, _ request: [UInt8], _ lifecycle: Bool = true
  ) -> (head: String, content: [UInt8]) {
    var service = HTTPService<Model>.sample()
    var stream = service.open()
    var input = ByteBuffer()
    var output = ByteBuffer()
    for byte in request { input.append(byte) }
    _ = service.receive(&input, &output, &stream, lifecycle: lifecycle ? .serving : .draining)
    let bytes = output.bytes.indices.map { output.bytes[$0] }
    let end = bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) } ?? 0
    return (String(decoding: bytes[..<end], as: UTF8.self), Array(bytes[(end + 4)...]))
  }

  private func get<Model: CompiledModel>(_ model: Model.Type, _ target: String, isServing: Bool = true) -> String {
    let request = "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n"
    return String(decoding: answer(model, Array(request.utf8), isServing).content, as: UTF8.self)
  }

  private func post<Model: CompiledModel>(
    _ model: Model.Type, _ name: String, _ json: String, binary: [UInt8] = [], fields: String = ""
  ) -> (head: String, content: [UInt8]) {
    let length = json.utf8.count + binary.count
    let head = "POST /v2/models/\(name)/infer HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\(fields)\r\n"
    return answer(model, Array((head + json).utf8) + binary)
  }

  private func infer<Model: CompiledModel>(_ model: Model.Type, _ name: String, _ json: String) -> String {
    String(decoding: post(model, name, json).content, as: UTF8.self)
  }

  private func input(_ rows: Int, _ columns: Int, _ data: String) -> String {
    #""inputs":[{"name":"x","shape":[\#(rows),\#(columns)],"datatype":"FP32","data":\#(data)}]"#
  }

  @Test func describesTheModel() {
    #expect(
      get(SumAndQuotient.self, "/v2/models/sum_and_quotient")
        == #"{"name":"sum_and_quotient","versions":["7"],"platform":"onnx_onnxv1","inputs":[{"name":"x","datatype":"FP32","shape":[-1,2]}],"outputs":[{"name":"y","datatype":"FP32","shape":[-1,2]},{"name":"z","datatype":"INT64","shape":[-1]}]}"#
    )
    #expect(
      get(Doubled.self, "/v2/models/doubled/versions/0")
        == #"{"name":"doubled","versions":["0"],"platform":"onnx_onnxv1","inputs":[{"name":"x","datatype":"FP32","shape":[-1,1]}],"outputs":[{"name":"y","datatype":"FP32","shape":[-1,1]}]}"#
    )
    #expect(
      get(Named.self, "/v2/models/a%20%22b%22%C3%a9")
        == #"{"name":"a \"b\"é","versions":["7"],"platform":"onnx_onnxv1","inputs":[{"name":"x","datatype":"FP32","shape":[-1,1]}],"outputs":[{"name":"y","datatype":"FP32","shape":[-1,3]},{"name":"z","datatype":"BYTES","shape":[-1]}]}"#
    )
  }

  @Test func severalInputsAreSeveralTensors() {
    #expect(
      get(TwoInputs.self, "/v2/models/sum_and_quotient").contains(
        #""inputs":[{"name":"a \"1\"","datatype":"FP32","shape":[-1,1]},{"name":"b","datatype":"FP32","shape":[-1,1]}],"outputs""#
      ))
    let b = #"{"name":"b","shape":[2,1],"datatype":"FP32","data":[0.25,2]}"#
    let a = #"{"name":"a \"1\"","shape":[2,1],"datatype":"FP32","data":[[1],[4]]}"#
    for inputs in ["\(a),\(b)", "\(b),\(a)"] {
      #expect(
        infer(TwoInputs.self, "sum_and_quotient", #"{"inputs":[\#(inputs)],"outputs":[{"name":"y"}]}"#)
          .contains(#""data":[1.25,4.0,6.0,2.0]"#))
    }
    #expect(
      infer(TwoInputs.self, "sum_and_quotient", #"{"inputs":[\#(a)]}"#)
        == #"{"error":"inputs has 1 tensors, the model takes 2"}"#)
  }

  @Test func aStoppingServerHasNoReadyModel() {
    #expect(get(Doubled.self, "/v2/models/doubled/ready") == #"{"name":"doubled","ready":true}"#)
    #expect(get(Doubled.self, "/v2/models/doubled/ready", isServing: false) == #"{"name":"doubled","ready":false}"#)
  }

  @Test func integerLabelsAreThoseOfTheGraph() {
    #expect(
      infer(SumAndQuotient.self, "sum_and_quotient", "{\(input(2, 2, "[1,0.25,4,2]"))}")
        == #"{"model_name":"sum_and_quotient","model_version":"7","outputs":[{"name":"y","datatype":"FP32","shape":[2,2],"data":[1.25,4.0,6.0,2.0]},{"name":"z","datatype":"INT64","shape":[2],"data":[-5,-5]}]}"#
    )
  }

  @Test func stringLabelsAreThoseOfTheGraph() {
    #expect(
      infer(Named.self, "a%20%22b%22%C3%A9", #"{"id":"\u0031",\#(input(2, 1, "[[1],[-1]]")),"outputs":[{"name":"z"}]}"#)
        == #"{"model_name":"a \"b\"é","model_version":"7","id":"\u0031","outputs":[{"name":"z","datatype":"BYTES","shape":[2],"data":["b\"","c\u000a"]}]}"#
    )
  }

  @Test func aModelWithoutLabelAnswersItsScores() {
    #expect(
      infer(Doubled.self, "doubled/versions/0", "{\(input(1, 1, "[1.5]"))}")
        == #"{"model_name":"doubled","model_version":"0","outputs":[{"name":"y","datatype":"FP32","shape":[1,1],"data":[3.0]}]}"#
    )
  }

  @Test(arguments: [
    (1, #"["0.5:1:B \"b\"","0.5:1:B \"b\""]"#),
    (2, #"["0.5:1:B \"b\"","0.25:0:A","0.5:1:B \"b\"","0.25:0:A"]"#),
    (
      99,
      #"["0.5:1:B \"b\"","0.25:0:A","0.25:2:C\u000aé","0.5:1:B \"b\"","0.25:0:A","0.25:2:C\u000aé"]"#
    ),
  ])
  func classesComeFromTheLargestOn(_ count: Int, _ data: String) {
    let outputs = #""outputs":[{"name":"y","parameters":{"classification":\#(count)}}]"#
    #expect(
      infer(Named.self, "a%20%22b%22%C3%A9", "{\(input(2, 1, "[0.5,0.5]")),\(outputs)}")
        == #"{"model_name":"a \"b\"é","model_version":"7","outputs":[{"name":"y","datatype":"BYTES","shape":[2,\#(min(count, 3))],"data":\#(data)}]}"#
    )
  }

  @Test func classesWithoutLabelsAreTheirPositions() {
    let outputs = #""outputs":[{"name":"y","parameters":{"classification":1}}]"#
    #expect(infer(Doubled.self, "doubled", "{\(input(1, 1, "[1.5]")),\(outputs)}").contains(#""data":["3.0:0"]"#))
  }

  @Test func binaryDataFollowsTheText() {
    let json =
      #"{"inputs":[{"name":"x","shape":[1,1],"datatype":"FP32","parameters":{"binary_data_size":4}}],"outputs":[{"name":"z"},{"name":"y","parameters":{"binary_data":true,"classification":3}}],"parameters":{"binary_data_output":true}}"#
    let fields =
      "Content-Type: application/octet-stream\r\nInference-Header-Content-Length: \(json.utf8.count)\r\n"
    let (head, content) = post(
      Named.self, "a%20%22b%22%C3%A9", json, binary: [0, 0, 0x80, 0xBF], fields: fields)
    let expected =
      #"{"model_name":"a \"b\"é","model_version":"7","outputs":[{"name":"z","datatype":"BYTES","shape":[1],"parameters":{"binary_data_size":6}},{"name":"y","datatype":"BYTES","shape":[1,3],"parameters":{"binary_data_size":43}}]}"#
    #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(head.contains("Content-Type: application/octet-stream\r\n"))
    #expect(head.contains("Inference-Header-Content-Length: \(expected.utf8.count)"))
    let length = expected.utf8.count
    #expect(String(decoding: content.prefix(length), as: UTF8.self) == expected)
    var elements: [[UInt8]] = []
    var rest = content.dropFirst(length)
    while rest.count >= 4 {
      let count = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      elements.append(Array(rest.dropFirst(4).prefix(count)))
      rest = rest.dropFirst(4 + count)
    }
    let texts = elements.map { String(decoding: $0, as: UTF8.self) }
    #expect(texts == ["c\n", "0.25:0:A", "0.25:2:C\né", "-1.0:1:B \"b\""])
    #expect(rest.isEmpty)
  }

  @Test func numbersAreBinaryInTheirOwnSize() {
    let json = #"{\#(input(1, 2, "[1,0]")),"parameters":{"binary_data_output":true}}"#
    let content = post(SumAndQuotient.self, "sum_and_quotient", json).content
    let infinity: [UInt8] = [0, 0, 0x80, 0x7F]
    #expect(Array(content.suffix(16)) == [0, 0, 0x80, 0x3F] + infinity + [0xFB] + [UInt8](repeating: 0xFF, count: 7))
  }

  @Test(arguments: ["", #","outputs":[{"name":"y","parameters":{"binary_data":true,"classification":1}}]"#])
  func aScoreThatIsNotFiniteHasNoText(_ outputs: String) {
    #expect(
      infer(SumAndQuotient.self, "sum_and_quotient", "{\(input(2, 2, "[4,2,1,0]"))\(outputs)}")
        == #"{"error":"row 1 of the output has an element that is not finite, which is for binary data alone"}"#)
    let labels = #"{\#(input(1, 2, "[1,0]")),"outputs":[{"name":"z"}]}"#
    #expect(infer(SumAndQuotient.self, "sum_and_quotient", labels).contains(#""data":[-5]"#))
  }

  @Test func errorsAreJSONWhateverTheNamesAre() throws {
    let error = infer(Named.self, "a%20%22b%22%C3%A9", "\"")
    #expect(error == #"{"error":"invalid JSON: unexpected end at byte 1"}"#)
  }

  @Test(arguments: ["other/infer", "doubled/versions/1/infer", "doubled/infer/", "doubled/versions/0/1/infer"])
  func anotherModelIsNotFound(_ path: String) {
    #expect(get(Doubled.self, "/v2/models/\(path)") == #"{"error":"Not Found"}"#)
  }

  /// In any row, ties and all, the heap finds what sorting finds.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func findsTheLargestFirst(seed: UInt64) {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let row = (0..<1 + next(40)).map { _ in Float(next(12)) }
    var order = LargestFirst()
    for _ in 0..<2 {
      order.begin(row.span, .float32)
      let found = row.map { _ in order.next(row.span, .float32) }
      #expect(found == row.indices.sorted { row[$0] > row[$1] || (row[$0] == row[$1] && $0 < $1) }, "seed \(seed)")
    }
  }
}
