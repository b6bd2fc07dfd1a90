import Inference

/// Reads the body of a prediction request, `{"data":[[5.1,3.5,1.4,0.2]]}`, in one pass.
/// 予測リクエストの本文 `{"data":[[5.1,3.5,1.4,0.2]]}` を一度の走査で読む。
///
/// The whole body must be one JSON text (RFC 8259). Keys other than `data` are ignored, and the last of several `data` wins.
/// Numbers are read as correctly rounded doubles and, for a float32, then rounded to floats, as Python with numpy does; for
/// an integer as they are; a bool is true, false, 0 or 1.
public enum MatrixReader {
  /// How deep arrays and objects may nest.
  /// 配列とオブジェクトの入れ子の深さの上限。
  public static let maximumDepth = JSONReader.maximumDepth

  /// How many elements `read` may write for a body of so many bytes.
  /// そのバイト数の本文に対して `read` が書きうる要素の数。
  ///
  /// Each number takes at least one byte for itself and one for what separates it from the one before.
  public static func capacity(forBodyOf bytes: Int) -> Int { bytes / 2 }

  /// Reads the rows of `data` one after the other into the front of `values` and returns their number, at least 1.
  /// `data` の行を `values` の先頭から順に読み込み、1 以上の行数を返す。
  ///
  /// Of several errors the first of these kinds is thrown: syntax, anywhere in the body; a wrong type or a number that does
  /// not fit its feature, whichever comes first in `data`; `missing`; no rows, or a row of another length.
  ///
  /// - Parameters:
  ///   - body: The bytes, of any content.
  ///   - columns: The number of features a row must have, at least 1.
  ///   - types: The letters of their types, empty where all are float32.
  ///   - values: At least `capacity(forBodyOf: body.count)` elements; what they hold after an error is arbitrary.
  public static func read<Element: RowElement>(
    _ body: Span<UInt8>, columns: Int, types: StaticString = "", into values: inout MutableSpan<Element>
  ) throws(MatrixError) -> Int {
    precondition(columns > 0 && values.count >= capacity(forBodyOf: body.count))
    var reader = JSONReader(body)
    var matrix: Matrix?
    do throws(SyntaxError) {
      matrix = try reader.body(columns: columns, types: types, into: &values)
    } catch {
      throw .syntax(error.reason, offset: error.offset)
    }
    guard let matrix else { throw .missing }
    if let error = matrix.contentError ?? matrix.shapeError { throw error }
    return matrix.rows
  }
}
