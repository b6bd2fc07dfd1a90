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
  static func answer(_ features: [Float]) -> (scores: [Float], label: Int) {
    // Filled with what no model answers, so that an element left out shows.
    var scores = [Float](repeating: 12345, count: scoreCount)
    var span = scores.mutableSpan
    let label = predict(features.span, into: &span)
    return (scores, label)
  }
}
