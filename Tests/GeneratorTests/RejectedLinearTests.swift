import Testing

@testable import Generator

// Linear models and support vector regressors that are refused, with the words that are said.
struct RejectedLinearTests {
  typealias Case = RejectedModelTests.Case

  private static let extractor = "node 'n0' (ai.onnx.ml.ArrayFeatureExtractor): "

  static let classifiers = Case.rows(
    of: .linearClassifier,
    [
      (
        "no classes", "attribute 'classlabels_ints': exactly one of it and 'classlabels_strings' must be given",
        ["classlabels_ints": nil]
      ),
      ("one class", "has 1 classes, expected 2 to 1024", ["classlabels_ints": .ints([1])]),
      ("no intercepts", "attribute 'intercepts': missing", ["intercepts": nil]),
      (
        "two intercepts of three classes", "attribute 'intercepts': has 2 elements, expected 3 (classes)",
        ["classlabels_ints": .ints([0, 1, 2])]
      ),
      ("no coefficients", "attribute 'coefficients': missing", ["coefficients": nil]),
      (
        "coefficients cut", "attribute 'coefficients': has 3 elements, no multiple of 2 (intercepts)",
        ["coefficients": .floats([1, 2, 3])]
      ),
      (
        "coefficients of another width", "attribute 'coefficients': is for 3 features, the input has 2",
        ["coefficients": .floats([1, 2, 3, 4, 5, 6])]
      ),
      (
        "PROBIT of one score", "attribute 'post_transform': PROBIT of one score of two classes is not supported",
        ["post_transform": .string("PROBIT"), "intercepts": .floats([1]), "coefficients": .floats([1, 2])]
      ),
    ])

  static let regressors = Case.rows(
    of: .linearRegressor,
    [
      ("no target", "attribute 'targets': 0 targets", ["targets": .int(0)]),
      ("too many targets", "attribute 'targets': 9223372036854775807 targets", ["targets": .int(.max)]),
      (
        "coefficients cut", "attribute 'coefficients': has 3 elements, no multiple of 2 (targets)",
        ["coefficients": .floats([1, 2, 3])]
      ),
      (
        "no coefficients", "attribute 'coefficients': has 0 elements, no multiple of 2 (targets)", ["coefficients": nil]
      ),
      (
        "coefficients of another width", "attribute 'coefficients': is for 3 features, the input has 2",
        ["coefficients": .floats([1, 2, 3, 4, 5, 6])]
      ),
      ("intercepts", "attribute 'intercepts': has 1 elements, expected 2 (targets)", ["intercepts": .floats([1])]),
      (
        "another transformation",
        "attribute 'post_transform': 'TANH' is not supported, only NONE, LOGISTIC, SOFTMAX, SOFTMAX_ZERO, PROBIT",
        ["post_transform": .string("TANH")]
      ),
    ])

  static let supportVectors = Case.rows(
    of: .supportVectorRegressor,
    [
      ("negative number of vectors", "attribute 'n_supports': -1 support vectors", ["n_supports": .int(-1)]),
      (
        "vectors cut", "attribute 'support_vectors': has 5 elements, no multiple of 3 (support vectors)",
        ["support_vectors": .floats([1, 2, 3, 4, 5])]
      ),
      (
        "no vectors", "attribute 'support_vectors': has 0 elements, no multiple of 3 (support vectors)",
        ["support_vectors": nil]
      ),
      (
        "vectors of another width", "attribute 'support_vectors': is for 1 features, the input has 2",
        ["support_vectors": .floats([1, 2, 3])]
      ),
      (
        "coefficients", "attribute 'coefficients': has 2 elements, expected 3 (support vectors)",
        ["coefficients": .floats([1, 2])]
      ),
      (
        "vectors of a linear model", "attribute 'n_supports': is zero, but there are support vectors",
        ["n_supports": .int(0)]
      ),
      (
        "linear model of another width", "attribute 'coefficients': is for 3 features, the input has 2",
        ["n_supports": .int(0), "support_vectors": nil]
      ),
      ("no intercept", "attribute 'rho': missing", ["rho": nil]),
      ("two intercepts", "attribute 'rho': has 2 elements, expected 1 (one value)", ["rho": .floats([1, 2])]),
      ("kernel parameters", "attribute 'kernel_params': missing", ["kernel_params": nil]),
      (
        "degree 8", "attribute 'kernel_params': degree 8.0 is not supported, only 0 to 7",
        ["kernel_type": .string("POLY"), "kernel_params": .floats([0.5, 0, 8])]
      ),
    ])

  static let others: [Case] = [
    Case("one output", "node 'n0' (ai.onnx.ml.LinearClassifier): has 1 outputs, expected 2", base: .linearClassifier) {
      $0.nodes[0].outputs = ["Y"]
      $0.outputs = ["Y"]
    },
    Case("index past the end", extractor + "index 2 is out of range, expected 0 to 1", base: .extractor([2])),
    Case("negative index", extractor + "index -1 is out of range, expected 0 to 1", base: .extractor([-1])),
    Case("no index", extractor + "input 'I' has no index", base: .extractor([])),
    Case("index that is no integer", extractor + "input 'X' is not of type int64", base: .extractor([0, 1])) {
      $0.nodes[0].inputs = ["I", "X"]
    },
  ]

  @Test(arguments: classifiers + regressors + supportVectors + others)
  func rejects(_ row: Case) {
    #expect(generated(row.model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: row.message)))
  }
}

extension RejectedModelTests.Case {
  // Changes of the attributes of a model's first node.
  static func rows(
    of model: TestModel, _ rows: [(name: String, message: String, changes: KeyValuePairs<String, TestModel.Attribute?>)]
  ) -> [Self] {
    let node = model.nodes[0]
    return rows.map { row in
      Self(row.name, "node 'n0' (\(node.domain).\(node.operation)): \(row.message)", base: model) {
        for (attribute, value) in row.changes { $0.nodes[0][attribute] = value }
      }
    }
  }
}
