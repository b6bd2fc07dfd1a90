import Testing

@testable import Generator

// Every model the generator refuses, with the words it does so in.
struct RejectedModelTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var model: TestModel
    var message: String

    init(_ name: String, _ message: String, _ change: (inout TestModel) -> Void) {
      self.init(name, message, base: .classifier, change)
    }

    init(_ name: String, _ message: String, base: TestModel, _ change: (inout TestModel) -> Void = { _ in }) {
      testDescription = name
      model = base
      change(&model)
      self.message = message
    }
  }

  private static let scaler = "node 'n0' (ai.onnx.ml.Scaler): "
  private static let svm = "node 'n1' (ai.onnx.ml.SVMClassifier): "
  private static let cast = "node 'n2' (ai.onnx.Cast): "
  private static let zipMap = "node 'n3' (ai.onnx.ml.ZipMap): "

  static let graphs: [Case] = [
    Case("operator set not imported", scaler + "the model does not import the operator set ai.onnx.ml") {
      $0.opsets = [("", 13)]
    },
    Case("operator set in two versions", "the operator set ai.onnx is imported as 13 and as 12") {
      $0.opsets.append(("ai.onnx", 12))
    },
    Case("operator set of the future", "operator set ai.onnx.ml 6 is not supported, only 1 to 5") {
      $0.opsets = [("", 13), ("ai.onnx.ml", 6)]
    },
    Case(
      "operator older than the oldest",
      cast + "operator set 5 is too old; version 6 of the operator is the oldest supported"
    ) {
      $0.opsets[0].version = 5
    },
    Case(
      "unknown operator",
      "node 'n0' (ai.onnx.ml.Unheard): the operator is not supported; those of its domain are "
        + OperatorTable.operators.filter { $0.domain == .ml }.map { $0.name }.joined(separator: ", ")
    ) { $0.nodes[0].operation = "Unheard" },
    Case("unknown domain", "node 'n0' (com.example.Scaler): the domain is not supported") {
      $0.nodes[0].domain = "com.example"
    },
    Case("no input", "the graph has no input") { $0.inputs = [] },
    Case("input given twice", "the graph's inputs and initializers define 'X' more than once") {
      $0.inputs.append(TestModel.Input())
    },
    Case("second input of unknown width", "input 'X2': the number of features is unknown") {
      $0.inputs.append(TestModel.Input(name: "X2", shape: [nil, nil]))
    },
    Case("inputs of too many features", "the inputs have more than 1048576 features") {
      $0.inputs.append(TestModel.Input(name: "X2", shape: [nil, 1 << 20]))
    },
    Case("name defined twice", svm + "output 'scaled' is defined before") { $0.nodes[1].outputs[0] = "scaled" },
    Case("input defined again", scaler + "output 'X' is defined before") { $0.nodes[0].outputs = ["X"] },
    Case("use before definition", scaler + "input 'scores' is not defined before it is used") {
      $0.nodes[0].inputs = ["scores"]
    },
    Case("input left out", scaler + "an input is left out") { $0.nodes[0].inputs = [""] },
    Case("no output", "the graph has no output") { $0.outputs = [] },
    Case("output nobody makes", "output 'W': no node produces it") { $0.outputs.append("W") },
    Case("label only", "a label is the only output; a model without scores is not supported") { $0.outputs = ["Y"] },
    Case("two labels", "output 'label' is a second output of labels") {
      $0.nodes[1]["classlabels_ints"] = nil
      $0.nodes[1]["classlabels_strings"] = .strings(["no", "yes"])
      $0.nodes[2] = TestModel.Node(operation: "Identity", domain: "", inputs: ["label"], outputs: ["Y"])
      $0.nodes[3] = TestModel.Node(operation: "Identity", domain: "", inputs: ["scores"], outputs: ["Z"])
      $0.outputs.append("label")
    },
    Case("scores of another type", "output 'Y' is of type float16, which is not supported", base: cast(to: 10)),
    Case("constant strings as output", "output 'C' is a constant of a type that is not supported") {
      $0.initializers = [
        ProtobufWriter.message {
          $0.ints(1, [1])
          $0.int(2, 8)
          $0.string(6, "a")
          $0.string(8, "C")
        }
      ]
      $0.outputs.append("C")
    },
    Case(
      "another type than is said",
      "output 'Y' is said to be of type float64 and is of type float32, which ONNX Runtime refuses too",
      base: cast(to: 1)
    ) { $0.outputTypes = ["Y": 11] },
    Case("constant given twice", "the graph's inputs and initializers define 'C' more than once") {
      $0.initializers = [constant("C"), constant("C")]
    },
    Case(
      "string input",
      "input 'X': element type 8 is not supported, only float32 (1), int32 (6), int64 (7), bool (9), float64 (11)"
    ) { $0.inputs[0].elementType = 8 },
    Case("sample that is no integer", "metadata 'data_sample': element 1 is not a number of int64") {
      $0.inputs[0].elementType = 7
      $0.metadata = [("data_sample", "[[1,2.5]]")]
    },
    Case("sample that is no bool", "metadata 'data_sample': element 0 is not a number of bool") {
      $0.inputs.append(TestModel.Input(name: "X2", elementType: 9, shape: [nil, 1]))
      $0.inputs.swapAt(0, 1)
      $0.metadata = [("data_sample", "[[2,2.5,1]]")]
    },
    Case("rank 3", "input 'X': has 3 dimensions, expected 1 or 2") { $0.inputs[0].shape = [1, 2, 3] },
    Case("fixed batch", "input 'X': is made for 8 rows at a time, expected any number or 1") {
      $0.inputs[0].shape = [8, 2]
    },
    Case("no feature", "input 'X': has 0 features") { $0.inputs[0].shape = [nil, 0] },
    Case("features unknown", "input 'X': the number of features is unknown", base: identity) {
      $0.inputs[0].shape = [nil, nil]
    },
    Case("sample of another width", "metadata 'data_sample': has 3 features, the model takes 2") {
      $0.metadata = [("data_sample", "[[1,2,3]]")]
    },
    Case("sample that is no matrix", "metadata 'data_sample': expected a matrix of one row, [[...]]") {
      $0.metadata = [("data_sample", "[1,2]")]
    },
    Case("sample that is no JSON", "metadata 'data_sample': expected ',' or ']' at byte 5") {
      $0.metadata = [("data_sample", "[[1,2")]
    },
    Case("sample beyond float32", "metadata 'data_sample': element 1 is not a number of float32") {
      $0.metadata = [("data_sample", "[[1,1e39]]")]
    },
  ]

  static let attributes: [Case] = [
    Case("unknown attribute", scaler + "attribute 'bias': the operator has no such attribute") {
      $0.nodes[0]["bias"] = .float(1)
    },
    Case("attribute given twice", scaler + "attribute 'scale': given twice") {
      $0.nodes[0].attributes.append(("scale", .floats([1, 1])))
    },
    Case("attribute of another type", scaler + "attribute 'scale': expected a list of floats") {
      $0.nodes[0]["scale"] = .ints([1, 1])
    },
    Case("attribute that is a tensor", scaler + "attribute 'scale': expected a list of floats") {
      $0.nodes[0]["scale"] = .other(type: 4)
    },
    Case("offset missing", scaler + "attribute 'offset': missing") { $0.nodes[0]["offset"] = nil },
    Case("scale missing", scaler + "attribute 'scale': missing") { $0.nodes[0]["scale"] = nil },
    Case("scale too short", scaler + "attribute 'scale': has 1 elements, expected 2 (as many as 'offset')") {
      $0.nodes[0]["scale"] = .floats([1])
    },
    Case("offset of another width", scaler + "attribute 'offset': has 3 elements, expected 1 or 2 (features)") {
      $0.nodes[0]["offset"] = .floats([1, 1, 1])
      $0.nodes[0]["scale"] = .floats([1, 1, 1])
    },
    Case("NaN", scaler + "attribute 'scale': element 1 is nan, expected finite numbers") {
      $0.nodes[0]["scale"] = .floats([1, .nan])
    },
    Case("two inputs of a node", scaler + "has 2 inputs, expected 1") { $0.nodes[0].inputs = ["X", "X"] },
    Case("three outputs of a node", svm + "has 3 outputs, expected 2") { $0.nodes[1].outputs.append("more") },
    Case("no classes", svm + "attribute 'classlabels_ints': exactly one of it and 'classlabels_strings' must be given")
    {
      $0.nodes[1]["classlabels_ints"] = nil
    },
    Case(
      "both kinds of classes",
      svm + "attribute 'classlabels_ints': exactly one of it and 'classlabels_strings' must be given"
    ) {
      $0.nodes[1]["classlabels_strings"] = .strings(["a", "b"])
    },
    Case("class listed twice", svm + "attribute 'classlabels_ints': a class is listed twice") {
      $0.nodes[1]["classlabels_ints"] = .ints([1, 1])
    },
    Case("class name listed twice", svm + "attribute 'classlabels_strings': a class is listed twice") {
      $0.nodes[1]["classlabels_ints"] = nil
      $0.nodes[1]["classlabels_strings"] = .strings(["a", "a"])
    },
    Case("one class", svm + "has 1 classes, expected 2 to 1024") { $0.nodes[1]["classlabels_ints"] = .ints([1]) },
    Case("support vectors cut", svm + "attribute 'support_vectors': has 5 elements, no multiple of 3 (support vectors)")
    {
      $0.nodes[1]["support_vectors"] = .floats([1, 2, 3, 4, 5])
    },
    Case("support vectors of another width", svm + "attribute 'support_vectors': is for 3 features, the input has 2") {
      $0.nodes[1]["support_vectors"] = .floats([1, 2, 3, 4, 5, 6, 7, 8, 9])
    },
    Case(
      "too many coefficients",
      svm + "attribute 'coefficients': has 4 elements, expected 3 ((classes - 1) x support vectors)"
    ) {
      $0.nodes[1]["coefficients"] = .floats([1, 2, 3, 4])
    },
    Case("no coefficients", svm + "attribute 'coefficients': missing") { $0.nodes[1]["coefficients"] = nil },
    Case("intercepts", svm + "attribute 'rho': has 2 elements, expected 1 (pairs of classes)") {
      $0.nodes[1]["rho"] = .floats([1, 2])
    },
    Case("vectors per class", svm + "attribute 'vectors_per_class': has 1 elements, expected 2 (classes)") {
      $0.nodes[1]["vectors_per_class"] = .ints([3])
    },
    Case("negative vectors per class", svm + "attribute 'vectors_per_class': -1 support vectors of a class") {
      $0.nodes[1]["vectors_per_class"] = .ints([4, -1])
    },
    Case(
      "zero vectors with support vectors",
      svm + "attribute 'vectors_per_class': is empty or zero, but there are support vectors"
    ) {
      $0.nodes[1]["vectors_per_class"] = .ints([0, 0])
    },
    Case("kernel parameters missing", svm + "attribute 'kernel_params': missing") {
      $0.nodes[1]["kernel_params"] = nil
    },
    Case(
      "kernel parameters cut",
      svm + "attribute 'kernel_params': has 2 elements, expected 3 (gamma, coef0, degree)"
    ) {
      $0.nodes[1]["kernel_params"] = .floats([1, 2])
    },
    Case("unknown kernel", svm + "attribute 'kernel_type': 'COSINE' is not supported, only LINEAR, POLY, RBF, SIGMOID")
    {
      $0.nodes[1]["kernel_type"] = .string("COSINE")
    },
    Case("degree 8", svm + "attribute 'kernel_params': degree 8.0 is not supported, only 0 to 7") {
      $0.nodes[1]["kernel_type"] = .string("POLY")
      $0.nodes[1]["kernel_params"] = .floats([0.5, 0, 8])
    },
    Case("a fraction as degree", svm + "attribute 'kernel_params': degree 2.5 is not supported, only 0 to 7") {
      $0.nodes[1]["kernel_type"] = .string("POLY")
      $0.nodes[1]["kernel_params"] = .floats([0.5, 0, 2.5])
    },
    Case("gamma 0", svm + "attribute 'kernel_params': gamma 0 is not supported with SIGMOID") {
      $0.nodes[1]["kernel_type"] = .string("SIGMOID")
      $0.nodes[1]["kernel_params"] = .floats([0, 0, 3])
    },
    Case("negative gamma", svm + "attribute 'kernel_params': gamma -0.5 is not supported with RBF, only 0 and above") {
      $0.nodes[1]["kernel_params"] = .floats([-0.5, 0, 3])
    },
    Case("PROBIT", svm + "attribute 'post_transform': 'PROBIT' is not supported, only NONE, LOGISTIC, SOFTMAX_ZERO") {
      $0.nodes[1]["post_transform"] = .string("PROBIT")
    },
    Case(
      "LOGISTIC of two raw scores",
      svm + "attribute 'post_transform': LOGISTIC of the decision value of two classes is not supported, only NONE"
    ) {
      $0.nodes[1]["post_transform"] = .string("LOGISTIC")
      $0.nodes[1]["prob_a"] = nil
      $0.nodes[1]["prob_b"] = nil
    },
    Case("prob_b missing", svm + "attribute 'prob_b': missing") { $0.nodes[1]["prob_b"] = nil },
    Case("prob_a too long", svm + "attribute 'prob_a': has 2 elements, expected 1 (pairs of classes)") {
      $0.nodes[1]["prob_a"] = .floats([1, 2])
    },
    Case("linear coefficients cut", svm + "attribute 'coefficients': has 3 elements, no multiple of 2 (classes)") {
      $0.nodes[1]["support_vectors"] = nil
      $0.nodes[1]["vectors_per_class"] = nil
    },
    Case("linear intercepts", svm + "attribute 'rho': has 3 elements, expected 1 or 2 (classes)") {
      $0.nodes[1]["support_vectors"] = nil
      $0.nodes[1]["vectors_per_class"] = nil
      $0.nodes[1]["coefficients"] = .floats([1, 2, 3, 4])
      $0.nodes[1]["rho"] = .floats([1, 2, 3])
    },
    Case("target missing", cast + "attribute 'to': missing") { $0.nodes[2]["to"] = nil },
    Case(
      "string target",
      cast + "attribute 'to': type 8 is not supported, only float32, float64, int64, int32, bool, "
        + "float16, int8, uint8, int16, uint16, uint64"
    ) { $0.nodes[2]["to"] = .int(8) },
    Case("label beyond int32", cast + "a class label does not fit int32") {
      $0.nodes[1]["classlabels_ints"] = .ints([0, 1 << 40])
      $0.nodes[2]["to"] = .int(6)
    },
    Case("classes of the map", zipMap + "its classes are not those of the classifier, in their order") {
      $0.nodes[3]["classlabels_int64s"] = .ints([1, 0])
    },
    Case("number of classes of the map", zipMap + "has 3 classes for 2 scores") {
      $0.nodes[3]["classlabels_int64s"] = .ints([0, 1, 2])
    },
    Case("map of a label", zipMap + "input 'label' is of type int64, expected float32") {
      $0.nodes[3].inputs = ["label"]
    },
    Case("map of a map", "node 'n4' (ai.onnx.ml.ZipMap): input 'Z' is not a numeric tensor") {
      var second = $0.nodes[3]
      (second.name, second.inputs, second.outputs) = ("n4", ["Z"], ["Z2"])
      $0.nodes.append(second)
      $0.outputs[1] = "Z2"
    },
    Case(
      "unknown norm", "node #0 (ai.onnx.ml.Normalizer): attribute 'norm': 'L3' is not supported, only MAX, L1, L2",
      base: .single(
        .init(operation: "Normalizer", inputs: ["X"], outputs: ["Y"], attributes: [("norm", .string("L3"))]))),
  ]

  @Test(arguments: graphs + attributes)
  func rejects(_ row: Case) throws {
    #expect(generated(row.model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: row.message)))
  }

  // By TensorProto.DataType: ONNX Runtime may take the first of the two conversions out.
  @Test(arguments: [
    (7, 6, "int64 is converted to int32"), (13, 4, "uint64 is converted to uint16"),
    (10, 2, "float16 is converted to uint8"), (10, 3, "float16 is converted to int8"),
  ])
  func rejectsConversionsOnTheWay(_ first: Int64, _ second: Int64, _ reason: String) {
    var model = Self.cast(to: first)
    model.nodes.append(
      .init(
        operation: "Cast", domain: "", name: "n1", inputs: ["Y"], outputs: ["W"], attributes: [("to", .int(second))]))
    model.outputs = ["W"]
    let message = "node 'n1' (ai.onnx.Cast): \(reason), of which ONNX Runtime's answer is not settled"
    #expect(generated(model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: message)))
  }

  @Test func rejectsClassesWithoutLabels() {
    let message = "the model has classes, and no label.json is beside it that names them"
    #expect(
      generated(TestModel.classifier.bytes, labels: nil)
        == .failure(Diagnostic(file: "models/x.onnx", message: message)))
  }

  private static let identity = TestModel.single(
    .init(operation: "Identity", domain: "", inputs: ["X"], outputs: ["Y"]))
  private static func cast(to type: Int64) -> TestModel {
    .single(
      .init(operation: "Cast", domain: "", name: "n0", inputs: ["X"], outputs: ["Y"], attributes: [("to", .int(type))]))
  }

  private static func constant(_ name: String) -> [UInt8] {
    ProtobufWriter.message {
      $0.ints(1, [2])
      $0.int(2, 1)
      $0.floats(4, [1, 2])
      $0.string(8, name)
    }
  }
}
