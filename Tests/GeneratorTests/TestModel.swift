@testable import Generator

// A small ONNX model to be changed and written by tests.
struct TestModel {
  enum Attribute {
    case float(Float)
    case int(Int64)
    case string(String)
    case floats([Float])
    case ints([Int64])
    case strings([String])
    case tensor([UInt8])
    case reference(String)
    case graph([UInt8])
    case other(type: Int64)
  }

  struct Node {
    var operation: String
    var domain = "ai.onnx.ml"
    var name = ""
    var inputs: [String]
    var outputs: [String]
    var attributes: [(name: String, value: Attribute)] = []
    var overload = ""

    // Sets, or with nil removes, an attribute.
    subscript(name: String) -> Attribute? {
      get { attributes.first { $0.name == name }?.value }
      set {
        attributes.removeAll { $0.name == name }
        if let newValue { attributes.append((name, newValue)) }
      }
    }
  }

  struct Function {
    var name: String
    var domain = "own"
    var overload = ""
    var inputs: [String]
    var outputs: [String]
    var attributeNames: [String] = []
    var defaults: [(name: String, value: Attribute)] = []
    var nodes: [Node]
    var opsets: [(domain: String, version: Int64)] = [("", 13)]
  }

  struct Input {
    var name = "X"
    var elementType: Int64 = 1
    var shape: [Int64?]? = [nil, 2]
  }

  var opsets: [(domain: String, version: Int64)] = [("", 13), ("ai.onnx.ml", 1)]
  var inputs = [Input()]
  var initializers: [[UInt8]] = []
  var nodes: [Node] = []
  var outputs: [String] = []
  // Of those that the file gives a type.
  var outputTypes: [String: Int64] = [:]
  var functions: [Function] = []
  var metadata: [(key: String, value: String)] = []
  var extraFields: [UInt8] = []

  // Scaler, SVMClassifier with two classes and probabilities, Cast, ZipMap.
  static let classifier: TestModel = {
    var model = TestModel()
    model.nodes = [
      Node(
        operation: "Scaler", name: "n0", inputs: ["X"], outputs: ["scaled"],
        attributes: [("offset", .floats([1, 2])), ("scale", .floats([0.5, 0.25]))]),
      Node(
        operation: "SVMClassifier", name: "n1", inputs: ["scaled"], outputs: ["label", "scores"],
        attributes: [
          ("classlabels_ints", .ints([0, 1])), ("coefficients", .floats([1, -0.5, -0.5])),
          ("kernel_params", .floats([0.25, 0, 3])), ("kernel_type", .string("RBF")),
          ("post_transform", .string("NONE")), ("prob_a", .floats([-1.5])), ("prob_b", .floats([0.125])),
          ("rho", .floats([0.0625])), ("support_vectors", .floats([1, 2, 3, 4, 5, 6])),
          ("vectors_per_class", .ints([1, 2])),
        ]),
      Node(
        operation: "Cast", domain: "", name: "n2", inputs: ["label"], outputs: ["Y"], attributes: [("to", .int(7))]),
      Node(
        operation: "ZipMap", name: "n3", inputs: ["scores"], outputs: ["Z"],
        attributes: [("classlabels_int64s", .ints([0, 1]))]),
    ]
    model.outputs = ["Y", "Z"]
    return model
  }()

  // One operator from the input to the scores.
  static func single(_ node: Node) -> TestModel {
    var model = TestModel()
    model.nodes = [node]
    model.outputs = [node.outputs[0]]
    return model
  }

  var bytes: [UInt8] {
    ProtobufWriter.message { file in
      file.int(1, 8)
      file.string(2, "test")
      file.data(7, graphBytes)
      for opset in opsets {
        file.message(8) {
          $0.string(1, opset.domain)
          $0.int(2, opset.version)
        }
      }
      for entry in metadata {
        file.message(14) {
          $0.string(1, entry.key)
          $0.string(2, entry.value)
        }
      }
      functions.forEach { function in file.message(25) { write(function, to: &$0) } }
    } + extraFields
  }

