import HTTP
import Inference

@testable import ModelServer

extension HTTPService {
  /// A service that logs errors alone.
  static func sample(
    outputLimit: Int = 1 << 20, maxAge: Int = 0, logger: consuming Logger = Logger(level: .error, format: .text),
    counters: Counters = Counters(workers: 1, classes: Model.classCount), worker: Int = 0
  ) -> HTTPService {
    HTTPService(
      limits: RequestLimits(), outputLimit: outputLimit, age: ConnectionAge(seconds: maxAge), logger: logger,
      counters: counters, worker: worker, process: sampleProcess)
  }
}

/// This process; opened once, for its files stay open.
private let sampleProcess = ProcessFigures(maxDescriptors: 1024)

/// A model of two features whose scores are their sum and their quotient, with two labels.
enum SumAndQuotient: CompiledModel {
  static let name: StaticString = "sum_and_quotient"
  static let version: StaticString = "7"
  static let sha256: StaticString = "00"
  static let producer: StaticString = "nobody"
  static let opsets: StaticString = "ai.onnx 9"
  static let operators: StaticString = "Add, Div"
  static let inputCount = 1
  static let labelName: StaticString = "z"
  static let constantBytes = 0
  static let featureCount = 2
  static let featureTypes: StaticString = ""
  static let outputCount = 1
  static let scoreTypes: StaticString = ""
  static let scoreCount = 2
  static let classCount = 2
  static let scoresAreProbabilities = true
  static let labelsJSON: StaticString = #"{"0":"sum","1":"quotient"}"#
  static let sampleJSON: StaticString = "[[1.0,2.0]]"
  static let sample: [Float] = [1, 2]
  static let vectors = ReferenceVectors<Float, Float>(
    runtime: "1.0", numbers: [0, 7, 9], features: [1, 2, -0.0, -0.0, .infinity, 4],
    scores: [3, 0.5, -0.0, .nan, .infinity, .infinity],
    labels: [0, 0, 0], largest: [0, 1, 0])

  static func input(_ index: Int) -> GraphTensor { GraphTensor(name: "x", elements: 0..<2) }

  static func output(_ index: Int) -> GraphTensor { GraphTensor(name: "y", elements: 0..<2) }

  static func label(_ index: Int) -> StaticString { index == 0 ? "\"sum\"" : "\"quotient\"" }

  static func classValue(_ index: Int) -> ClassValue { .integer(index == 0 ? -5 : .max) }

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
  static let inputCount = 1
  static let labelName: StaticString = ""
  static let constantBytes = 0
  static let featureCount = 1
  static let featureTypes: StaticString = ""
  static let outputCount = 1
  static let scoreTypes: StaticString = ""
  static let scoreCount = 1
  static let classCount = 0
  static let scoresAreProbabilities = false
  static let labelsJSON: StaticString = "{}"
  static let sampleJSON: StaticString = "[[0.0]]"
  static let sample: [Float] = [0]
  static let vectors = ReferenceVectors<Float, Float>.none

  static func input(_ index: Int) -> GraphTensor { GraphTensor(name: "x", elements: 0..<1) }

  static func output(_ index: Int) -> GraphTensor { GraphTensor(name: "y", elements: 0..<1) }

  static func label(_ index: Int) -> StaticString { "" }

  static func classValue(_ index: Int) -> ClassValue { .integer(0) }

  static func predict(_ features: Span<Float>, into scores: inout MutableSpan<Float>) -> Int {
    scores[0] = features[0] + features[0]
    return -1
  }
}

/// A model that is another one but for what it says itself.
protocol DerivedModel: CompiledModel where Feature == Float, Score == Float {
  associatedtype Base: CompiledModel where Base.Feature == Float, Base.Score == Float
}

