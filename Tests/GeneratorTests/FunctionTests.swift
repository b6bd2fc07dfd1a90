import Testing

@testable import Generator

/// What the generator makes of a model's own functions, and which it refuses.
struct FunctionTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let model: TestModel
    let message: String

    init(_ name: String, _ message: String, _ change: (inout TestModel) -> Void) {
      testDescription = name
      model = FunctionTests.model(change)
      self.message = message
    }
  }

  private static func node(
    _ operation: String, _ inputs: [String], _ outputs: [String], domain: String = "",
    _ attributes: [(name: String, value: TestModel.Attribute)] = []
  ) -> TestModel.Node {
    TestModel.Node(
      operation: operation, domain: domain, inputs: inputs, outputs: outputs, attributes: attributes)
  }

  // Twice: a call of Once, whose attribute it passes on, before another one.
  private static let once = TestModel.Function(
    name: "Once", inputs: ["x"], outputs: ["y"], attributeNames: ["slope"],
    nodes: [node("Elu", ["x"], ["y"], [("alpha", .reference("slope"))])])
  private static let twice = TestModel.Function(
    name: "Twice", inputs: ["x"], outputs: ["z"], defaults: [("slope", .float(0.5))],
    nodes: [
      node("Once", ["x"], ["y"], domain: "own", [("slope", .reference("slope"))]),
      node("Once", ["y"], ["z"], domain: "own"),
    ])

  private static func model(_ change: (inout TestModel) -> Void) -> TestModel {
    var model = TestModel.single(node("Twice", ["X"], ["Y"], domain: "own"))
    model.nodes[0].name = "call"
    model.functions = [once, twice]
    change(&model)
    return model
  }

  private func alphas(_ model: TestModel) throws -> [Float] {
    try lower(ModelProto(decoding: model.bytes)).calls.flatMap(\.arguments).compactMap { argument in
      if argument.label == "alpha", case .float(let value) = argument.value { value } else { nil }
    }
  }

  @Test func passesAttributesOn() throws {
    #expect(try alphas(Self.model { _ in }) == [0.5, 1])
    #expect(try alphas(Self.model { $0.nodes[0].attributes = [("slope", .float(0.25))] }) == [0.25, 1])
  }

  @Test func keepsNamesApart() throws {
    let model = Self.model {
      $0.nodes = ["a", "b"].map { Self.node("Twice", ["X"], [$0], domain: "own") }
      $0.nodes.append(Self.node("Add", ["a", "b"], ["Y"]))
      $0.nodes.append(Self.node("Add", ["Y", "X"], ["1/y"]))
      $0.outputs = ["1/y"]
    }
    #expect(try lower(ModelProto(decoding: model.bytes)).operators == ["Elu", "Elu", "Elu", "Elu", "Add", "Add"])
  }

  @Test func handsInputsThrough() throws {
    let model = Self.model {
      $0.functions[0].nodes = []
      $0.functions[0].outputs = ["x"]
    }
    #expect(try lower(ModelProto(decoding: model.bytes)).operators == ["Identity", "Identity"])
  }

  @Test func takesOperatorSetsWithTheSameOperators() throws {
    let model = Self.model { $0.functions[0].opsets = [("", 12)] }
    #expect(try alphas(model) == [0.5, 1])
  }

  @Test func tellsOverloadsApart() throws {
    let model = Self.model {
      $0.functions.append($0.functions[0])
      $0.functions[2].overload = "hyperbolic"
      $0.functions[2].nodes[0] = Self.node("Tanh", ["x"], ["y"])
      $0.nodes = [Self.node("Once", ["X"], ["Y"], domain: "own")]
      $0.nodes[0].overload = "hyperbolic"
    }
    #expect(try lower(ModelProto(decoding: model.bytes)).operators == ["Tanh"])
  }

  private static let call = "node 'call' (own.Twice): "
  private static let inner = "node 'call' (own.Once): "

  static let table: [Case] = [
    Case("given twice", "the function own.Once is given twice") { $0.functions.append(once) },
    Case("an operator's name", "the function .Elu has the name of an operator") {
      $0.functions[0].name = "Elu"
      $0.functions[0].domain = ""
    },
    Case("of itself", inner + "the function leads to itself") {
      $0.functions[0].nodes[0] = node("Once", ["x"], ["y"], domain: "own")
    },
    Case("in a circle", call + "the function leads to itself") {
      $0.functions[0].nodes[0] = node("Twice", ["x"], ["y"], domain: "own")
    },
    Case("too many nodes", "node 'call' (own.F16): functions stand for more than 65536 nodes") {
      $0.functions = (0...16).map { level in
        TestModel.Function(
          name: "F\(level)", inputs: ["x"], outputs: ["z"],
          nodes: [("x", "y"), ("y", "z")].map { from, to in
            level == 16 ? node("Neg", [from], [to]) : node("F\(level + 1)", [from], [to], domain: "own")
          })
      }
      $0.nodes[0].operation = "F0"
    },
    Case("too deep", "node 'call' (own.F64): more than 64 functions inside one another are not supported") {
      $0.functions = (0...99).map { level in
        TestModel.Function(
          name: "F\(level)", inputs: ["x"], outputs: ["y"],
          nodes: [node("F\(level + 1)", ["x"], ["y"], domain: "own")])
      }
      $0.nodes[0].operation = "F0"
    },
    Case(
      "another operator set",
      inner + "the function imports the operator set ai.onnx 12, the model 13, in which Clip is another operator"
    ) {
      $0.functions[0].opsets = [("", 12)]
      $0.functions[0].nodes[0] = node("Clip", ["x"], ["y"])
    },
    Case("too many inputs", call + "has 2 inputs and 1 outputs, the function 1 and 1") {
      $0.nodes[0].inputs = ["X", "X"]
    },
    Case("too many outputs", call + "has 1 inputs and 2 outputs, the function 1 and 1") {
      $0.nodes[0].outputs = ["Y", "Z"]
    },
    Case("an input twice", call + "the function has the input 'x' twice") { $0.functions[1].inputs = ["x", "x"] },
    Case("an output twice", call + "the function has an output twice") { $0.functions[1].outputs = ["z", "z"] },
    Case("an attribute it has not", call + "attribute 'alpha': the operator has no such attribute") {
      $0.nodes[0].attributes = [("alpha", .float(1))]
    },
    Case("a reference to nothing", inner + "the function refers to its attribute 'alpha', which it does not have") {
      $0.functions[0].nodes[0].attributes = [("alpha", .reference("alpha"))]
    },
    Case("a name from outside", inner + "the function uses 'X' before it is defined") {
      $0.functions[0].nodes[0].inputs = ["X"]
    },
    Case("a name twice", inner + "the function defines 'x' twice") { $0.functions[0].nodes[0].outputs = ["x"] },
    Case("an output of nothing", inner + "the function uses 'y' before it is defined") { $0.functions[0].nodes = [] },
    Case("an input that is left out", "node 'call' (ai.onnx.Elu): an input is left out") {
      $0.nodes[0].inputs = []
    },
    Case("a reference outside", "node 'n' (ai.onnx.Elu): attribute 'alpha': expected a float") {
      $0.nodes = [node("Elu", ["X"], ["Y"], [("alpha", .reference("slope"))])]
      $0.nodes[0].name = "n"
    },
  ]

  @Test(arguments: table)
  func refuses(_ row: Case) throws {
    let model = try ModelProto(decoding: row.model.bytes)
    #expect(throws: UnsupportedModel(row.message)) { try lower(model) }
  }
}
