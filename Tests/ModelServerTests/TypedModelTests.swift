import Bytes
import Foundation
import HTTP
import Inference
import Testing

@testable import ModelServer

/// A model whose inputs and outputs are of several types, wherever it is asked or described.
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

  private static let scores = "[0.10000000149011612,0.1,9007199254740993,-1,7,true]"

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
    let inputs = #""inputs":[\#(tensors.joined(separator: ","))]"#
    let answer = post("/v2/models/typed/infer", "{\(inputs)}")
    let metadata = get("/v2/models/typed")
    for (name, datatype, width, data) in [
      ("f", "FP32", 1, "0.10000000149011612"), ("d", "FP64", 1, "0.1"), ("l", "INT64", 2, "9007199254740993,-1"),
      ("i", "INT32", 1, "7"), ("b", "BOOL", 1, "true"),
    ] {
      #expect(metadata.contains(#"{"name":"\#(name)","datatype":"\#(datatype)","shape":[-1,\#(width)]}"#))
      #expect(metadata.contains(#"{"name":"\#(name)o","datatype":"\#(datatype)","shape":[-1,\#(width)]}"#))
      let output = #"{"name":"\#(name)o","datatype":"\#(datatype)","shape":[1,\#(width)],"data":[\#(data)]}"#
      #expect(answer.contains(output))
      let one = post("/v2/models/typed/infer", #"{\#(inputs),"outputs":[{"name":"\#(name)o"}]}"#)
      #expect(one.hasSuffix(#""outputs":[\#(output)]}"#))
    }
    let classes = post(
      "/v2/models/typed/infer", #"{\#(inputs),"outputs":[{"name":"lo","parameters":{"classification":2}}]}"#)
    #expect(classes.hasSuffix(#""shape":[1,2],"data":["9007199254740993:0","-1:1"]}]}"#))
  }

  /// As bytes every element has the size of its type, in the order that was asked for.
  @Test func answersInBytes() {
    let tensors = [("f", "FP32", 1), ("d", "FP64", 1), ("l", "INT64", 2), ("i", "INT32", 1), ("b", "BOOL", 1)].map {
      #"{"name":"\#($0.0)","datatype":"\#($0.1)","shape":[1,\#($0.2)],"data":[\#($0.2 == 2 ? "513,-1" : "1")]}"#
    }
    let names = ["bo", "lo", "fo", "io", "do"].map { #"{"name":"\#($0)"}"# }
    let outputs = #""outputs":[\#(names.joined(separator: ","))]"#
    let answer = post(
      "/v2/models/typed/infer",
      #"{"inputs":[\#(tensors.joined(separator: ","))],\#(outputs),"parameters":{"binary_data_output":true}}"#)
    for (name, size) in [("bo", 1), ("lo", 16), ("fo", 4), ("io", 4), ("do", 8)] {
      #expect(answer.contains(#"{"name":"\#(name)""#))
      #expect(answer.contains(#""parameters":{"binary_data_size":\#(size)}"#))
    }
    let bytes: [UInt8] =
      [1] + [1, 2, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 8) + [0, 0, 0x80, 0x3F] + [1, 0, 0, 0]
      + [0, 0, 0, 0, 0, 0, 0xF0, 0x3F]
    #expect(answer.hasSuffix("]}" + String(decoding: bytes, as: UTF8.self)))
  }

  @Test func describesItsTypes() throws {
    #expect(get("/metadata").contains(#"{"data_type":"float32, float64, int64, int32, bool","data_structure":"(1,6)""#))
    #expect(get("/metadata").contains(#""prediction_type":"float32, float64, int64, int32, bool""#))
    let text = outcome(Description<TypedModel>.inspect)
    let json = outcome(Description<TypedModel>.inspectJSON)
    for (name, type, width) in [
      ("f", "float32", 1), ("d", "float64", 1), ("l", "int64", 2), ("i", "int32", 1), ("b", "bool", 1),
    ] {
      #expect(text.contains("\ninput          \(name) \(type) (1,\(width))\n"))
      #expect(text.contains("\nscores         \(name)o \(type) (1,\(width))\n"))
      #expect(json.contains(#"{"name":"\#(name)","type":"\#(type)","shape":[1,\#(width)]}"#))
      #expect(json.contains(#"{"name":"\#(name)o","type":"\#(type)","shape":[1,\#(width)]}"#))
    }
    let document = get("/openapi.json")
    _ = try JSONSerialization.jsonObject(with: Data(document.utf8))
    #expect(
      document.contains(#"{"type":"integer","minimum":-2147483648,"maximum":2147483647},{"enum":[true,false,0,1]}]"#))
    #expect(document.contains(#"{"type":"integer"},{"type":"integer"},{"type":"boolean"}]"#))
    #expect(document.contains(#"{"name":"l","shape":[1,2],"datatype":"INT64","data":[[9007199254740993,-1]]}"#))
  }

  @Test func provesItself() {
    var output = ByteBuffer()
    let passes = SelfTest<TypedModel>.report(to: &output)
    #expect(passes)
    #expect(text(output).hasPrefix("row 0: \(Self.scores) = \(Self.scores) ok\n"))
    var json = ByteBuffer()
    let passesAsJSON = SelfTest<TypedModel>.reportJSON(to: &json)
    #expect(passesAsJSON)
    #expect(text(json).contains(#""features":\#(Self.scores)"#))
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
