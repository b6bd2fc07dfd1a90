import Inference

// The compiled model against the answers of ONNX Runtime that were compiled in with it: a processor, a C library or a
// compiler that computes anything else in the last bit shows here, before it answers anybody.
struct SelfTest<Model: CompiledModel>: ~Copyable {
  enum Output: Equatable {
    case score(Int)
    // The position of the largest score.
    case largest
    // The graph's own label.
    case label
  }

  // What the model made of the row computed last.
  private(set) var scores = [Model.Score](repeating: .blank, count: Model.scoreCount)
  private(set) var largest = 0
  private(set) var label = -1

  @inline(never)
  mutating func compute(row: Int) {
    var span = scores.mutableSpan
    let features = Model.vectors.features.span.extracting(Model.features(of: row))
    label = Model.predict(features, into: &span)
    largest = Model.largest(of: scores.span)
  }

  // The first output of the row computed last that is not the reference's, nil where all are.
  @inline(never)
  func difference(row: Int) -> Output? {
    for index in 0..<Self.outputCount where differs(Self.output(index), row: row) { return Self.output(index) }
    return nil
  }

  static var outputCount: Int { Model.scoreCount + 2 }

  static func output(_ index: Int) -> Output {
    index < Model.scoreCount ? .score(index) : index == Model.scoreCount ? .largest : .label
  }

  // To the bit, but for NaN: which of them comes out is no matter of the model.
  @inline(never)
  func differs(_ output: Output, row: Int) -> Bool {
    switch output {
    case .score(let index):
      let (expected, computed) = (expectedScore(index, row: row), scores[index])
      let type = Model.scoreType(index)
      return expected.bits != computed.bits && !(expected.number(of: type).isNaN && computed.number(of: type).isNaN)
    case .largest: return largest != Model.vectors.largest[row]
    case .label: return label != Model.vectors.labels[row]
    }
  }

  func expectedScore(_ index: Int, row: Int) -> Model.Score {
    Model.vectors.scores[row * Model.scoreCount + index]
  }

  // The first row with a difference, nil where the model is proven.
  mutating func firstDifference() -> (row: Int, output: Output)? {
    for row in 0..<Model.vectors.count {
      compute(row: row)
      if let output = difference(row: row) { return (row, output) }
    }
    return nil
  }
}
