import Testing

@testable import Generator

/// What is refused of a Scan, and that the one it is made of is not.
struct RejectedScanTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let message: String
    let change: @Sendable (inout TestModel, inout TestModel) -> Void

    // Changes the model, and the body of its loop.
    init(
      _ label: String, _ message: String,
      _ change: @escaping @Sendable (inout TestModel, inout TestModel) -> Void
    ) {
      testDescription = label
      self.message = "node 'n' (ai.onnx.Scan): \(message)"
      self.change = change
    }
  }

  private static func tensor(_ name: String, _ values: [Float], shape: [Int64]) -> [UInt8] {
    ProtobufWriter.message {
      $0.ints(1, shape)
      $0.int(2, 1)
      $0.floats(4, values)
      $0.string(8, name)
    }
  }

  // Squared distances to two rows.
  private static var loop: (model: TestModel, body: TestModel) {
    var body = TestModel()
    body.inputs = [.init(name: "row"), .init(name: "other")]
    body.nodes = [
      .init(operation: "Identity", domain: "", inputs: ["row"], outputs: ["same"]),
      .init(operation: "Sub", domain: "", inputs: ["row", "other"], outputs: ["difference"]),
      .init(
        operation: "ReduceSumSquare", domain: "", inputs: ["difference"], outputs: ["sum"],
        attributes: [("axes", .ints([1])), ("keepdims", .int(0))]),
    ]
    body.outputs = ["same", "sum"]
    var model = TestModel.single(
      .init(
        operation: "Scan", domain: "", name: "n", inputs: ["X", "rows"], outputs: ["row", "Y"],
        attributes: [("num_scan_inputs", .int(1))]))
    model.initializers = [tensor("rows", [1, 2, 3, 4], shape: [2, 2])]
    model.outputs = ["Y"]
    return (model, body)
  }

  private static func result(
    _ change: (inout TestModel, inout TestModel) -> Void
  ) -> Result<GeneratedSource, Diagnostic> {
    var (model, body) = loop
    change(&model, &body)
    if model.nodes[0]["body"] == nil { model.nodes[0]["body"] = .graph(body.graphBytes) }
    return generated(model.bytes, labels: nil)
  }

  private static func unsupported(_ operations: String) -> String {
    "attribute 'body': '\(operations)' is not supported, only Sub with ReduceSumSquare, or Sub and Abs (and Pow) with "
      + "ReduceSum"
  }

  static let table: [Case] = [
    Case("no graph", "attribute 'body': expected a graph") { model, _ in model.nodes[0]["body"] = .int(1) },
    Case("no scan inputs", "attribute 'num_scan_inputs': is not supported unless it is 1") { model, _ in
      model.nodes[0]["num_scan_inputs"] = nil
    },
    Case("two scan inputs", "attribute 'num_scan_inputs': is not supported unless it is 1") { model, _ in
      model.nodes[0]["num_scan_inputs"] = .int(2)
    },
    Case("backwards", "attribute 'scan_input_directions': is not supported unless it is 0") { model, _ in
      model.nodes[0]["scan_input_directions"] = .ints([1])
    },
    Case("another axis", "attribute 'scan_output_axes': is not supported unless it is 0") { model, _ in
      model.nodes[0]["scan_output_axes"] = .ints([1])
    },
    Case("computed rows", "input 'X' is computed, which is not supported, only a constant") { model, _ in
      model.nodes[0].inputs = ["X", "X"]
    },
    Case("rows of another size", "the shapes [1, 2] and [1, 4] are not one row and a matrix of such") { model, _ in
      model.initializers = [tensor("rows", [1, 2, 3, 4], shape: [1, 4])]
    },
    Case("no rows", "the shapes [1, 2] and [0, 2] are not one row and a matrix of such") { model, _ in
      model.initializers = [tensor("rows", [], shape: [0, 2])]
    },
    Case("three inputs", "has 3 inputs, expected 2") { model, _ in model.nodes[0].inputs.append("X") },
    Case("the row is changed", unsupported("Neg, Sub, ReduceSumSquare")) { _, body in
      body.nodes[0].operation = "Neg"
    },
    Case("a sum", unsupported("Identity, Add, ReduceSumSquare")) { _, body in body.nodes[1].operation = "Add" },
    Case("a row less itself", unsupported("Identity, Sub, ReduceSumSquare")) { _, body in
      body.nodes[1].inputs = ["row", "same"]
    },
    Case("the greatest", unsupported("Identity, Sub, ReduceMax")) { _, body in
      body.nodes[2].operation = "ReduceMax"
    },
    Case("no magnitude", unsupported("Identity, Sub, ReduceSum")) { _, body in
      body.nodes[2].operation = "ReduceSum"
    },
    Case("another axis of the body", unsupported("Identity, Sub, ReduceSumSquare")) { _, body in
      body.nodes[2]["axes"] = .ints([0])
    },
    Case("dimensions that stay", unsupported("Identity, Sub, ReduceSumSquare")) { _, body in
      body.nodes[2]["keepdims"] = nil
    },
    Case("another domain", unsupported("Identity, Sub, ReduceSumSquare")) { _, body in
      body.nodes[1].domain = "local"
    },
    Case("round in circles", unsupported("Identity, Sub, Identity")) { _, body in
      body.nodes[2] = .init(operation: "Identity", domain: "", inputs: ["sum"], outputs: ["sum"])
    },
    Case("one output", unsupported("Identity, Sub, ReduceSumSquare")) { _, body in body.outputs = ["same"] },
    Case("an exponent that is computed", unsupported("Identity, Sub, Pow, ReduceSum")) { _, body in
      body.nodes.insert(
        .init(operation: "Pow", domain: "", inputs: ["difference", "row"], outputs: ["power"]), at: 2)
      body.nodes[3].operation = "ReduceSum"
      body.nodes[3].inputs = ["power"]
    },
  ]

  @Test(arguments: table)
  func rejects(_ row: Case) {
    #expect(Self.result(row.change) == .failure(Diagnostic(file: "models/x.onnx", message: row.message)))
  }

  @Test func acceptsDistances() throws {
    let source = try Self.result { _, _ in }.get()
    #expect(source.text.contains("Inference.squaredDistances("))
  }
}
