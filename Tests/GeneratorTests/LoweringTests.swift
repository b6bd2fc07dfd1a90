import Testing

@testable import Generator

struct LoweringTests {
  @Test func readsSample() throws {
    var model = TestModel.classifier
    model.metadata = [("data_sample", "[[5.10, 35e-1]]")]
    let text = try generated(model.bytes).get().text
    #expect(text.contains(#"static var sampleJSON: StaticString { "[[5.1,3.5]]" }"#))
    #expect(text.contains("private let sampleRow: [Float] = [\n  0x1.466666p+2, 0x1.cp+1,\n]"))
  }

  @Test func takesFeatureCountFromOperators() throws {
    for shape in [nil, [nil, nil], [nil, -1], [1, nil], [-1, 2], [2]] as [[Int64?]?] {
      var model = TestModel.classifier
      model.inputs[0].shape = shape
      #expect(try lower(ModelProto(decoding: model.bytes)).featureCount == 2, "\(String(describing: shape))")
    }
  }

  // As skl2onnx writes it.
  @Test func acceptsOperatorSetsImportedTwice() throws {
    var model = TestModel.classifier
    model.opsets.append(("ai.onnx", 13))
    let text = try generated(model.bytes).get().text
    #expect(text.contains(#"static var opsets: StaticString { "ai.onnx 13, ai.onnx.ml 1" }"#))
  }

  @Test func leavesDeadNodesOut() throws {
    var model = TestModel.classifier
    model.nodes.insert(
      .init(operation: "Unheard", domain: "com.example", inputs: ["X"], outputs: ["dead"]), at: 0)
    #expect(try lower(ModelProto(decoding: model.bytes)).operators == ["Scaler", "SVMClassifier", "Cast", "ZipMap"])
  }

  @Test(arguments: [
    ([], ""), (["Scaler"], "Scaler"), (["Neg", "Neg", "Sum", "Neg", "Sum", "Sum"], "Neg (2), Sum, Neg, Sum (2)"),
  ])
  func countsRepeatedOperators(_ operators: [String], _ list: String) {
    #expect(Program(operators: operators).operatorList == list)
  }

  @Test func acceptsInputsThatAreInitializers() throws {
    var model = TestModel.classifier
    model.inputs.append(TestModel.Input(name: "C"))
    model.initializers = [
      ProtobufWriter.message {
        $0.int(2, 1)
        $0.floats(4, [1])
        $0.string(8, "C")
      }
    ]
    #expect(try lower(ModelProto(decoding: model.bytes)).inputs.map(\.name) == ["X"])
  }

