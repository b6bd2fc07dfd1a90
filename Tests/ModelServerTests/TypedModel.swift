import Inference

/// A model of an input of each type, whose scores tell whether a bit was lost.
enum TypedModel: CompiledModel {
  typealias Feature = UInt64

  static let name: StaticString = "typed"
  static let version: StaticString = "0"
  static let sha256: StaticString = "00"
  static let producer: StaticString = "nobody"
  static let opsets: StaticString = "ai.onnx 9"
  static let operators: StaticString = "Sub"
  static let inputCount = 5
  static let scoresName: StaticString = "y"
  static let labelName: StaticString = ""
  static let constantBytes = 0
  static let featureCount = 6
  static let featureTypes: StaticString = "fdllib"
  static let scoreCount = 6
  static let classCount = 0
  static let scoresAreProbabilities = false
  static let labelsJSON: StaticString = "{}"
  static let sampleJSON: StaticString = "[[0.1,0.1,9007199254740993,-1,7,1]]"
  static let sample: [UInt64] = [0x3dcc_cccd, 0x3fb9_9999_9999_999a, 0x20_0000_0000_0001, .max, 7, 1]
  static let vectors = ReferenceVectors<UInt64>(
    runtime: "1.0", numbers: [0], features: sample, scores: [0.1, 0, 1, -1, 7, 1], labels: [-1], largest: [4])

  static func input(_ index: Int) -> ModelInput {
    switch index {
    case 0: ModelInput(name: "f", features: 0..<1)
    case 1: ModelInput(name: "d", features: 1..<2)
    case 2: ModelInput(name: "l", features: 2..<4)
    case 3: ModelInput(name: "i", features: 4..<5)
    default: ModelInput(name: "b", features: 5..<6)
    }
  }

  static func label(_ index: Int) -> StaticString { "" }

  static func classValue(_ index: Int) -> ClassValue { .integer(0) }

  static func predict(_ features: Span<UInt64>, into scores: inout MutableSpan<Float>) -> Int {
    scores[0] = features[0].float32
    scores[1] = Float(features[1].float64 - 0.1)
    scores[2] = Float(features[2].int64 - 9_007_199_254_740_992)
    for index in 3..<6 { scores[index] = Float(features[index].int64) }
    return -1
  }
}
