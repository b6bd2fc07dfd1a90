import Inference

/// The names and sizes of a model's tensors, against which a request for inference is read.
/// 推論リクエストを照合する、モデルのテンソルの名前と大きさ。
public struct TensorSignature: Sendable {
  /// The number of inputs, at least 1.
  /// 入力テンソルの数。
  public var inputCount: Int

  /// An input, of shape [rows, its features].
  /// 入力テンソル。
  public var input: @Sendable (Int) -> ModelInput

  /// The number of features in a row, those of all inputs.
  /// 1 行の特徴量の数（全入力の合計）。
  public var columns: Int

  /// The letters of the features' types, empty where all are float32.
  /// 各特徴量の型を示す文字（全て float32 なら空）。
  public var types: StaticString

  /// The name of the scores.
  /// スコアの出力名。
  public var scores: StaticString

  /// The name of the label, empty where the model has none.
  /// ラベルの出力名（無ければ空）。
  public var label: StaticString

  /// Names the parts.
  /// 各部分から作る。
  public init(
    inputCount: Int, input: @escaping @Sendable (Int) -> ModelInput, columns: Int,
    types: StaticString = "", scores: StaticString, label: StaticString
  ) {
    self.inputCount = inputCount
    self.input = input
    self.columns = columns
    self.types = types
    self.scores = scores
    self.label = label
  }
}
