/// A place in a body that wants a value of a certain type.
/// 本文の中で、決まった型の値が求められる場所。
public enum MatrixPlace: Equatable, Sendable {
  /// The body itself, an object.
  /// 本文そのもの（オブジェクト）。
  case body

  /// The value of `data`, a list of rows.
  /// `data` の値（行のリスト）。
  case data

  /// A row, a list of numbers, counted from 0.
  /// 行（数値のリスト）、番号は 0 から。
  case row(Int)

  /// A number in a row, both counted from 0.
  /// 行の中の数値、番号はどちらも 0 から。
  case element(row: Int, column: Int)
}
