/// An input of a model's graph, and which features of a row are its own.
/// モデルのグラフの入力と、行の中でそれに属する特徴量。
public struct ModelInput: Sendable {
  /// The ONNX name.
  /// ONNX 名。
  public let name: StaticString

  /// The positions of its features in a row, at least one.
  /// 行の中での特徴量の位置（1 つ以上）。
  public let features: Range<Int>

  /// Names the parts.
  /// 各部分から作る。
  public init(name: StaticString, features: Range<Int>) {
    self.name = name
    self.features = features
  }
}
