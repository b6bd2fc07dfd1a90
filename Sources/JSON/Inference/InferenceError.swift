import Inference

/// Why a body is not taken as a request for inference.
/// 本文が推論リクエストとして受け付けられない理由。
public enum InferenceError: Error, Equatable, Sendable {
  /// The kind of value that a place wants.
  /// その場所に求められる値の種類。
  public enum Kind: UInt8, Sendable {
    case object, list, string, boolean, number, count
  }

  /// The body is no JSON text; the offset is that of the first byte out of place, or the text's length.
  /// 本文が JSON ではなく、位置は最初の不正なバイト、またはテキストの長さ。
  case syntax(SyntaxReason, offset: Int)

  /// The length of the JSON text that the head states is malformed or more than the body's.
  /// ヘッダーの JSON 長が不正、または本文より長い。
  case headerLength

  case wrongKind(InferencePlace, Kind)
  case missing(InferencePlace)
  case repeated(InferencePlace)

  /// The number at a place is none of its feature's type: infinite when rounded, no integer, or beyond the type.
  /// その場所の数値が特徴量の型に合わない（丸めると無限大になる、整数でない、型の範囲外）。
  case unfit(NumberType, InferencePlace)

  /// The number of inputs is not the model's.
  /// 入力の数がモデルのものではない。
  case inputCount(Int)

  /// The name of an input is not the model's, or comes again; its datatype or shape is not the model's, or it has another
  /// number of rows than the first.
  /// 入力の名前がモデルのものではないか重複している、型・形がモデルのものではない、または行数が最初の入力と異なる。
  case unknownInput(Int)
  case repeatedInput(Int)
  case datatype(Int, NumberType)
  case shape(Int, width: Int)
  case rowsDiffer(Int)

  /// `data` has another number of rows or elements, or a row of it another length, than the shape says.
  /// data の行数・要素数・行の長さが shape と一致しない。
  case rowCount(Int, input: Int)
  case elementCount(Int, input: Int)
  case rowLength(row: Int, count: Int, width: Int, input: Int)

  /// The size of binary data is not the shape's, or the body has another number of bytes behind the JSON text.
  /// バイナリデータの大きさが shape または本文と一致しない。
  case binarySize(Int, input: Int)
  case binaryBytes(Int)

  /// The model has no output of this name, or it is asked for twice, or classes are asked of the label.
  /// 出力名が存在しない、同じ出力が二度要求された、またはラベル出力に分類を求めた。
  case unknownOutput(Int)
  case repeatedOutput(Int)
  case unclassified(Int)
}
