import Testing

@testable import Generator

/// What products of matrices refuse: shapes and types that do not fit, and what ONNX Runtime adds up in an order that hangs on
/// what is not known.
struct RejectedProductTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let message: String
    var model = TestModel()

    // Nodes are called like their outputs; constants are of ones.
    init(
      _ label: String, features: Int64 = 4, _ nodes: [TestModel.Node], _ constants: [(name: String, shape: [Int64])],
      _ message: String
    ) {
      testDescription = label
      self.message = message
      model.opsets[0].version = 18
      model.inputs[0].shape = [nil, features]
      model.initializers = constants.map { name, shape in
        ProtobufWriter.message {
          $0.ints(1, shape)
          $0.int(2, 1)
          $0.floats(4, Array(repeating: 1, count: Int(shape.reduce(1, *))))
          $0.string(8, name)
        }
      }
      model.nodes = nodes
      model.outputs = [nodes[nodes.count - 1].outputs[0]]
    }
  }

  private static func node(
    _ operation: String, _ inputs: [String], _ output: String = "y",
    _ attributes: [(name: String, value: TestModel.Attribute)] = []
  ) -> TestModel.Node {
    TestModel.Node(
      operation: operation, domain: "", name: output, inputs: inputs, outputs: [output], attributes: attributes)
  }

  private static func transposed(_ input: String, _ output: String = "t") -> TestModel.Node {
    node("Transpose", [input], output, [("perm", .ints([1, 0]))])
  }

  static let table: [Case] = [
    Case(
      "other sizes", [node("MatMul", ["X", "c"])], [("c", [3, 1])],
      "node 'y' (ai.onnx.MatMul): the shapes [1, 4] and [3, 1] do not fit"),
    Case(
      "a number", [node("MatMul", ["X", "c"])], [("c", [])],
      "node 'y' (ai.onnx.MatMul): the shapes [1, 4] and [] do not fit"),
    Case(
      "other stacks", [node("MatMul", ["c", "d"]), node("Add", ["y", "X"], "z")],
      [("c", [2, 1, 4]), ("d", [3, 4, 1])],
      "node 'y' (ai.onnx.MatMul): the shapes [2, 1, 4] and [3, 4, 1] do not fit"),
    Case(
      "no columns", [node("MatMul", ["X", "c"])], [("c", [4, 0])],
      "node 'y' (ai.onnx.MatMul): the shapes [1, 4] and [4, 0] are of no elements or too many"),
    Case(
      "other types", [node("Cast", ["X"], "i", [("to", .int(7))]), node("MatMul", ["i", "c"])], [("c", [4, 1])],
      "node 'y' (ai.onnx.MatMul): the inputs are of different types"),
    Case(
      "truth", [node("Cast", ["X"], "b", [("to", .int(9))]), node("MatMul", ["b", "b"])], [],
      "node 'y' (ai.onnx.MatMul): input 'b' is of type bool, which is not supported"),
    Case(
      "two constants", [node("MatMul", ["c", "d"]), node("Add", ["y", "X"], "z")], [("c", [1, 2]), ("d", [2, 4])],
      "node 'y' (ai.onnx.MatMul): both operands are constants, which is not supported"),
    Case(
      "ones in the shape of the input",
      [
        node("Shape", ["X"], "s"), node("ConstantOfShape", ["s"], "c"), transposed("c"), node("MatMul", ["X", "t"]),
      ], [],
      "node 'y' (ai.onnx.MatMul): a matrix made of the input's shape is not supported"),
    Case(
      "a sum of many features with a number", features: 300,
      [node("MatMul", ["X", "c"]), node("Add", ["y", "d"], "z")],
      [("c", [300, 2]), ("d", [1, 1])],
      "node 'y' (ai.onnx.MatMul): whether the sum behind it comes first is not known, which is not supported"),
    Case(
      "a sum of many features with computed numbers", features: 300,
      [node("Neg", ["X"], "d"), node("MatMul", ["X", "c"]), node("Add", ["d", "y"], "z")], [("c", [300, 300])],
      "node 'y' (ai.onnx.MatMul): whether the sum behind it comes first is not known, which is not supported"),
    Case(
      "a sum behind a product of what is computed",
      [transposed("X"), node("MatMul", ["X", "t"]), node("Add", ["y", "c"], "z")], [("c", [1])],
      "node 'y' (ai.onnx.MatMul): whether the sum behind it comes first is not known, which is not supported"),
    Case(
      "a factor before it of unknown rank",
      [node("Squeeze", ["X"], "s"), node("Mul", ["s", "f"], "m"), node("MatMul", ["m", "c"])],
      [("f", [1]), ("c", [4, 1])],
      "node 'y' (ai.onnx.MatMul): whether it becomes one with the Mul next to it is not known, which is not supported"),
    Case(
      "transposed matrices of a stack",
      [
        node("MatMul", ["X", "c"], "u"), node("Transpose", ["u"], "t", [("perm", .ints([0, 2, 1]))]),
        node("MatMul", ["t", "u"]),
      ], [("c", [2, 4, 3])],
      "node 'y' (ai.onnx.MatMul): the transposed operand 't' is not supported"),
    Case(
      "a cast of what is transposed",
      [
        node("Cast", ["X"], "d", [("to", .int(11))]), transposed("d"), node("Cast", ["t"], "u", [("to", .int(1))]),
        node("MatMul", ["c", "u"]),
      ], [("c", [1, 4])],
      "node 'y' (ai.onnx.MatMul): the transposed operand 'u' is not supported"),
    Case(
      "Gemm of a vector", [node("Gemm", ["X", "c"])], [("c", [4])],
      "node 'y' (ai.onnx.Gemm): the shapes [1, 4] and [4] are not of two matrices"),
    Case(
      "Gemm of other sizes", [node("Gemm", ["X", "c"], "y", [("transB", .int(1))])], [("c", [4, 1])],
      "node 'y' (ai.onnx.Gemm): the shapes [1, 4] and [4, 1] do not fit"),
    Case(
      "Gemm with another addend", [node("Gemm", ["X", "c", "d"])], [("c", [4, 1]), ("d", [2])],
      "node 'y' (ai.onnx.Gemm): input 'd' of the shape [2] is no addend to the shape [1, 1]"),
    Case(
      "Gemm of two constants", [node("Gemm", ["c", "d"]), node("Add", ["y", "X"], "z")],
      [("c", [1, 2]), ("d", [2, 4])],
      "node 'y' (ai.onnx.Gemm): both operands are constants, which is not supported"),
    Case(
      "Gemm of a computed matrix transposed", [transposed("X"), node("Gemm", ["X", "t"])], [],
      "node 'y' (ai.onnx.Gemm): the transposed operand 't' is not supported"),
    Case(
      "Gemm transposed", [node("Gemm", ["X", "c"]), transposed("y")], [("c", [4, 3])],
      "node 'y' (ai.onnx.Gemm): a Transpose behind it is not supported"),
    Case(
      "Gemm of many features in a sum", features: 300, [node("Gemm", ["X", "c"]), node("Sum", ["y", "d"], "z")],
      [("c", [300, 2]), ("d", [2])],
      "node 'y' (ai.onnx.Gemm): a Sum behind it is not supported"),
  ]

  @Test(arguments: table)
  func rejects(_ row: Case) {
    #expect(
      generated(row.model.bytes, labels: nil) == .failure(Diagnostic(file: "models/x.onnx", message: row.message)))
  }

  /// An addend was not optional before version 11.
  @Test func rejectsNoAddend() {
    var model = Self.table.first { $0.testDescription == "Gemm transposed" }!.model
    model.opsets[0].version = 9
    let message = "node 'y' (ai.onnx.Gemm): has 2 inputs, expected 3"
    #expect(generated(model.bytes, labels: nil) == .failure(Diagnostic(file: "models/x.onnx", message: message)))
  }
}
