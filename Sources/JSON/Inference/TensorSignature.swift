import Inference

/// The names and sizes of a model's tensors, against which a request for inference is read.
/// 推論リクエストを照合する、モデルのテンソルの名前と大きさ。
public struct TensorSignature: Sendable {
  /// The number of inputs, at least 1.
  /// 入力テンソルの数。
  public var inputCount: Int

  /// An input, of shape [rows, its features].
  /// 入力テンソル。
  public var input: @Sendable (Int) -> GraphTensor

  /// The number of features in a row, those of all inputs.
  /// 1 行の特徴量の数（全入力の合計）。
  public var columns: Int

  /// The letters of the features' types, empty where all are float32.
  /// 各特徴量の型を示す文字（全て float32 なら空）。
  public var types: StaticString

  /// The number of outputs of numbers, at least 1.
  /// 数値を出す出力テンソルの数（1 以上）。
  public var outputCount: Int

  /// An output of numbers, of shape [rows, its scores].
  /// 数値を出す出力テンソル。
  public var output: @Sendable (Int) -> GraphTensor

  /// The name of the label, empty where the model has none.
  /// ラベルの出力名（無ければ空）。
  public var label: StaticString

  /// Names the parts.
  /// 各部分から作る。
  public init(
    inputCount: Int, input: @escaping @Sendable (Int) -> GraphTensor, columns: Int,
    types: StaticString = "", outputCount: Int = 1, output: @escaping @Sendable (Int) -> GraphTensor,
    label: StaticString
  ) {
    self.inputCount = inputCount
    self.input = input
    self.columns = columns
    self.types = types
    self.outputCount = outputCount
    self.output = output
    self.label = label
  }
}
