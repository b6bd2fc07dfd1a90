import Testing

@testable import Generator

struct LabelFileTests {
  static let rejected: [(text: String, classes: ClassTable, description: String)] = [
    (#"{"0":"a"}"#, .ints([0, 1]), #"label.json:1:1: error: no label for class "1""#),
    (#"{"0":"a","1":"b","2":"c"}"#, .ints([0, 1]), #"label.json:1:1: error: a label for unknown class "2""#),
    (
      #"{"1":"a","2":"b"}"#, .ints([0, 1]),
      #"label.json:1:1: error: no label for class "0"; a label for unknown class "2""#
    ),
    (#"{"0":"a","1":"a"}"#, .ints([0, 1]), #"label.json:1:1: error: classes "0" and "1" have the same label "a""#),
    (
      #"{"0":"b","1":"a"}"#, .strings(["a", "b"]),
      #"label.json:1:1: error: label "0" is "b", the model's class is "a""#
    ),
    (#"{"a":"x"}"#, .strings(["a", "b"]), #"label.json:1:1: error: no label for class "b""#),
    ("{\n  \"0\": \"a\",\n  \"0\": \"b\"\n}", .ints([0, 1]), #"label.json:3:3: error: the key "0" is given twice"#),
    (#"{"0":1,"1":"b"}"#, .ints([0, 1]), #"label.json:1:1: error: the label of "0" is not a string"#),
    ("[]", .ints([0, 1]), "label.json:1:1: error: expected an object of labels"),
    ("", .ints([0, 1]), "label.json:1:1: error: expected a value"),
    ("{\n\"0\" \"a\"}", .ints([0, 1]), "label.json:2:5: error: expected ':'"),
    (#"{"0":"a"} x"#, .ints([0, 1]), "label.json:1:11: error: expected the end"),
    (#"{"0":"a",}"#, .ints([0, 1]), "label.json:1:10: error: expected a string"),
    (#"{"0":"\ud800"}"#, .ints([0, 1]), "label.json:1:7: error: an escape that means no character"),
    ("{\"0\":\"\n\"}", .ints([0, 1]), "label.json:1:7: error: expected an escaped control character"),
  ]

  @Test(arguments: rejected.indices)
  func rejects(_ index: Int) {
    let row = Self.rejected[index]
    #expect(outcome(row.text, row.classes) == .failure(row.description))
  }

  static let accepted: [(text: String, classes: ClassTable, labels: [String])] = [
    (#"{"1":"b","0":"a"}"#, .ints([0, 1]), ["0:a", "1:b"]),
    (#"{"-2":"a","7":"b"}"#, .ints([7, -2]), ["7:b", "-2:a"]),
    (#"{"a":"x","b":"y"}"#, .strings(["b", "a"]), ["b:y", "a:x"]),
    (#"{"0":"b","1":"a"}"#, .strings(["b", "a"]), ["0:b", "1:a"]),
    (#"{"1":"x","0":"y"}"#, .strings(["1", "0"]), ["1:x", "0:y"]),
    (
      #"{ "0" : "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00" , "1":"é" }"#, .ints([0, 1]),
      ["0:\"\\/\u{8}\u{c}\n\r\té😀", "1:é"]
    ),
  ]

  @Test(arguments: accepted.indices)
  func accepts(_ index: Int) {
    let row = Self.accepted[index]
    #expect(outcome(row.text, row.classes) == .success(row.labels))
  }

  @Test func rejectsTextThatIsNotUTF8() {
    let file = SourceFile(path: "label.json", bytes: [0x7b, 0x0a, 0x22, 0xff])
    #expect(
      generated(TestModel.classifier.bytes, labels: file)
        == .failure(Diagnostic(file: "label.json", line: 2, column: 2, message: "the text is not UTF-8")))
  }

  @Test func boundsNesting() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: DamagedFile(offset: 16, reason: "the text is nested too deep")) {
      try JSONValue(parsing: Array(text.utf8))
    }
  }

  private enum Outcome: Equatable {
    case success([String])
    case failure(String)
  }

  // The labels of a classifier of these classes.
  private func outcome(_ text: String, _ classes: ClassTable) -> Outcome {
    var model = TestModel.classifier
    model.nodes.removeLast(2)
    model.outputs = ["label", "scores"]
    model.nodes[1]["classlabels_ints"] = nil
    switch classes {
    case .ints(let values): model.nodes[1]["classlabels_ints"] = .ints(values)
    case .strings(let values): model.nodes[1]["classlabels_strings"] = .strings(values)
    }
    let file = SourceFile(path: "label.json", bytes: Array(text.utf8))
    if case .failure(let diagnostic) = generated(model.bytes, labels: file) { return .failure(diagnostic.description) }
    let labels = try? LabelFile(parsing: file.bytes).labels(of: classes)
    return .success((labels ?? []).map { "\($0.key):\($0.text)" })
  }
}
