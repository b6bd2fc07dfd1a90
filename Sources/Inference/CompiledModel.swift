/// A model that was turned into constants and code at build time; generated code conforms to it.
/// ビルド時に定数とコードへ変換されたモデルで、生成コードが準拠する。
///
/// All requirements are static: a server generic over a model is specialised by the compiler, and nothing is looked up at run
/// time. Texts are JSON where their name says so, made by the generator, and copied into answers as they are.
public protocol CompiledModel: Sendable {
  /// What a row is made of.
  /// 行の要素。
  associatedtype Feature: RowElement = Float

  /// What a row of scores is made of.
  /// スコアの行の要素。
  associatedtype Score: RowElement = Float

  /// The model file's name without its extension.
  /// 拡張子を除いたモデルファイル名。
  static var name: StaticString { get }

  /// The `model_version` field of the ONNX file, in decimal.
  /// ONNX ファイルの `model_version`（10 進数）。
  static var version: StaticString { get }

  /// The SHA-256 of the ONNX file, 64 lowercase hexadecimal digits.
  /// ONNX ファイルの SHA-256（16 進小文字 64 桁）。
  static var sha256: StaticString { get }

  /// Producer name and version as the ONNX file states them, `skl2onnx 1.20.0`.
  /// ONNX ファイルに記された生成元の名前と版。
  static var producer: StaticString { get }

  /// The operator sets the file imports, `ai.onnx 9, ai.onnx.ml 1`.
  /// ファイルが取り込むオペレーター集合。
  static var opsets: StaticString { get }

  /// The compiled operators in graph order, repeated ones with their number, `Scaler, SVMClassifier, Neg (3)`.
  /// コンパイルされたオペレーター（グラフ順、繰り返しは個数付き）。
  static var operators: StaticString { get }

  /// The ONNX name of the graph's own label output, empty where it has none.
  /// グラフ自身のラベル出力の ONNX 名（無ければ空）。
  static var labelName: StaticString { get }

  /// The size of the model's constants in bytes.
  /// モデル定数の大きさ（バイト）。
  static var constantBytes: Int { get }

  /// The number of the graph's inputs, at least 1.
  /// グラフ入力の数（1 以上）。
  static var inputCount: Int { get }

  /// The number of features a row has, those of all inputs one behind the other.
  /// 1 行の特徴量の数（全入力の特徴量が順に並ぶ）。
  static var featureCount: Int { get }

  /// The type of each feature as its letter, shape [featureCount]; empty where all are float32.
  /// 各特徴量の型を示す文字（全て float32 なら空）。
  static var featureTypes: StaticString { get }

  /// The number of the graph's outputs of numbers, at least 1; the label is none of them.
  /// 数値を出す出力の数（1 以上、ラベル出力は含まない）。
  static var outputCount: Int { get }

  /// The number of scores `predict` writes for a row, those of all outputs one behind the other.
  /// `predict` が 1 行につき書くスコアの数（全出力のスコアが順に並ぶ）。
  static var scoreCount: Int { get }

  /// The type of each score as its letter, shape [scoreCount]; empty where all are float32.
  /// 各スコアの型を示す文字（全て float32 なら空）。
  static var scoreTypes: StaticString { get }

  /// The number of classes, 0 for a model without labels.
  /// クラス数（ラベルの無いモデルでは 0）。
  static var classCount: Int { get }

  /// Whether the scores are the classes' probabilities, in the order of `label`, and nothing else.
  /// スコアが `label` の順に並ぶクラス確率かどうか。
  static var scoresAreProbabilities: Bool { get }

  /// The labels as a JSON object, `{"0":"setosa","1":"versicolor"}`.
  /// ラベルの JSON オブジェクト。
  static var labelsJSON: StaticString { get }

  /// One typical row as a JSON matrix, `[[5.1,3.5,1.4,0.2]]`.
  /// 代表的な 1 行の JSON 行列。
  static var sampleJSON: StaticString { get }

  /// The typical row as features, shape [featureCount].
  /// 代表的な 1 行の特徴量。
  static var sample: [Feature] { get }

  /// Rows with the reference's answers, for the model to prove itself on; `.none` where none were compiled in.
  /// モデルが自らを検証するための、基準の答えを伴う行（組み込まれていなければ `.none`）。
  static var vectors: ReferenceVectors<Feature, Score> { get }

  /// An input of the graph, in its order.
  /// グラフの入力（グラフでの順）。
  ///
  /// - Parameter index: 0 ..< inputCount.
  static func input(_ index: Int) -> GraphTensor

  /// An output of numbers, in the order of the graph.
  /// 数値を出す出力（グラフでの順）。
  ///
  /// - Parameter index: 0 ..< outputCount.
  static func output(_ index: Int) -> GraphTensor

  /// The JSON string of a class's label, quotes included: `"setosa"`.
  /// クラスのラベルを表す、引用符付きの JSON 文字列。
  ///
  /// - Parameter index: 0 ..< classCount.
  static func label(_ index: Int) -> StaticString

  /// A class as the graph's own label output says it; all classes of a model are of one case.
  /// グラフ自身のラベル出力が示すクラスの値（一つのモデルでは全て同じ種類）。
  ///
  /// Where a label output names no class, of a cluster for example, every integer stands for itself.
  ///
  /// - Parameter index: 0 ..< classCount, or any where that is 0 and there is a label output.
  static func classValue(_ index: Int) -> ClassValue

  /// Computes one row.
  /// 1 行を計算する。
  ///
  /// - Parameters:
  ///   - features: Shape [featureCount].
  ///   - scores: Shape [scoreCount]; every element is written.
  /// - Returns: The index of the graph's own label, 0 ..< classCount; without classes the integer that the label output
  ///   says, or -1 where there is none.
  static func predict(_ features: Span<Feature>, into scores: inout MutableSpan<Score>) -> Int
}

extension CompiledModel {
  /// Whether the graph has a label output.
  /// グラフにラベル出力があるかどうか。
  public static var hasLabelOutput: Bool { labelName.utf8CodeUnitCount > 0 }

  /// The type of a feature.
  /// 特徴量の型。
  ///
  /// - Parameter column: 0 ..< featureCount.
  @inline(__always)
  public static func type(of column: Int) -> NumberType { Feature.type(of: column, in: featureTypes) }

  /// Where the features of a row stand among those of several rows.
  /// 複数行の特徴量の中での、ある行の位置。
  ///
  /// - Parameter row: Counted from 0.
  @inline(__always)
  public static func features(of row: Int) -> Range<Int> { row * featureCount..<(row + 1) * featureCount }

  /// The type of a score.
  /// スコアの型。
  ///
  /// - Parameter index: 0 ..< scoreCount.
  @inline(__always)
  public static func scoreType(_ index: Int) -> NumberType { Score.type(of: index, in: scoreTypes) }

  /// The position of the largest score, as `argmax` finds it.
  /// `argmax` の定義による最大スコアの位置。
  @inline(__always)
  public static func largest(of scores: Span<Score>) -> Int { argmax(scores, types: scoreTypes) }
}