  // The graph alone, which may be an attribute of another one's node.
  var graphBytes: [UInt8] {
    ProtobufWriter.message { graph in
      nodes.forEach { node in graph.message(1) { write(node, to: &$0) } }
      initializers.forEach { graph.data(5, $0) }
      inputs.forEach { input in graph.message(11) { write(input, to: &$0) } }
      outputs.forEach { name in
        graph.message(12) { output in
          output.string(1, name)
          if let type = outputTypes[name] { output.message(2) { $0.message(1) { $0.int(1, type) } } }
        }
      }
    }
  }

  private func write(_ function: Function, to writer: inout ProtobufWriter) {
    writer.string(1, function.name)
    function.inputs.forEach { writer.string(4, $0) }
    function.outputs.forEach { writer.string(5, $0) }
    function.attributeNames.forEach { writer.string(6, $0) }
    function.nodes.forEach { node in writer.message(7) { write(node, to: &$0) } }
    for opset in function.opsets {
      writer.message(9) {
        $0.string(1, opset.domain)
        $0.int(2, opset.version)
      }
    }
    writer.string(10, function.domain)
    function.defaults.forEach { attribute in writer.message(11) { write(attribute, to: &$0) } }
    writer.string(13, function.overload)
  }

  private func write(_ node: Node, to writer: inout ProtobufWriter) {
    node.inputs.forEach { writer.string(1, $0) }
    node.outputs.forEach { writer.string(2, $0) }
    writer.string(3, node.name)
    writer.string(4, node.operation)
    for attribute in node.attributes {
      writer.message(5) { write(attribute, to: &$0) }
    }
    writer.string(7, node.domain)
    if !node.overload.isEmpty { writer.string(8, node.overload) }
  }

  private func write(_ attribute: (name: String, value: Attribute), to message: inout ProtobufWriter) {
    message.string(1, attribute.name)
    switch attribute.value {
    case .float(let value):
      message.float(2, value)
      message.int(20, 1)
    case .int(let value):
      message.int(3, value)
      message.int(20, 2)
    case .string(let value):
      message.string(4, value)
      message.int(20, 3)
    case .floats(let values):
      message.floats(7, values)
      message.int(20, 6)
    case .ints(let values):
      message.ints(8, values)
      message.int(20, 7)
    case .strings(let values):
      values.forEach { message.string(9, $0) }
      message.int(20, 8)
    case .graph(let bytes):
      message.data(6, bytes)
      message.int(20, 5)
    case .tensor(let bytes):
      message.data(5, bytes)
      message.int(20, 4)
    case .reference(let name):
      message.string(21, name)
      message.int(20, 1)
    case .other(let type): message.int(20, type)
    }
  }

  private func write(_ input: Input, to writer: inout ProtobufWriter) {
    writer.string(1, input.name)
    writer.message(2) { type in
      type.message(1) { tensor in
        tensor.int(1, input.elementType)
        guard let shape = input.shape else { return }
        tensor.message(2) { dimensions in
          for size in shape {
            dimensions.message(1) { dimension in
              if let size { dimension.int(1, size) } else { dimension.string(2, "N") }
            }
          }
        }
      }
    }
  }
}

let twoLabels = SourceFile(path: "models/label.json", bytes: Array(#"{"0":"no","1":"yes"}"#.utf8))

// What the generator makes of a model, or its diagnostic.
func generated(
  _ bytes: [UInt8], labels: SourceFile? = twoLabels, vectors: SourceFile? = nil
) -> Result<GeneratedSource, Diagnostic> {
  Result { () throws(Diagnostic) in
    try generateSource(
      model: SourceFile(path: "models/x.onnx", bytes: bytes), labels: labels, vectors: vectors,
      typeName: "GeneratedModel")
  }
}
