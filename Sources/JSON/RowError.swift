import Inference

/// Why a line is not taken as one row of features.
/// 一行が特徴量の行として受け付けられない理由。
///
/// Columns and offsets count from 0; the reason that is written counts from 1.
public enum RowError: Error, Equatable, Sendable {
  /// The line is no JSON text; the offset is that of the first byte out of place, or the line's length.
  /// 行が JSON ではなく、位置は最初の不正なバイト、または行の長さ。
  case syntax(SyntaxReason, offset: Int)

  /// The line is JSON, but neither a list nor an object whose `data` is one.
  /// JSON だが、リストでも `data` がリストであるオブジェクトでもない。
  case noList

  /// A field holds nothing.
  /// フィールドが空である。
  case empty(column: Int)

  /// A field or element is not a number.
  /// フィールドまたは要素が数値ではない。
  case notNumber(column: Int)

  /// A number is none of its feature's type: infinite when rounded, no integer, or beyond the type.
  /// 数値が特徴量の型に合わない（丸めると無限大になる、整数でない、型の範囲外）。
  case unfit(NumberType, column: Int)

  /// A quote opens a field and does not close it on its line, or something stands behind the closing one.
  /// 引用符がその行の中で閉じていない、または閉じた後に何かがある。
  case quote(column: Int)

  /// The row has another number of features than the model takes.
  /// 行の特徴量の数がモデルの取る数と異なる。
  case length(Int)
}
