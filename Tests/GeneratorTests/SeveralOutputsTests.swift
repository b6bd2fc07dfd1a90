import Testing

@testable import Generator

/// The outputs of a graph are a row of numbers, one behind the other, and at most one label.
struct SeveralOutputsTests {
  // Beside the classifier's own outputs others of every type, and a constant.
  private static func model(_ outputs: [String]) -> TestModel {
    var model = TestModel.classifier
    model.nodes += [
      node("Cast", ["Y"], "Y32", [("to", .int(6))]), node("ArgMax", ["scores"], "P", [("axis", .int(1))]),
      node("Cast", ["scores"], "D", [("to", .int(11))]), node("Cast", ["X"], "I", [("to", .int(7))]),
      node("IsNaN", ["X"], "B"), node("Cast", ["Y"], "F", [("to", .int(1))]),
    ]
    model.initializers = [
      ProtobufWriter.message {
        $0.ints(1, [1, 2])
        $0.int(2, 11)
        $0.data(9, [UInt8](repeating: 0, count: 16))
        $0.string(8, "C")
      }
    ]
    model.outputs = outputs
    model.outputTypes = ["Z": 1, "D": 11, "I": 7, "B": 9].filter { outputs.contains($0.key) }
    return model
  }

  private static func node(
    _ operation: String, _ inputs: [String], _ output: String, _ attributes: [(String, TestModel.Attribute)] = []
  ) -> TestModel.Node {
    .init(operation: operation, domain: "", inputs: inputs, outputs: [output], attributes: attributes)
  }

  struct Case {
    var outputs: [String]
    var rows: [String]
    var types: String
    var label: String?
    var areProbabilities = false
  }

  static let cases: [Case] = [
    Case(outputs: ["Y", "Z"], rows: ["Z 0..<2"], types: "ff", label: "Y", areProbabilities: true),
    Case(outputs: ["Y", "D"], rows: ["D 0..<2"], types: "dd", label: "Y", areProbabilities: true),
    Case(outputs: ["Z", "Y", "X"], rows: ["Z 0..<2", "X 2..<4"], types: "ffff", label: "Y"),
    Case(outputs: ["D", "B", "I"], rows: ["D 0..<2", "B 2..<4", "I 4..<6"], types: "ddbbll"),
    // A class is the label before a number is.
    Case(outputs: ["P", "Y", "Z"], rows: ["P 0..<1", "Z 1..<3"], types: "lff", label: "Y"),
    Case(outputs: ["Y32", "Y", "Z"], rows: ["Y 0..<1", "Z 1..<3"], types: "lff", label: "Y32"),
    Case(outputs: ["Y", "F"], rows: ["F 0..<1"], types: "f", label: "Y"),
    // A number is the label where something else is the answer.
    Case(outputs: ["P", "Z"], rows: ["Z 0..<2"], types: "ff", label: "P"),
    Case(outputs: ["P"], rows: ["P 0..<1"], types: "l"),
    Case(outputs: ["I"], rows: ["I 0..<2"], types: "ll"),
    Case(outputs: ["C", "Y", "Z"], rows: ["C 0..<2", "Z 2..<4"], types: "ddff", label: "Y"),
  ]

  @Test(arguments: cases.indices)
  func standOneBehindTheOther(_ index: Int) throws {
    let expected = Self.cases[index]
    let program = try lower(ModelProto(decoding: Self.model(expected.outputs).bytes))
    #expect(program.outputs.map { "\($0.name) \($0.scores)" } == expected.rows)
    #expect(program.scoreTypes.map(\.letter).joined() == expected.types)
    #expect(program.label?.name == expected.label)
    #expect(program.scoresAreProbabilities == expected.areProbabilities)
  }

  @Test func emitsThemAsWords() throws {
    let text = try generated(Self.model(["Z", "D", "B"]).bytes, labels: nil).get().text
    #expect(text.contains("typealias Score = UInt64\n"))
    #expect(text.contains(#"static var scoreTypes: StaticString { "ffddbb" }"#))
    #expect(text.contains("static var outputCount: Int { 3 }"))
    #expect(text.contains(#"case 2: GraphTensor(name: "B", elements: 4..<6)"#))
    #expect(text.contains("into scores: inout MutableSpan<UInt64>) -> Int {"))
    #expect(text.contains("scores[i] = probabilities[i].word"))
    #expect(text.contains("scores[4 + i] = "))
  }

  @Test func emitsThemAsFloats() throws {
    let text = try generated(Self.model(["Z", "F"]).bytes, labels: nil).get().text
    #expect(text.contains("typealias Score = Float\n"))
    #expect(text.contains(#"static var scoreTypes: StaticString { "" }"#))
    #expect(text.contains("scores[i] = probabilities[i]\n"))
    #expect(text.contains("scores[2 + i] = "))
  }
}