extension DerivedModel {
  static var name: StaticString { Base.name }
  static var version: StaticString { Base.version }
  static var sha256: StaticString { Base.sha256 }
  static var producer: StaticString { Base.producer }
  static var opsets: StaticString { Base.opsets }
  static var operators: StaticString { Base.operators }
  static var inputCount: Int { Base.inputCount }
  static var labelName: StaticString { Base.labelName }
  static var constantBytes: Int { Base.constantBytes }
  static var featureCount: Int { Base.featureCount }
  static var featureTypes: StaticString { Base.featureTypes }
  static var outputCount: Int { Base.outputCount }
  static var scoreTypes: StaticString { Base.scoreTypes }
  static var scoreCount: Int { Base.scoreCount }
  static var classCount: Int { Base.classCount }
  static var scoresAreProbabilities: Bool { Base.scoresAreProbabilities }
  static var labelsJSON: StaticString { Base.labelsJSON }
  static var sampleJSON: StaticString { Base.sampleJSON }
  static var sample: [Float] { Base.sample }
  static var vectors: ReferenceVectors<Float, Float> { Base.vectors }

  static func input(_ index: Int) -> GraphTensor { Base.input(index) }

  static func output(_ index: Int) -> GraphTensor { Base.output(index) }

  static func label(_ index: Int) -> StaticString { Base.label(index) }

  static func classValue(_ index: Int) -> ClassValue { Base.classValue(index) }

  static func predict(_ features: Span<Float>, into scores: inout MutableSpan<Float>) -> Int {
    Base.predict(features, into: &scores)
  }
}

/// The model of one feature with an answer to compare with.
enum ProvenDouble: DerivedModel {
  typealias Base = Doubled

  static let vectors = ReferenceVectors<Float, Float>(
    runtime: "1.0", numbers: [3], features: [2], scores: [4], labels: [-1], largest: [0])
}

/// The model of one feature with a label that names no class.
enum Clustered: DerivedModel {
  typealias Base = Doubled

  static let labelName: StaticString = "cluster"
}

/// The model of two features as two inputs.
enum TwoInputs: DerivedModel {
  typealias Base = SumAndQuotient

  static let inputCount = 2

  static func input(_ index: Int) -> GraphTensor {
    GraphTensor(name: index == 0 ? "a \"1\"" : "b", elements: index..<index + 1)
  }
}

/// The model of one feature whose score is never a number.
enum NeverFinite: DerivedModel {
  typealias Base = Doubled

  static func predict(_ features: Span<Float>, into scores: inout MutableSpan<Float>) -> Int {
    scores[0] = .nan
    return -1
  }
}

/// A model of one feature and of string classes, which have other labels: scores that are probabilities.
enum Named: DerivedModel {
  typealias Base = SumAndQuotient

  static let name: StaticString = "a \"b\"é"
  static let featureCount = 1
  static let scoreCount = 3
  static let classCount = 3
  static let labelsJSON: StaticString = #"{"a":"A","b\"":"B \"b\"","c\u000a":"C\u000aé"}"#
  static let sampleJSON: StaticString = "[[0.0]]"
  static let sample: [Float] = [0]
  static let vectors = ReferenceVectors<Float, Float>.none

  static func input(_ index: Int) -> GraphTensor { GraphTensor(name: "x", elements: 0..<1) }

  static func output(_ index: Int) -> GraphTensor { GraphTensor(name: "y", elements: 0..<3) }

  static func label(_ index: Int) -> StaticString {
    index == 0 ? #""A""# : index == 1 ? #""B \"b\"""# : #""C\u000aé""#
  }

  static func classValue(_ index: Int) -> ClassValue { .string(index == 0 ? "a" : index == 1 ? "b\"" : "c\n") }

  static func predict(_ features: Span<Float>, into scores: inout MutableSpan<Float>) -> Int {
    scores[0] = 0.25
    scores[1] = features[0]
    scores[2] = 0.25
    return features[0] > 0 ? 1 : 2
  }
}

/// The first model with answers to compare with of which each but the first and the last has something wrong.
enum Misjudged: DerivedModel {
  typealias Base = SumAndQuotient

  static let vectors = ReferenceVectors<Float, Float>(
    runtime: "1.0", numbers: [10, 11, 12, 13, 14, 15, 16],
    features: Array(repeating: [1, 2], count: 6).flatMap(\.self) + [0, 0],
    scores: [3, 0.5, Float(3).nextUp, 0.5, 3, .nan, -3, -0.5, 3, 0.5, 3, 0.5, 0, .nan],
    labels: [0, 0, 0, 1, 1, 0, 0], largest: [0, 0, 1, 1, 0, 1, 1])
}
