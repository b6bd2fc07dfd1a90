import Testing

@testable import Generator

struct DamagedModelTests {
  @Test func rejectsEveryPrefix() {
    let bytes = TestModel.classifier.bytes
    for count in bytes.indices {
      guard case .failure(let diagnostic) = generated(Array(bytes[..<count])) else {
        Issue.record("the first \(count) bytes are accepted")
        continue
      }
      #expect(diagnostic.file == "models/x.onnx")
    }
  }

  @Test func survivesFlippedBytes() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    let valid = TestModel.classifier.bytes
    for _ in 0..<2000 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0 ... .max, using: &random)
      }
      if case .failure(let diagnostic) = generated(bytes) {
        #expect(diagnostic.description.hasPrefix("models/"), "seed \(seed)")
      }
    }
  }
}

extension DamagedModelTests {
  /// A name in a model must not be able to end the line of the diagnostic that quotes it.
  @Test func aDiagnosticStaysOnItsLine() {
    let diagnostic = Diagnostic(file: "models/x.onnx", message: "node 'a\nb\u{7}c\u{85}é'")
    #expect(diagnostic.description == #"models/x.onnx:1:1: error: node 'a b c é'"#)
  }
}

struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
