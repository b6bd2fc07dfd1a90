import Testing

@testable import Generator

// Steps before a model that are refused, with the words that are said.
struct RejectedPreprocessingTests {
  typealias Case = RejectedModelTests.Case

  static let imputers = Case.rows(
    of: .step("Imputer", ["imputed_value_floats": .floats([1, 2]), "replaced_value_float": .float(.nan)]),
    [
      (
        "no values", "attribute 'imputed_value_floats': exactly one of it and 'imputed_value_int64s' must be given",
        ["imputed_value_floats": nil]
      ),
      (
        "both kinds", "attribute 'imputed_value_floats': exactly one of it and 'imputed_value_int64s' must be given",
        ["imputed_value_int64s": .ints([1])]
      ),
      (
        "integers for floats", "attribute 'imputed_value_int64s': is not for an input of type float32",
        ["imputed_value_floats": nil, "imputed_value_int64s": .ints([1])]
      ),
      (
        "another width", "attribute 'imputed_value_floats': has 3 elements, expected 1 or 2 (features)",
        ["imputed_value_floats": .floats([1, 2, 3])]
      ),
      (
        "list of replaced values", "attribute 'replaced_value_float': expected a float",
        [
          "replaced_value_float": .floats([1])
        ]
      ),
    ])

  static let oneHotEncoders = Case.rows(
    of: .step("OneHotEncoder", ["cats_int64s": .ints([1, 2])]),
    [
      ("no categories", "attribute 'cats_int64s': missing", ["cats_int64s": nil]),
      ("category listed twice", "attribute 'cats_int64s': a category is listed twice", ["cats_int64s": .ints([1, 1])]),
      (
        "strings", "attribute 'cats_strings': strings are not supported, only 'cats_int64s'",
        ["cats_strings": .strings(["a"])]
      ),
    ])

  static let labelEncoders = Case.rows(
    of: .step("LabelEncoder", ["keys_floats": .floats([1, 2]), "values_int64s": .ints([3, 4])]),
    [
      (
        "no keys", "attribute 'keys_int64s': exactly one of it, 'keys_floats' and 'keys_tensor' must be given",
        ["keys_floats": nil]
      ),
      (
        "two kinds of keys",
        "attribute 'keys_int64s': exactly one of it, 'keys_floats' and 'keys_tensor' must be given",
        ["keys_int64s": .ints([1, 2])]
      ),
      (
        "no values",
        "attribute 'values_int64s': exactly one of it, 'values_floats', 'values_strings' and 'values_tensor' must be given",
        ["values_int64s": nil]
      ),
      ("fewer values", "has 2 keys and 1 values", ["values_int64s": .ints([1])]),
      (
        "integers as keys of floats", "input 'X' is of type float32, the keys are of int64",
        ["keys_floats": nil, "keys_int64s": .ints([1, 2])]
      ),
      (
        "strings of numbers",
        "attribute 'values_strings': is supported where a label's classes are renamed, without repetition",
        ["values_int64s": nil, "values_strings": .strings(["a", "b"])]
      ),
      ("no tensor", "attribute 'keys_tensor': expected a tensor", ["keys_tensor": .other(type: 4)]),
      (
        "tensors before version 4", "attribute 'keys_tensor': is an attribute of version 4",
        ["keys_tensor": .tensor(RejectedOperatorTests.floats([1]))]
      ),
    ])

  static let vectorizers = Case.rows(
    of: .step("FeatureVectorizer", ["inputdimensions": .ints([2])]),
    [
      ("no widths", "attribute 'inputdimensions': has 0 elements, expected 1 (inputs)", ["inputdimensions": nil]),
      ("width of nothing", "attribute 'inputdimensions': a width of 0", ["inputdimensions": .ints([0])]),
    ])

  static let binarizers = Case.rows(
    of: .step("Binarizer", ["threshold": .float(1)]),
    [("list of thresholds", "attribute 'threshold': expected a float", ["threshold": .floats([1])])])

  @Test(arguments: imputers + oneHotEncoders + labelEncoders + vectorizers + binarizers)
  func rejects(_ row: Case) {
    #expect(generated(row.model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: row.message)))
  }

  // Two names become the same: that is no table of classes, and strings are no numbers.
  @Test func rejectsClassesThatBecomeOne() {
    var model = TestModel.renamedClasses(["values_strings": .strings(["a", "a"])])
    let message =
      "node 'n1' (ai.onnx.ml.LabelEncoder): attribute 'values_strings': is supported where a label's classes are renamed, "
      + "without repetition"
    #expect(generated(model.bytes) == .failure(Diagnostic(file: "models/x.onnx", message: message)))
    model.nodes[1]["values_strings"] = nil
    model.nodes[1]["values_int64s"] = .ints([7, 7])
    #expect(throws: Never.self) { try generated(model.bytes, labels: nil).get() }
  }
}
