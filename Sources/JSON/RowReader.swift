import Inference

/// Reads one row of features from one line, of JSON or of comma-separated values.
/// JSON またはコンマ区切りの一行から、特徴量の行を一つ読む。
///
/// Numbers have the form that JSON gives them in either format, and are read as `MatrixReader` reads them; in
/// comma-separated values a bool is 0 or 1.
public enum RowReader {
  /// Reads `[5.1,3.5,1.4,0.2]`, or an object with such a list as `data`.
  /// `[5.1,3.5,1.4,0.2]`、またはそれを `data` に持つオブジェクトを読む。
  ///
  /// The first error in the line is thrown. Other keys are ignored, and the last of several `data` wins.
  ///
  /// - Parameters:
  ///   - types: The letters of the features' types, empty where all are float32.
  ///   - values: As many elements as a row must have; what they hold after an error is arbitrary.
  @inline(__always)
  public static func readJSON<Element: RowElement>(
    _ line: Span<UInt8>, types: StaticString = "", into values: inout MutableSpan<Element>
  ) throws(RowError) {
    var reader = JSONReader(line)
    try reader.jsonRow(types: types, into: &values)
  }

  /// Reads `5.1,3.5,1.4,0.2`; a field may stand in quotes, and spaces and tabs around numbers and quotes.
  /// `5.1,3.5,1.4,0.2` を読む。フィールドは引用符で囲め、数値や引用符の周りに空白を置ける。
  ///
  /// The first error in the line is thrown.
  ///
  /// - Parameters:
  ///   - types: The letters of the features' types, empty where all are float32.
  ///   - values: As many elements as a row must have; what they hold after an error is arbitrary.
  @inline(__always)
  public static func readCSV<Element: RowElement>(
    _ line: Span<UInt8>, types: StaticString = "", into values: inout MutableSpan<Element>
  ) throws(RowError) {
    var reader = JSONReader(line)
    try reader.csvRow(types: types, into: &values)
  }

  /// Whether a line of comma-separated fields names the columns: no field is a number, and not all are empty.
  /// コンマ区切りの一行が列名かどうか。数値のフィールドが無く、全てが空でもない行がそうである。
  public static func isCSVHeader(_ line: Span<UInt8>) -> Bool { CSVFields.areNames(in: line) }

  /// How many fields a line of comma-separated ones has.
  /// コンマ区切りの一行にあるフィールドの数。
  public static func csvFieldCount(_ line: Span<UInt8>) -> Int { CSVFields.count(in: line) }
}
