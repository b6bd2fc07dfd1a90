/// The types that the inputs and outputs of a model may have.
/// モデルの入力と出力が取りうる型。
public enum NumberType: UInt8, CaseIterable, Sendable {
  case float32, float64, int64, int32, bool

  /// The name, as ONNX and numpy have it.
  /// ONNX と numpy での名前。
  public var name: StaticString {
    switch self {
    case .float32: "float32"
    case .float64: "float64"
    case .int64: "int64"
    case .int32: "int32"
    case .bool: "bool"
    }
  }

  /// The size of an element in bytes.
  /// 要素の大きさ（バイト）。
  public var size: Int {
    switch self {
    case .bool: 1
    case .float32, .int32: 4
    case .float64, .int64: 8
    }
  }

  /// The letter that stands for the type where each element of a row has one.
  /// 行の要素ごとに 1 文字で型を示すときの文字。
  public var letter: UInt8 {
    switch self {
    case .float32: UInt8(ascii: "f")
    case .float64: UInt8(ascii: "d")
    case .int64: UInt8(ascii: "l")
    case .int32: UInt8(ascii: "i")
    case .bool: UInt8(ascii: "b")
    }
  }
}
