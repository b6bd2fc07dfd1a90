import Testing

@testable import Generator

/// What ONNX Runtime makes one node of several becomes one call, and what looks like it stays several.
struct FusionTests {
  typealias Node = TestModel.Node

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let nodes: [Node]
    let functions: [String]

    init(_ label: String, _ nodes: [Node], _ functions: [String]) {
      testDescription = label
      self.nodes = nodes
      self.functions = functions
    }
  }

  // Behind X of shape [1, 4], with the constants below; the last node's output is the graph's.
  static func model(_ nodes: [Node]) -> TestModel {
    var model = TestModel()
    model.opsets[0].version = 13
    model.inputs[0].shape = [nil, 4]
    let numbers: [(name: String, shape: [Int64], values: [Float])] = [
      ("zero", [], [0]), ("zeros", [1, 1, 1], [0]), ("half", [1], [0.5]), ("one", [], [1]), ("ones", [1, 1, 1], [1]),
      ("two", [], [2]), ("root", [], [1.4142135]), ("row", [4], [1, 2, 3, 4]), ("matrix", [1, 4], [1, 2, 3, 4]),
    ]
    model.initializers = numbers.map { number in
      ProtobufWriter.message {
        $0.ints(1, number.shape)
        $0.int(2, 1)
        $0.floats(4, number.values)
        $0.string(8, number.name)
      }
    }
    model.nodes = nodes
    model.outputs = [nodes[nodes.count - 1].outputs[0]]
    return model
  }

  static func node(_ operation: String, _ inputs: [String], _ output: String) -> Node {
    Node(
      operation: operation, domain: "", name: output, inputs: inputs, outputs: [output],
      attributes: operation == "ReduceMean" ? [("axes", .ints([-1]))] : [])
  }

  // Erf of X over a root, plus 1.
  private static func error(_ root: String) -> [Node] {
    [node("Div", ["X", root], "a"), node("Erf", ["a"], "b"), node("Add", ["b", "one"], "c")]
  }

  private static func normalized(scale: String, bias: String) -> [Node] {
    [
      node("ReduceMean", ["X"], "m"), node("Sub", ["X", "m"], "d"), node("Pow", ["d", "two"], "p"),
      node("ReduceMean", ["p"], "v"), node("Add", ["v", "half"], "e"), node("Sqrt", ["e"], "r"),
      node("Div", ["d", "r"], "q"), node("Mul", ["q", scale], "s"), node("Add", ["s", bias], "y"),
    ]
  }

  static let table: [Case] = [
    Case("a quotient", [node("Div", ["one", "X"], "a"), node("Mul", ["row", "a"], "y")], ["divide"]),
    Case(
      "the inverse for two",
      [
        node("Div", ["one", "X"], "a"), node("Mul", ["row", "a"], "b"), node("Add", ["a", "b"], "y"),
      ], ["divide", "multiply", "add"]),
    Case(
      "an opposite choice",
      [
        node("Greater", ["X", "half"], "a"), node("Not", ["a"], "b"), node("Where", ["b", "X", "row"], "y"),
      ], ["greater", "choose"]),
    Case(
      "nothing added", [node("Neg", ["X"], "a"), node("Add", ["a", "zero"], "b"), node("Abs", ["b"], "y")],
      ["negate", "magnitude"]),
    Case(
      "nothing added to an input", [node("Add", ["X", "zero"], "b"), node("Abs", ["b"], "y")], ["add", "magnitude"]),
    Case("Gelu", error("root") + [node("Mul", ["X", "c"], "d"), node("Mul", ["d", "half"], "y")], ["gaussianUnits"]),
    Case(
      "half the row", error("root") + [node("Mul", ["half", "X"], "d"), node("Mul", ["d", "c"], "y")],
      ["gaussianUnits"]),
    Case(
      "half the sum", error("root") + [node("Mul", ["half", "c"], "d"), node("Mul", ["X", "d"], "y")],
      ["divide", "errorFunction", "add", "multiply", "multiply"]),
    Case(
      "another root", error("two") + [node("Mul", ["X", "c"], "d"), node("Mul", ["d", "half"], "y")],
      ["divide", "errorFunction", "add", "multiply", "multiply"]),
    Case("LayerNormalization", normalized(scale: "row", bias: "row"), ["layerNormalization"]),
    Case(
      "a bias of two dimensions", normalized(scale: "row", bias: "matrix"),
      ["sumsInPackets", "divide", "subtract", "rootMeanSquareNormalization", "add"]),
  ]

  @Test(arguments: table)
  func fuses(_ row: Case) throws {
    #expect(try lower(ModelProto(decoding: Self.model(row.nodes).bytes)).calls.map(\.function) == row.functions)
  }

  static let rejected: [Case] = [
    Case(
      "an inverse of more dimensions", [node("Div", ["ones", "X"], "a"), node("Mul", ["row", "a"], "y")],
      ["node 'y' (ai.onnx.Mul): a product with 1 / x of more dimensions than x is not supported"]),
    Case(
      "two inverses",
      [
        node("Exp", ["X"], "e"), node("Div", ["one", "X"], "a"), node("Div", ["one", "e"], "b"),
        node("Mul", ["a", "b"], "y"),
      ], ["node 'y' (ai.onnx.Mul): a product of 1 / x and 1 / y is not supported"]),
    Case(
      "scale and bias of other features", normalized(scale: "half", bias: "half"),
      ["node 's' (ai.onnx.Mul): a normalization of other than float32, and of one scale a feature, is not supported"]),
    Case(
      "a scale of two dimensions",
      [
        Node(operation: "LayerNormalization", domain: "", name: "y", inputs: ["X", "matrix"], outputs: ["y"])
      ], ["node 'y' (ai.onnx.LayerNormalization): input 'matrix' has the shape [1, 4], expected [4]"]),
    Case(
      "three dimensions behind a sum",
      [
        node("Add", ["X", "ones"], "a"), node("Exp", ["a"], "b"), node("Add", ["a", "b"], "c"),
        node("LayerNormalization", ["c", "row"], "y"),
      ],
      [
        "node 'y' (ai.onnx.LayerNormalization): 3 dimensions behind a sum or before several products, of which ONNX Runtime makes one node, are not supported"
      ]),
    Case(
      "a shape that hangs on the row", [node("NonZero", ["X"], "y")],
      [
        "node 'y' (ai.onnx.NonZero): the operator is not supported; the shape of its result hangs on the row, which no other operator is ready for"
      ]),
  ]

  @Test(arguments: rejected)
  func rejects(_ row: Case) {
    var model = Self.model(row.nodes)
    if row.nodes.contains(where: { $0.operation == "LayerNormalization" }) { model.opsets[0].version = 17 }
    #expect(
      generated(model.bytes, labels: nil)
        == .failure(Diagnostic(file: "models/x.onnx", message: row.functions[0])))
  }
}
