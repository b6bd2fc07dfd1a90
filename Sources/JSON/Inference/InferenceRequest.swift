/// What a request for inference asks for; its rows are where the reader wrote them.
/// 推論リクエストの内容。行データは読み取り先の配列にある。
public struct InferenceRequest: Sendable {
  /// An output of the model.
  /// モデルの出力の種類。
  public enum Tensor: Equatable, Sendable {
    /// One of numbers, by its position among them.
    /// 数値を出す出力（その中での位置）。
    case scores(Int)
    case label
  }

  /// An output to be answered.
  /// 応答すべき出力。
  public struct Output: Sendable {
    /// Which one.
    /// 出力の種類。
    public internal(set) var tensor: Tensor

    /// Whether its elements are to follow the JSON text as bytes.
    /// 要素を JSON の後にバイト列で返すかどうか。
    public var isBinary: Bool { statedBinary ?? false }

    // What the request says of that, if anything.
    var statedBinary: Bool?

    /// How many of the largest elements are to be answered with their labels, nil for all elements as they are.
    /// 上位何個をラベル付きで返すか（nil なら全要素をそのまま返す）。
    public internal(set) var classification: Int?

    /// An output as it is.
    /// そのままの形の出力。
    public init(tensor: Tensor) {
      self.tensor = tensor
    }
  }

  /// The number of rows, at least 1.
  /// 行数（1 以上）。
  public internal(set) var rows = 0

  /// Where the JSON string of the request's identifier stands in the body, quotes included; nil where it has none.
  /// リクエスト ID の JSON 文字列の位置（引用符を含む）。無ければ nil。
  public internal(set) var id: Range<Int>?

  /// The outputs in the order of the answer.
  /// 応答の順に並ぶ出力。
  public subscript(index: Int) -> Output {
    precondition(index < outputCount)
    return outputs[index]
  }

  /// The number of outputs, at least 1.
  /// 出力の数（1 以上）。
  public internal(set) var outputCount = 0

  // At least as many.
  var outputs: [Output] = []
}
