import Bytes
import Foundation
import HTTP
import Inference
import Testing

@testable import ModelServer

/// A model whose inputs are of several types, wherever it is asked or described.
struct TypedModelTests {
  private func answer(_ request: String) -> String {
    var service = HTTPService<TypedModel>.sample()
    var stream = service.open()
    var input = ByteBuffer()
    var output = ByteBuffer()
    for byte in request.utf8 { input.append(byte) }
    _ = service.receive(&input, &output, &stream, lifecycle: .serving)
    let text = String(decoding: output.bytes.indices.map { output.bytes[$0] }, as: UTF8.self)
    return text.split(separator: "\r\n\r\n", maxSplits: 1).last.map { String($0) } ?? ""
  }

  private func get(_ target: String) -> String { answer("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n") }

  private func post(_ target: String, _ json: String) -> String {
    answer("POST \(target) HTTP/1.1\r\nHost: a\r\nContent-Length: \(json.utf8.count)\r\n\r\n\(json)")
  }

  private static let scores = "[0.10000000149011612,0.0,1.0,-1.0,7.0,1.0]"

  @Test func answersExactly() {
    for last in ["1", "true"] {
      #expect(
        post("/predict", #"{"data":[[0.1,0.1,9007199254740993,-1,7,\#(last)]]}"#) == #"{"prediction":\#(Self.scores)}"#)
    }
    #expect(get("/predict/test") == #"{"prediction":\#(Self.scores)}"#)
  }

  @Test func saysWhatDoesNotFit() {
    #expect(
      post("/predict", #"{"data":[[0.1,0.1,1.5,-1,7,1]]}"#)
        == #"{"detail":[{"loc":["body","data",0,2],"msg":"input should be an integer of int64","type":"int_type"}]}"#)
  }

  @Test func speaksTheProtocol() {
    let tensors = [
      ("b", "BOOL", "[1,1]", "[true]"), ("l", "INT64", "[1,2]", "[9007199254740993,-1]"),
      ("f", "FP32", "[1,1]", "[0.1]"), ("i", "INT32", "[1,1]", "[7]"), ("d", "FP64", "[1,1]", "[[0.1]]"),
    ].map { #"{"name":"\#($0.0)","datatype":"\#($0.1)","shape":\#($0.2),"data":\#($0.3)}"# }
    let answer = post("/v2/models/typed/infer", #"{"inputs":[\#(tensors.joined(separator: ","))]}"#)
    #expect(answer.contains(#""data":\#(Self.scores)"#))
    let metadata = get("/v2/models/typed")
    for (name, datatype, width) in [
      ("f", "FP32", 1), ("d", "FP64", 1), ("l", "INT64", 2), ("i", "INT32", 1), ("b", "BOOL", 1),
    ] {
      #expect(metadata.contains(#"{"name":"\#(name)","datatype":"\#(datatype)","shape":[-1,\#(width)]}"#))
    }
  }

  @Test func describesItsTypes() throws {
    #expect(get("/metadata").contains(#"{"data_type":"float32, float64, int64, int32, bool","data_structure":"(1,6)""#))
    let text = outcome(Description<TypedModel>.inspect)
    for line in ["f float32 (1,1)", "d float64 (1,1)", "l int64 (1,2)", "i int32 (1,1)", "b bool (1,1)"] {
      #expect(text.contains("\ninput          \(line)\n"))
    }
    #expect(outcome(Description<TypedModel>.inspectJSON).contains(#"{"name":"l","type":"int64","shape":[1,2]}"#))
    let document = get("/openapi.json")
    _ = try JSONSerialization.jsonObject(with: Data(document.utf8))
    #expect(
      document.contains(#"{"type":"integer","minimum":-2147483648,"maximum":2147483647},{"enum":[true,false,0,1]}]"#))
    #expect(document.contains(#"{"name":"l","shape":[1,2],"datatype":"INT64","data":[[9007199254740993,-1]]}"#))
  }

  @Test func provesItself() {
    let row = "[0.10000000149011612,0.1,9007199254740993,-1,7,1]"
    var output = ByteBuffer()
    let passes = SelfTest<TypedModel>.report(to: &output)
    #expect(passes)
    #expect(text(output).hasPrefix("row 0: \(row) = \(Self.scores) ok\n"))
    var json = ByteBuffer()
    let passesAsJSON = SelfTest<TypedModel>.reportJSON(to: &json)
    #expect(passesAsJSON)
    #expect(text(json).contains(#""features":\#(row)"#))
  }

  @Test func scoresLines() {
    for line in ["0.1,0.1,9007199254740993,-1,7,1", "[0.1,0.1,9007199254740993,-1,7,true]"] {
      var scorer = Scorer<TypedModel>(ScoreOptions())
      for byte in "\(line)\n".utf8 { scorer.input.append(byte) }
      _ = scorer.advance(atEnd: true)
      #expect(text(scorer.output).contains(Self.scores.dropFirst().dropLast()))
    }
    var scorer = Scorer<TypedModel>(ScoreOptions())
    for byte in "0.1,0.1,1,1,2147483648,1\n".utf8 { scorer.input.append(byte) }
    _ = scorer.advance(atEnd: true)
    #expect(text(scorer.messages).hasPrefix("model-server: line 1: value 5 is not an integer of int32: "))
  }

  private func outcome(_ body: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    body(&buffer)
    return text(buffer)
  }

  private func text(_ buffer: borrowing ByteBuffer) -> String {
    String(decoding: buffer.bytes.indices.map { buffer.bytes[$0] }, as: UTF8.self)
  }
}
