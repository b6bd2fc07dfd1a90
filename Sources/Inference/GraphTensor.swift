/// An input or an output of a model's graph, and which elements of a row are its own.
/// モデルのグラフの入力または出力と、行の中でそれに属する要素。
public struct GraphTensor: Sendable {
  /// The ONNX name.
  /// ONNX 名。
  public let name: StaticString

  /// The positions of its elements in a row of features or of scores, at least one.
  /// 特徴量またはスコアの行の中での要素の位置（1 つ以上）。
  public let elements: Range<Int>

  /// Names the parts.
  /// 各部分から作る。
  public init(name: StaticString, elements: Range<Int>) {
    self.name = name
    self.elements = elements
  }
}
