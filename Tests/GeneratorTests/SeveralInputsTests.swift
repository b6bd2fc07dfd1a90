import Testing

@testable import Generator

// Models of several inputs, whose features stand one behind the other in the row.
struct SeveralInputsTests {
  // A of one feature, B of two, C of one.
  private func model(_ nodes: TestModel.Node...) -> TestModel {
    var model = TestModel()
    model.inputs = [
      TestModel.Input(name: "A", shape: [nil, 1]), TestModel.Input(name: "B"),
      TestModel.Input(name: "C", shape: [1, 1]),
    ]
    model.nodes = nodes
    model.outputs = ["Y"]
    return model
  }

  private func concat(_ inputs: String...) -> TestModel.Node {
    .init(operation: "Concat", domain: "", inputs: inputs, outputs: ["Y"], attributes: [("axis", .int(1))])
  }

  private func vectorizer(_ inputs: [String], _ widths: [Int64]) -> TestModel.Node {
    .init(
      operation: "FeatureVectorizer", inputs: inputs, outputs: ["Y"], attributes: [("inputdimensions", .ints(widths))])
  }

  @Test func theirFeaturesAreOneRow() throws {
    let program = try lower(ModelProto(decoding: model(concat("C", "A")).bytes))
    #expect(program.featureCount == 4)
    #expect(program.inputs.map(\.name) == ["A", "B", "C"])
    #expect(program.inputs.map(\.features) == [0..<1, 1..<3, 3..<4])
    #expect(program.calls.map { $0.arguments[0].value } == [.read(.features(3..<4)), .read(.features(0..<1))])
  }

  // Nothing is copied where the inputs are taken in their order.
  @Test func neighboursAreJoinedAsTheyAre() throws {
    for (node, expected) in [
      (concat("A", "B", "C"), 0..<4), (concat("B", "C"), 1..<4), (vectorizer(["A", "B", "C"], [1, 2, 1]), 0..<4),
    ] {
      let program = try lower(ModelProto(decoding: model(node).bytes))
      #expect(program.calls.isEmpty && program.outputs[0].storage == .features(expected), "\(node)")
    }
    for node in [
      concat("A", "C"), concat("B", "A"), concat("A", "A"), vectorizer(["A", "B"], [1, 1]),
      vectorizer(["A", "B"], [2, 2]),
    ] {
      let program = try lower(ModelProto(decoding: model(node).bytes))
      #expect(program.calls.map(\.function) == ["copy", "copy"], "\(node)")
    }
  }

  @Test func emitsTheirNamesAndParts() throws {
    let text = try generated(model(concat("C", "A")).bytes, labels: nil).get().text
    #expect(text.contains("static var inputCount: Int { 3 }"))
    #expect(text.contains(#"case 1: GraphTensor(name: "B", elements: 1..<3)"#))
    #expect(text.contains("Inference.copy(features.extracting(3..<4), count: 1, at: 0, into: joined.mutableSpan)"))
  }

  // An operator tells the width of an input that it takes itself.
  @Test func widthsComeFromOperators() throws {
    var model = model(
      .init(
        operation: "Scaler", inputs: ["B"], outputs: ["S"],
        attributes: [("scale", .floats([1, 2])), ("offset", .floats([0, 0]))]),
      concat("A", "S"))
    model.inputs[1].shape = [nil, nil]
    #expect(try lower(ModelProto(decoding: model.bytes)).inputs[1].features == 1..<3)
  }
}
