/// Rows of a model with the answers that the reference, ONNX Runtime, gave for them.
/// モデルへの入力行と、基準である ONNX Runtime がそれに返した答え。
public struct ReferenceVectors<Feature: RowElement, Score: RowElement>: Sendable {
  /// The version of ONNX Runtime, `1.31.1`.
  /// ONNX Runtime の版。
  public let runtime: StaticString

  /// The rows' numbers in the file they were taken from, counted from 0.
  /// 元のファイルでの行番号（0 から数える）。
  public let numbers: [Int]

  /// The inputs, shape [count, featureCount].
  /// 入力。
  public let features: [Feature]

  /// The scores, shape [count, scoreCount]. A NaN stands for any NaN.
  /// スコア。NaN は任意の NaN を表す。
  public let scores: [Score]

  /// The indices of the graph's own labels, shape [count].
  /// グラフ自身のラベルの添字。
  public let labels: [Int]

  /// The positions of the largest scores as `argmax` finds them, shape [count].
  /// `argmax` の定義による最大スコアの位置。
  public let largest: [Int]

  /// Names the parts.
  /// 各部分から作る。
  public init(
    runtime: StaticString, numbers: [Int], features: [Feature], scores: [Score], labels: [Int], largest: [Int]
  ) {
    self.runtime = runtime
    self.numbers = numbers
    self.features = features
    self.scores = scores
    self.labels = labels
    self.largest = largest
  }

  /// No rows.
  /// 行なし。
  public static var none: ReferenceVectors {
    ReferenceVectors(runtime: "", numbers: [], features: [], scores: [], labels: [], largest: [])
  }

  /// The number of rows.
  /// 行数。
  public var count: Int { numbers.count }
}
