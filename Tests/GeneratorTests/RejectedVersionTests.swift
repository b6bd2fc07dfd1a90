import Testing

@testable import Generator

/// What older versions of operators do not take is refused as ONNX Runtime refuses it.
/// 古い版の演算子が受け付けないものは、ONNX Runtime と同じく拒否する。
@Suite struct RejectedVersionTests {
  /// A node behind the input, converted to a type and called I, with c, one float.
  struct Case: CustomTestStringConvertible {
    var label: String
    var operation: String
    var opset: Int64
    var type: Int64
    var inputs = ["I"]
    var attributes: [(name: String, value: TestModel.Attribute)] = []
    var message: String

    var testDescription: String { "\(operation): \(label)" }

    init(
      _ label: String, _ operation: String, opset: Int64, type: Int64, inputs: [String] = ["I"],
      attributes: [(name: String, value: TestModel.Attribute)] = [], _ message: String
    ) {
      self.label = label
      self.operation = operation
      self.opset = opset
      self.type = type
      self.inputs = inputs
      self.attributes = attributes
      self.message = message
    }
  }

  static let table: [Case] = [
    Case("float64 before 12", "Clip", opset: 11, type: 11, "input 'I' is of type float64, which is not supported"),
    Case(
      "floats before 11", "Equal", opset: 7, type: 1, inputs: ["I", "I"],
      "input 'I' is of type float32, which is not supported"),
    Case(
      "integers before 9", "Less", opset: 8, type: 7, inputs: ["I", "I"],
      "input 'I' is of type int64, which is not supported"),
    Case(
      "float64 before 8", "Max", opset: 7, type: 11, inputs: ["I", "I"],
      "input 'I' is of type float64, which is not supported"),
    Case(
      "other shapes before 8", "Sum", opset: 7, type: 1, inputs: ["I", "c"],
      "the shapes [1, 2] and [1] differ; older versions do not broadcast"),
    Case(
      "older than all", "Max", opset: 5, type: 1,
      "operator set 5 is too old; version 6 of the operator is the oldest supported"),
    Case("integers before 14", "Relu", opset: 13, type: 6, "input 'I' is of type int32, which is not supported"),
    Case("int64", "Relu", opset: 14, type: 7, "input 'I' is of type int64, which is not supported"),
    Case("integers", "Exp", opset: 13, type: 7, "input 'I' is of type int64, which is not supported"),
    Case("float64", "Mean", opset: 13, type: 11, "input 'I' is of type float64, which is not supported"),
    Case(
      "integers before 12", "Pow", opset: 9, type: 7, inputs: ["I", "I"],
      "input 'I' is of type int64, which is not supported"),
    Case("other types before 12", "Pow", opset: 9, type: 11, inputs: ["I", "c"], "the inputs are of different types"),
    Case(
      "bool", "Where", opset: 16, type: 9, inputs: ["I", "I", "I"], "input 'I' is of type bool, which is not supported"),
    Case("no shape", "Reshape", opset: 4, type: 1, "attribute 'shape': missing"),
    Case("integers before 9", "Flatten", opset: 8, type: 7, "input 'I' is of type int64, which is not supported"),
    Case(
      "an axis from behind before 11", "Flatten", opset: 9, type: 1, attributes: [("axis", .int(-1))],
      "attribute 'axis': -1 is no axis of 2 dimensions"),
  ]

  @Test(arguments: table)
  func rejects(_ row: Case) {
    var model = TestModel()
    model.opsets[0].version = row.opset
    model.initializers = [
      RejectedOperatorTests.floats([1]) + ProtobufWriter.message { $0.string(8, "c") }
    ]
    model.nodes = [
      row.type == 1
        ? .init(operation: "Identity", domain: "", inputs: ["X"], outputs: ["I"])
        : .init(operation: "Cast", domain: "", inputs: ["X"], outputs: ["I"], attributes: [("to", .int(row.type))]),
      .init(
        operation: row.operation, domain: "", name: "n", inputs: row.inputs, outputs: ["Y"],
        attributes: row.attributes),
    ]
    model.outputs = ["Y"]
    let message = "node 'n' (ai.onnx.\(row.operation)): \(row.message)"
    #expect(generated(model.bytes, labels: nil) == .failure(Diagnostic(file: "models/x.onnx", message: message)))
  }
}
