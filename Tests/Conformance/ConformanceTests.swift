import Foundation
import Inference
import Testing

/// Compiled models answer what ONNX Runtime answers, bit for bit.
/// コンパイル済みモデルは ONNX Runtime とビット単位で同じ答えを返す。
@Suite struct ConformanceTests {
  static let models = conformanceSet + [.product]

  @Test(arguments: models)
  func answersLikeTheReference(_ model: ConformanceModel) throws {
    let vectors = try ConformanceVectors(from: model.vectorsFile)
    try #require(!vectors.rows.isEmpty)
    let differences = vectors.rows.enumerated().compactMap { number, row in
      difference(model.type.answer(row.features), row, vectors.index(of: row)).map {
        "row \(number), \(row.features): \($0)"
      }
    }
    #expect(differences.count == 0, "\(differences.prefix(5).joined(separator: "\n"))")
  }

  @Test(arguments: models)
  func namesClassesLikeTheLabelFile(_ model: ConformanceModel) throws {
    let classes = try ConformanceVectors(from: model.vectorsFile).classes
    let labels = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: model.labelFile))
    try #require(model.type.classCount == classes.count)
    for (index, label) in classes.enumerated() {
      #expect(try model.label(index) == label.text(in: labels))
    }
  }

  @Test(arguments: models)
  func tellsClassesAsTheGraphDoes(_ model: ConformanceModel) throws {
    let classes = try ConformanceVectors(from: model.vectorsFile).classes
    for (index, expected) in classes.enumerated() {
      switch model.type.classValue(index) {
      case .integer(let value): #expect(expected == .integer(value))
      case .string(let text): #expect(expected == .string(text.description))
      }
    }
  }

  @Test(arguments: models)
  func vectorsBelongToTheModel(_ model: ConformanceModel) throws {
    let vectors = try ConformanceVectors(from: model.vectorsFile)
    #expect(vectors.model == "\(model.name).onnx")
    #expect(model.type.name.description == model.name)
    #expect(model.type.sha256.description == vectors.sha256)
  }

  @Test(arguments: models)
  func compiledVectorsAreRowsOfTheFile(_ model: ConformanceModel) throws {
    let file = try ConformanceVectors(from: model.vectorsFile)
    let vectors = model.type.answers
    #expect(vectors.numbers.count == 8)
    let rows = vectors.numbers.map { file.rows[$0] }
    let hasFeatures = model.type.hasFeatures(rows.map(\.features))
    #expect(hasFeatures)
    #expect(vectors.scores.elementsEqual(rows.flatMap(\.scores)) { $0.isSame(as: $1) })
    #expect(vectors.labels == rows.map { file.index(of: $0) })
    #expect(vectors.largest == rows.map(\.argmax))
    let labels = Set(file.rows.compactMap { file.index(of: $0) })
    #expect(Set(vectors.labels) == Set(labels.sorted().prefix(8)))
  }

  @Test func tableAndFilesAgree() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ConformanceModel.folder.path)
    let expected = conformanceSet.flatMap { model in
      [".onnx", ".label.json", ".vectors.json"].map { model.name + $0 }
    }
    #expect(Set(files).symmetricDifference(expected) == [])
  }

  // Says how an answer differs from the reference's, nil if it does not. A NaN equals any NaN; -0 does not equal +0.
  private func difference(
    _ answer: (scores: [ConformanceVectors.Number], label: Int), _ expected: ConformanceVectors.Row, _ label: Int?
  ) -> String? {
    if !answer.scores.elementsEqual(expected.scores, by: { $0.isSame(as: $1) }) {
      return "scores \(answer.scores), not \(expected.scores)"
    }
    if answer.label != label { return "label \(answer.label), not \(expected.label, default: "none")" }
    let largest = firstLargest(answer.scores.map(\.value))
    if largest != expected.argmax { return "argmax \(largest), not \(expected.argmax)" }
    return nil
  }

  // The index of the first largest score; NaN counts as larger than any number.
  private func firstLargest(_ scores: [Double]) -> Int {
    scores.indices.dropFirst().reduce(0) { largest, index in
      scores[largest].isNaN || scores[index] <= scores[largest] ? largest : index
    }
  }
}
