import Inference
import Testing

@testable import ModelServer

/// What is answered to a request for inference with binary data behind its JSON text, whatever Inference-Header-Content-Length
/// says of the text's length.
struct JSONLengthTests {
  private static let json =
    #"{"inputs":[{"name":"x","shape":[1,1],"datatype":"FP32","parameters":{"binary_data_size":4}}]}"#
  private static let length = json.utf8.count
  private static let misplaced = "Inference-Header-Content-Length is not the length of the JSON text in the body"

  private static func field(_ value: String) -> String { "Inference-Header-Content-Length: \(value)\r\n" }

  private func answer(_ fields: String, _ content: String, _ path: String = "/v2/models/doubled/infer") -> String {
    var connection = WorkerConnection<Doubled>(Counters(workers: 1, classes: 0))
    return connection.send(
      "POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: \(content.utf8.count)\r\n\(fields)\r\n\(content)")
  }

  @Test(
    arguments: [
      ("the length", field("\(length)"), nil),
      ("with zeros before it", field("000\(length)"), nil),
      ("with blanks around it", field(" \(length)\t"), nil),
      ("none", "", "invalid JSON: expected nothing after the value at byte \(length)"),
      ("zero", field("0"), "invalid JSON: unexpected end at byte 0"),
      ("less", field("\(length - 1)"), "invalid JSON: unexpected end at byte \(length - 1)"),
      ("more", field("\(length + 1)"), "invalid JSON: expected nothing after the value at byte \(length)"),
      (
        "that of the content", field("\(length + 4)"),
        "invalid JSON: expected nothing after the value at byte \(length)"
      ),
      ("larger than the content", field("\(length + 5)"), misplaced),
      ("2 to the 63rd less 1", field("9223372036854775807"), misplaced),
      ("2 to the 64th and the length", field("\(UInt128(1) << 64 + UInt128(length))"), misplaced),
      ("a thousand digits", field(String(repeating: "9", count: 1000)), misplaced),
      ("nothing", field(""), misplaced), ("blanks", field("  "), misplaced),
      ("a sign", field("+\(length)"), misplaced), ("negative", field("-1"), misplaced),
      ("hexadecimal", field("0x5E"), misplaced), ("a letter behind it", field("\(length)x"), misplaced),
      ("a list", field("\(length), \(length)"), misplaced),
      ("twice, equal", field("\(length)") + field("\(length)"), misplaced),
      ("twice, the first bad", field("x") + field("\(length)"), misplaced),
      ("twice, the last bad", field("\(length)") + field(""), misplaced),
      ("twice, unequal", field("\(length)") + field("\(length + 1)"), misplaced),
    ] as [(String, String, String?)])
  func inference(_ label: String, _ fields: String, _ error: String?) {
    // 0.75, the lowest byte first, none of which is beyond ASCII.
    let answer = answer(fields, Self.json + "\0\0\u{40}\u{3F}")
    let status = error == nil ? "200 OK" : "400 Bad Request"
    #expect(answer.hasPrefix("HTTP/1.1 \(status)\r\n"), "\(label): \(answer)")
    #expect(
      answer.hasSuffix(error.map { "\r\n\r\n{\"error\":\"\($0)\"}" } ?? #""data":[1.5]}]}"#), "\(label): \(answer)")
  }

  @Test func binaryDataAloneIsOfNoKnownType() {
    let type = "Content-Type: application/octet-stream\r\n"
    #expect(answer(type, Self.json).hasPrefix("HTTP/1.1 415"))
    #expect(answer(type + Self.field("x"), Self.json).contains(Self.misplaced))
  }

  /// Elsewhere the field means nothing, as any unknown one.
  @Test(arguments: ["3", "x", "", "999"])
  func otherRequestsAreTakenWhateverItSays(_ value: String) {
    let answer = answer(Self.field(value) + Self.field(value), #"{"data":[[1.5]]}"#, "/predict")
    #expect(answer.hasSuffix(#"{"prediction":[3.0]}"#))
  }
}
