import Inference

/// Why a body is not taken as rows of features.
/// 本文が特徴量の行として受け付けられない理由。
public enum MatrixError: Error, Equatable, Sendable {
  /// The body is no JSON text; the offset is that of the first byte out of place, or the body's length.
  /// 本文が JSON ではなく、位置は最初の不正なバイト、または本文の長さ。
  case syntax(SyntaxReason, offset: Int)

  /// A value is of another type than its place wants.
  /// その場所に求められる型の値ではない。
  case wrongType(MatrixPlace)

  /// A number is none of its feature's type: infinite when rounded, no integer, or beyond the type.
  /// 数値が特徴量の型に合わない（丸めると無限大になる、整数でない、型の範囲外）。
  case unfit(NumberType, row: Int, column: Int)

  /// The body is empty or has no key `data`.
  /// 本文が空、または `data` キーが無い。
  case missing

  /// There are no rows.
  /// 行が一つも無い。
  case noRows

  /// A row has another number of features than the model takes.
  /// 行の特徴量の数がモデルの取る数と異なる。
  case rowLength(row: Int, count: Int)
}
