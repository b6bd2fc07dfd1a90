/// The names and sizes of a model's tensors, against which a request for inference is read.
/// 推論リクエストを照合する、モデルのテンソルの名前と大きさ。
public struct TensorSignature: Sendable {
  /// The name of the input, of type FP32 and shape [rows, columns].
  /// 入力テンソルの名前。
  public var input: StaticString

  /// The number of features in a row, at least 1.
  /// 1 行の特徴量の数。
  public var columns: Int

  /// The name of the scores.
  /// スコアの出力名。
  public var scores: StaticString

  /// The name of the label, empty where the model has none.
  /// ラベルの出力名（無ければ空）。
  public var label: StaticString

  /// Names the parts.
  /// 各部分から作る。
  public init(input: StaticString, columns: Int, scores: StaticString, label: StaticString) {
    self.input = input
    self.columns = columns
    self.scores = scores
    self.label = label
  }
}
