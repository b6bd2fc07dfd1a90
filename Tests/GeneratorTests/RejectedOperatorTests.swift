import Testing

@testable import Generator

/// What the operators of ai.onnx refuse, with the words they do so in.
struct RejectedOperatorTests {
  /// A node behind the input X of shape [1, 4], with constants as further inputs.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let message: String
    let node: TestModel.Node
    let constants: [[UInt8]]

    init(
      _ label: String, _ operation: String, _ constants: [[UInt8]], inputs: [String]? = nil, _ message: String
    ) {
      self.init(label, operation, constants, inputs: inputs, [], message)
    }

    init(
      _ label: String, _ operation: String, _ constants: [[UInt8]], inputs: [String]? = nil,
      _ attributes: [(name: String, value: TestModel.Attribute)], outputs: Int = 1, _ message: String
    ) {
      testDescription = "\(operation): \(label)"
      self.message = "node 'n' (ai.onnx.\(operation)): \(message)"
      self.constants = constants
      node = TestModel.Node(
        operation: operation, domain: "", name: "n",
        inputs: inputs ?? ["X"] + constants.indices.map { "c\($0)" },
        outputs: (0..<outputs).map { "y\($0)" }, attributes: attributes)
    }
  }

  static func ints(_ values: [Int64], shape: [Int64]? = nil) -> [UInt8] {
    ProtobufWriter.message {
      $0.ints(1, shape ?? [Int64(values.count)])
      $0.int(2, 7)
      $0.ints(7, values)
    }
  }

  static func floats(_ values: [Float], shape: [Int64]? = nil) -> [UInt8] {
    ProtobufWriter.message {
      $0.ints(1, shape ?? [Int64(values.count)])
      $0.int(2, 1)
      $0.floats(4, values)
    }
  }

  private static func truth(_ value: Bool) -> [UInt8] {
    ProtobufWriter.message {
      $0.int(2, 9)
      $0.ints(5, [value ? 1 : 0])
    }
  }

  static let table: [Case] = [
    Case("no axis", "Concat", [floats([1], shape: [1, 1])], "attribute 'axis': missing"),
    Case(
      "an axis beyond", "Concat", [floats([1], shape: [1, 1])], [("axis", .int(2))],
      "attribute 'axis': 2 is no axis of 2 dimensions"),
    Case(
      "other sizes", "Concat", [floats([1, 2], shape: [2, 1])], [("axis", .int(1))],
      "input 'c0' has the shape [2, 1], the first input [1, 4]"),
    Case(
      "other types", "Concat", [ints([1], shape: [1, 1])], [("axis", .int(1))], "the inputs are of different types"),
    Case(
      "an axis twice", "Transpose", [], [("perm", .ints([0, 0]))],
      "attribute 'perm': [0, 0] is no order of 2 dimensions"),
    Case("an axis beyond", "Flatten", [], [("axis", .int(3))], "attribute 'axis': 3 is no axis of 2 dimensions"),
    Case("a long dimension", "Squeeze", [ints([1])], "axis 1 of the shape [1, 4] is not of size 1"),
    Case("no axes", "Unsqueeze", [], "no axes are given"),
    Case("an axis twice", "Unsqueeze", [ints([0, -4])], "[0, -4] are not axes of 4 dimensions"),
    Case(
      "an index beyond", "Gather", [ints([0, 4])], [("axis", .int(1))], "index 4 is beyond the 4 elements of axis 1"),
    Case(
      "computed indices that are floats", "Gather", [], inputs: ["X", "X"],
      "input 'X' is of type float32, which is not supported"),
    Case("indices that are floats", "Gather", [floats([0])], "input 'c0' is not of type int64"),
    Case("no ends", "Slice", [ints([0])], "starts and ends are not given"),
    Case("more starts", "Slice", [ints([0, 0]), ints([1])], "starts, ends, axes and steps are not as many"),
    Case(
      "no step", "Slice", [ints([0]), ints([1]), ints([1]), ints([0])],
      "axis 1 with step 0 is not supported for the shape [1, 4]"),
    Case(
      "an axis twice", "Slice", [ints([0, 0]), ints([1, 1]), ints([1, -1])],
      "axis -1 with step 1 is not supported for the shape [1, 4]"),
    Case(
      "too few", "Split", [ints([1, 2])], [("axis", .int(1))], outputs: 2,
      "parts of the sizes [1, 2] are not the 4 elements of axis 1"),
    Case(
      "negative", "Split", [ints([5, -1])], [("axis", .int(1))], outputs: 2,
      "parts of the sizes [5, -1] are not the 4 elements of axis 1"),
    Case(
      "uneven", "Split", [], [("axis", .int(1))], outputs: 3,
      "parts of the sizes [2, 2, 2] are not the 4 elements of axis 1"),
    Case(
      "an empty part", "Split", [], [("axis", .int(1)), ("num_outputs", .int(3))], outputs: 3,
      "parts of the sizes [2, 2, 0] are not the 4 elements of axis 1"),
    Case("other sizes", "Expand", [ints([3])], "the shape [1, 4] is not broadcast to [3]"),
    Case("a negative size", "Expand", [ints([-1, 4])], "[-1, 4] is no shape"),
    Case("an impossible size", "Expand", [ints([1 << 62, 4])], "[4611686018427387904, 4] is no shape"),
    Case("too few repeats", "Tile", [ints([2])], "the shape [1, 4] is not repeated [2] times"),
    Case("too many elements", "Tile", [ints([1, 1 << 28])], "the shape [1, 4] is not repeated [1, 268435456] times"),
    Case(
      "two values", "Constant", [], inputs: [], [("value_int", .int(1)), ("value_float", .float(1))],
      "has 2 attributes, expected one value"),
    Case("computed", "ConstantOfShape", [], "input 'X' is computed, which is not supported, only a constant"),
    Case("other sizes", "Add", [floats([1, 2, 3])], "the shapes [[1, 4], [3]] do not fit"),
    Case("other types", "Add", [ints([1])], "the inputs are of different types"),
    Case("one operand", "Add", [], "has 1 inputs, expected 2"),
    Case("truth", "And", [ints([1])], "input 'X' is of type float32, which is not supported"),
    Case(
      "no truth", "Where", [floats([1]), floats([1])],
      "the inputs are of types [\"float32\", \"float32\", \"float32\"], expected bool and two of one type"),
    Case("two bounds", "Clip", [floats([1, 2])], "input 'c0' is not one float32"),
    Case("a bound of another type", "Clip", [ints([1], shape: [])], "input 'c0' is not one float32"),
    Case("no such axis", "Softmax", [], [("axis", .int(2))], "attribute 'axis': 2 is no axis of 2 dimensions"),
    Case("an axis beyond", "ArgMax", [], [("axis", .int(2))], "attribute 'axis': 2 is no axis of 2 dimensions"),
    Case("an axis twice", "ReduceSum", [ints([1, -1])], "[1, -1] are not axes of 2 dimensions"),
    Case("an axis beyond", "ReduceMax", [ints([2])], "[2] are not axes of 2 dimensions"),
    Case("an axis beyond", "CumSum", [ints([2])], "[2] is no axis of 2 dimensions"),
    Case("two axes", "CumSum", [ints([0, 1])], "[0, 1] is no axis of 2 dimensions"),
    Case("no number", "TopK", [], "attribute 'k': missing"),
    Case("two numbers", "TopK", [ints([1, 2])], "input 'c0' is not one number"),
    Case("too many", "TopK", [ints([5])], "5 elements of axis 1 of the shape [1, 4] are not supported"),
    Case("none", "TopK", [ints([0])], "0 elements of axis 1 of the shape [1, 4] are not supported"),
    Case(
      "in any order", "TopK", [ints([4])], [("sorted", .int(0))], outputs: 2,
      "attribute 'sorted': 0 is not supported for 4 elements of 4"),
    Case(
      "an index beyond", "GatherElements", [ints([4], shape: [1, 1])], [("axis", .int(1))],
      "index 4 is beyond the 4 elements of axis 1"),
    Case("another rank", "GatherElements", [ints([0])], "the shapes [1, 4] and [1] do not fit"),
    Case(
      "more rows", "GatherElements", [ints([0, 0], shape: [2, 1])], [("axis", .int(1))],
      "the shapes [1, 4] and [2, 1] do not fit"),
    Case(
      "no step", "Range", [ints([0], shape: []), ints([1], shape: []), ints([0], shape: [])],
      inputs: ["c0", "c1", "c2"], "the inputs are no range of numbers that can be built in"),
    Case(
      "too many", "Range", [ints([0], shape: []), ints([1 << 40], shape: []), ints([1], shape: [])],
      inputs: ["c0", "c1", "c2"], "the inputs are no range of numbers that can be built in"),
    Case(
      "other types", "Range", [ints([0], shape: []), floats([1], shape: []), ints([1], shape: [])],
      inputs: ["c0", "c1", "c2"], "the inputs are of different types, or of one that is not supported"),
    Case(
      "a division by zero", "Celu", [], [("alpha", .float(0))], "attribute 'alpha': is 0.0, expected a number above 0"),
    Case(
      "no number", "HardSigmoid", [], [("beta", .float(.nan))],
      "attribute 'beta': is nan, expected a finite number"),
    Case("other sizes", "PRelu", [floats([1, 2])], "the slopes of the shape [2] do not fit the input's [1, 4]"),
    Case(
      "more rows", "PRelu", [floats([1, 2], shape: [2, 1])],
      "the slopes of the shape [2, 1] do not fit the input's [1, 4]"),
    Case(
      "training", "Dropout", [floats([0.5], shape: []), truth(true)],
      "input 'c1' asks for training, which is not supported"),
    Case(
      "training", "BatchNormalization", [[Float]](repeating: [1, 2, 3, 4], count: 4).map { floats($0) },
      [("training_mode", .int(1))], "attribute 'training_mode': is not supported"),
    Case(
      "other sizes", "BatchNormalization", [[Float]](repeating: [1, 2, 3], count: 4).map { floats($0) },
      "input 'c0' of the shape [3] is not 4 float32"),
    Case(
      "computed statistics", "BatchNormalization", [], inputs: ["X", "X", "X", "X", "X"],
      "input 'X' is computed, which is not supported, only a constant"),
    Case("another norm", "LpNormalization", [], [("p", .int(3))], "attribute 'p': is 3, expected 1 or 2"),
    Case(
      "columns", "LpNormalization", [], [("axis", .int(0))],
      "attribute 'axis': the shape [1, 4] has several rows along it, which is not supported"),
    Case(
      "no such attribute", "Relu", [], [("alpha", .float(1))], "attribute 'alpha': the operator has no such attribute"),
  ]

  @Test(arguments: table)
  func rejects(_ row: Case) {
    var model = TestModel.single(row.node)
    model.opsets[0].version = 18
    model.inputs[0].shape = [nil, 4]
    model.initializers = row.constants.enumerated().map { index, bytes in
      bytes + ProtobufWriter.message { $0.string(8, "c\(index)") }
    }
    #expect(
      generated(model.bytes, labels: nil) == .failure(Diagnostic(file: "models/x.onnx", message: row.message)))
  }

  /// An integer by zero ends ONNX Runtime.
  @Test func rejectsDivisionByZero() {
    var model = TestModel()
    model.initializers = [Self.ints([1, 0]) + ProtobufWriter.message { $0.string(8, "Z") }]
    model.nodes = [
      .init(operation: "Cast", domain: "", inputs: ["X"], outputs: ["I"], attributes: [("to", .int(7))]),
      .init(operation: "Div", domain: "", name: "n", inputs: ["I", "Z"], outputs: ["Y"]),
    ]
    model.outputs = ["Y"]
    let message = "node 'n' (ai.onnx.Div): an integer is divided by zero"
    #expect(generated(model.bytes, labels: nil) == .failure(Diagnostic(file: "models/x.onnx", message: message)))
  }
}
