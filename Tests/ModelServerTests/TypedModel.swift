import Inference

/// A model of an input of each type and of an output of each, which are the inputs.
enum TypedModel: CompiledModel {
  typealias Feature = UInt64
  typealias Score = UInt64

  static let name: StaticString = "typed"
  static let version: StaticString = "0"
  static let sha256: StaticString = "00"
  static let producer: StaticString = "nobody"
  static let opsets: StaticString = "ai.onnx 9"
  static let operators: StaticString = "Identity"
  static let inputCount = 5
  static let labelName: StaticString = ""
  static let constantBytes = 0
  static let featureCount = 6
  static let featureTypes: StaticString = "fdllib"
  static let outputCount = 5
  static let scoreCount = 6
  static let scoreTypes: StaticString = "fdllib"
  static let classCount = 0
  static let scoresAreProbabilities = false
  static let labelsJSON: StaticString = "{}"
  static let sampleJSON: StaticString = "[[0.1,0.1,9007199254740993,-1,7,1]]"
  static let sample: [UInt64] = [0x3dcc_cccd, 0x3fb9_9999_9999_999a, 0x20_0000_0000_0001, .max, 7, 1]
  static let vectors = ReferenceVectors<UInt64, UInt64>(
    runtime: "1.0", numbers: [0], features: sample, scores: sample, labels: [-1], largest: [2])

  static func input(_ index: Int) -> GraphTensor {
    switch index {
    case 0: GraphTensor(name: "f", elements: 0..<1)
    case 1: GraphTensor(name: "d", elements: 1..<2)
    case 2: GraphTensor(name: "l", elements: 2..<4)
    case 3: GraphTensor(name: "i", elements: 4..<5)
    default: GraphTensor(name: "b", elements: 5..<6)
    }
  }

  static func output(_ index: Int) -> GraphTensor {
    switch index {
    case 0: GraphTensor(name: "fo", elements: 0..<1)
    case 1: GraphTensor(name: "do", elements: 1..<2)
    case 2: GraphTensor(name: "lo", elements: 2..<4)
    case 3: GraphTensor(name: "io", elements: 4..<5)
    default: GraphTensor(name: "bo", elements: 5..<6)
    }
  }

  static func label(_ index: Int) -> StaticString { "" }

  static func classValue(_ index: Int) -> ClassValue { .integer(0) }

  static func predict(_ features: Span<UInt64>, into scores: inout MutableSpan<UInt64>) -> Int {
    for index in 0..<6 { scores[index] = features[index] }
    return -1
  }
}
