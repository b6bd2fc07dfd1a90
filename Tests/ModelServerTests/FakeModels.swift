import Inference

/// A model of two features whose scores are their sum and their quotient, with two labels.
enum SumAndQuotient: CompiledModel {
  static let name: StaticString = "sum_and_quotient"
  static let version: StaticString = "7"
  static let sha256: StaticString = "00"
  static let producer: StaticString = "nobody"
  static let opsets: StaticString = "ai.onnx 9"
  static let operators: StaticString = "Add, Div"
  static let inputName: StaticString = "x"
  static let scoresName: StaticString = "y"
  static let labelName: StaticString = "z"
  static let constantBytes = 0
  static let featureCount = 2
  static let scoreCount = 2
  static let classCount = 2
  static let scoresAreProbabilities = true
  static let labelsJSON: StaticString = #"{"0":"sum","1":"quotient"}"#
  static let sampleJSON: StaticString = "[[1.0,2.0]]"
  static let sample: [Float] = [1, 2]

  static func label(_ index: Int) -> StaticString { index == 0 ? "\"sum\"" : "\"quotient\"" }

  static func predict(_ features: Span<Float>, into scores: inout MutableSpan<Float>) -> Int {
    scores[0] = features[0] + features[1]
    scores[1] = features[0] / features[1]
    return 0
  }
}

/// A model of one feature without labels.
enum Doubled: CompiledModel {
  static let name: StaticString = "doubled"
  static let version: StaticString = "0"
  static let sha256: StaticString = "00"
  static let producer: StaticString = "nobody"
  static let opsets: StaticString = "ai.onnx 9"
  static let operators: StaticString = "Add"
  static let inputName: StaticString = "x"
  static let scoresName: StaticString = "y"
  static let labelName: StaticString = ""
  static let constantBytes = 0
  static let featureCount = 1
  static let scoreCount = 1
  static let classCount = 0
  static let scoresAreProbabilities = false
  static let labelsJSON: StaticString = "{}"
  static let sampleJSON: StaticString = "[[0.0]]"
  static let sample: [Float] = [0]

  static func label(_ index: Int) -> StaticString { "" }

  static func predict(_ features: Span<Float>, into scores: inout MutableSpan<Float>) -> Int {
    scores[0] = features[0] + features[0]
    return -1
  }
}
