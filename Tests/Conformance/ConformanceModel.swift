import Foundation
import Inference
import Testing

/// A compiled model and the files that say what it has to answer.
/// コンパイル済みモデルと、その正しい答えを記したファイル。
struct ConformanceModel: Sendable, CustomTestStringConvertible {
  /// The name of the model's files and, in upper camel case, of its type.
  let name: String
  let type: any CompiledModel.Type
  let vectorsFile: URL
  let labelFile: URL

  /// A model of the conformance set.
  init(_ name: String, _ type: any CompiledModel.Type) {
    self.init(name, type, in: Self.folder, labelFile: "\(name).label.json")
  }

  private init(_ name: String, _ type: any CompiledModel.Type, in folder: URL, labelFile: String) {
    self.name = name
    self.type = type
    self.vectorsFile = folder.appending(path: "\(name).vectors.json")
    self.labelFile = folder.appending(path: labelFile)
  }

  /// Where the conformance set lies in the source tree.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "models")

  /// The model of the product.
  static let product = ConformanceModel(
    "iris_svc", IrisSvc.self, in: folder.appending(path: "../../../models").standardizedFileURL,
    labelFile: "label.json")

  var testDescription: String { name }

  /// The text of a class's label.
  func label(_ index: Int) throws -> String {
    let json = type.label(index).description
    return try JSONDecoder().decode(String.self, from: Data(json.utf8))
  }
}

extension CompiledModel {
  /// Computes one row of shape [featureCount]; the label is an index.
  /// 1 行（形は [featureCount]）を計算する。ラベルは添字である。
  static func answer(_ features: [ConformanceVectors.Number]) -> (scores: [ConformanceVectors.Number], label: Int) {
    // Filled with what no model answers, so that an element left out shows.
    var scores = [Score](repeating: .holding(Float(12345)), count: scoreCount)
    var span = scores.mutableSpan
    let row = features.enumerated().map { $1.held(as: type(of: $0), in: Feature.self) }
    let label = predict(row.span, into: &span)
    return (numbers(scores), label)
  }

  /// Scores of one row or more, shape [rows, scoreCount].
  /// 1 行以上のスコア（形は [rows, scoreCount]）。
  private static func numbers(_ scores: [Score]) -> [ConformanceVectors.Number] {
    scores.enumerated().map { index, score in
      let type = scoreType(index % scoreCount)
      return type == .float32 || type == .float64 ? .float(score.number(of: type)) : .integer(score.int64)
    }
  }

  /// Whether the features that are compiled in are those of rows of a file, bit for bit.
  /// 組み込まれた特徴量がファイルの行のものとビット単位で一致するかどうか。
  static func hasFeatures(_ rows: [[ConformanceVectors.Number]]) -> Bool {
    let expected = rows.flatMap { row in row.enumerated().map { $1.held(as: type(of: $0), in: Feature.self) } }
    // By their texts all NaNs are one.
    return vectors.features.map { "\($0)" } == expected.map { "\($0)" }
  }

  /// What is compiled in besides.
  /// それ以外に組み込まれたもの。
  static var answers: (numbers: [Int], scores: [ConformanceVectors.Number], labels: [Int], largest: [Int]) {
    (vectors.numbers, numbers(vectors.scores), vectors.labels, vectors.largest)
  }
}

extension ConformanceVectors.Number {
  /// As a row of the model holds it.
  fileprivate func held<Element: RowElement>(as type: NumberType, in row: Element.Type) -> Element {
    switch self {
    case .float(let value): type == .float32 ? .holding(Float(value)) : .holding(value)
    case .integer(let value): .holding(value)
    }
  }
}