  // Constants of the graph become the program's where something needs them.
  @Test func constantsAreInputsToo() throws {
    var model = TestModel.classifier
    model.initializers = ["C", "unused"].map { name in
      ProtobufWriter.message {
        $0.ints(1, [1, 2])
        $0.int(2, 7)
        $0.ints(7, [3, -4])
        $0.string(8, name)
      }
    }
    model.nodes[0].inputs = ["C"]
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.constants.filter { $0.name == "constant" }.map(\.values) == [.int64s([3, -4])])
    #expect(program.calls[0].function == "cast")
    #expect(program.calls[0].arguments[0].value == .read(.constant(0)))
  }

  // A label that is needed as a number is looked up.
  @Test func labelsBecomeNumbers() throws {
    var model = TestModel.classifier
    model.nodes[2]["to"] = .int(1)
    model.outputs = ["Y"]
    let text = try generated(model.bytes, labels: nil).get().text
    #expect(text.contains("private let classes: [Float] = [\n  0x0p+0, 0x1p+0,\n]"))
    #expect(text.contains("let winner1 = Inference.radialBasisVotes("))
    #expect(text.contains("Inference.element(of: classes.span, at: winner1, into: classNumber.mutableSpan)"))
  }

  // Exporters convert a label to float32, reshape it and convert it back; classes past 2^24 are not the same then.
  @Test(arguments: [(1, true), ((1 << 24) + 1, false)] as [(Int64, Bool)])
  func labelsOutlastConversions(_ last: Int64, _ areClasses: Bool) throws {
    var model = TestModel.classifier
    model.nodes[1]["classlabels_ints"] = .ints([0, last])
    model.nodes[3]["classlabels_int64s"] = .ints([0, last])
    model.nodes[2]["to"] = .int(1)
    model.nodes[2].outputs = ["F"]
    model.nodes.append(
      .init(operation: "Cast", domain: "", inputs: ["F"], outputs: ["Y"], attributes: [("to", .int(7))]))
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.label?.classes == (areClasses ? .ints([0, last]) : nil))
    #expect(program.calls.contains { $0.function == "element" } == !areClasses)
  }

  // As clusterers and outlier detectors have it.
  @Test func aNumberCanBeTheLabel() throws {
    var model = TestModel()
    model.inputs[0].shape = [nil, 1]
    model.nodes = [
      .init(operation: "Identity", domain: "", inputs: ["X"], outputs: ["scores"]),
      .init(operation: "Cast", domain: "", inputs: ["X"], outputs: ["label"], attributes: [("to", .int(7))]),
    ]
    model.outputs = ["label", "scores"]
    let text = try generated(model.bytes, labels: nil).get().text
    #expect(text.contains("let winner = Inference.number(converted.span)"))
    #expect(text.contains("return winner"))
    #expect(text.contains(".integer(Int64(index))"))
    #expect(text.contains("static var classCount: Int { 0 }"))
    #expect(text.contains(#"static var labelName: StaticString { "label" }"#))
  }

  static let shapes: [(shape: [Int64], wanted: [Int64], result: [Int]?)] = [
    ([6], [-1, 3], [2, 3]), ([6], [0, -1], [1, 6]), ([6], [6], [6]), ([6], [2, -1, 1], [2, 3, 1]),
    ([6], [4, -1], nil), ([6], [-1, -1], nil), ([6], [7], nil), ([6], [-2, 3], nil), ([6], [1 << 40, -1], nil),
    ([6], [1 << 30, 1 << 30, 1 << 30], nil), ([6], [6, 1, 0], nil),
  ]

  @Test(arguments: shapes.indices)
  func reshapes(_ index: Int) throws {
    let row = Self.shapes[index]
    var model = TestModel.single(.init(operation: "Reshape", domain: "", inputs: ["X", "S"], outputs: ["Y"]))
    model.inputs[0].shape = [nil, row.shape[0]]
    model.initializers = [
      ProtobufWriter.message {
        $0.ints(1, [Int64(row.wanted.count)])
        $0.int(2, 7)
        $0.ints(7, row.wanted)
        $0.string(8, "S")
      }
    ]
    let program = try? lower(ModelProto(decoding: model.bytes))
    #expect(program?.scoreCount == row.result.map { $0.reduce(1, *) })
    #expect(program?.calls.isEmpty ?? true)
  }

  @Test func broadcastsShapes() {
    #expect(Shape.broadcast([1, 4], [3, 1]) == [3, 4])
    #expect(Shape.broadcast([], [2]) == [2])
    #expect(Shape.broadcast([2], [3]) == nil)
    #expect(Shape.broadcastPositions([3, 1], to: [2, 3, 2]) == [0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2])
    #expect(Shape.positions([2, 3], strides: [1, 2]) == [0, 2, 4, 1, 3, 5])
  }

  // A map's keys come sorted; the label's index has to follow.
  @Test func sortsClassesOfMaps() throws {
    var model = TestModel.classifier
    model.nodes[1]["classlabels_ints"] = .ints([3, -1])
    model.nodes[3]["classlabels_int64s"] = .ints([3, -1])
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.classes == .ints([-1, 3]))
    let orders = program.constants.filter { ["order", "labelOrder"].contains($0.name) }
    #expect(orders.map(\.values) == [.ints([1, 0]), .ints([1, 0])])
    #expect(program.calls.last?.function == "gather")
  }

  @Test func keepsOrderOfClassesWithoutMap() throws {
    var model = TestModel.classifier
    model.nodes[1]["classlabels_ints"] = .ints([3, -1])
    model.outputs = ["scores", "Y"]
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.classes == .ints([3, -1]))
    #expect(program.label?.order == nil)
    #expect(program.scoresAreProbabilities)
  }

  @Test func compilesScoresWithoutLabel() throws {
    var model = TestModel.classifier
    model.outputs = ["scores"]
    let empty = SourceFile(path: "models/label.json", bytes: Array("{}".utf8))
    let text = try generated(model.bytes, labels: empty).get().text
    #expect(text.contains("static var classCount: Int { 0 }"))
    #expect(text.contains(#"static var labelName: StaticString { "" }"#))
    #expect(text.contains("return -1"))
    #expect(try generated(model.bytes, labels: nil).get().text == text)
  }

  @Test(arguments: [("L1", true), ("L2", false), ("MAX", false)])
  func probabilitiesDividedByTheirSumAreSome(_ norm: String, _ areProbabilities: Bool) throws {
    var model = TestModel.classifier
    model.nodes[3] = .init(
      operation: "Normalizer", inputs: ["scores"], outputs: ["Z"], attributes: [("norm", .string(norm))])
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.scoresAreProbabilities == areProbabilities)
    #expect(program.classes == .ints([0, 1]))
  }

  // The rule was found by comparing with ONNX Runtime: tiles of 128, or more where the matrix has few rows.
  static let tiles: [(rows: Int, columns: Int, tile: Int)] = [
    (45, 4, 4), (300, 200, 128), (45, 300, 256), (20, 700, 512), (10, 1100, 1024), (129, 129, 128), (128, 129, 128),
  ]

  @Test(arguments: tiles.indices)
  func tilesProducts(_ index: Int) {
    let row = Self.tiles[index]
    let product = MatrixProduct(rows: 1, features: row.columns, columns: row.rows, element: .float, isPacked: false)
    #expect(min(product.tile, row.columns) == row.tile)
  }

  @Test func laysOutMatrices() {
    let matrix = Matrix(rows: 3, columns: 2, values: [1, 2, 3, 4, 5, 6])
    #expect(matrix.inBlocks == [1, 3, 5, 0, 0, 0, 0, 0, 2, 4, 6, 0, 0, 0, 0, 0])
    #expect(matrix.withPaddedRows == [1, 2, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 5, 6, 0, 0, 0, 0, 0, 0])
    #expect(matrix.transposedInPairs == [1, 3, 5, 0, 2, 4, 6, 0])
  }
}
