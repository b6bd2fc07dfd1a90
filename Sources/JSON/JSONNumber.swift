import Bytes
import Inference

/// Writes numbers as JSON texts, in the form of Python's `repr` and `json.dumps`.
/// 数値を Python の `repr` や `json.dumps` と同じ形の JSON テキストとして書く。
public enum JSONNumber {
  /// The length of the longest text, `-2.2250738585072014e-308`, in bytes.
  /// 最長のテキスト `-2.2250738585072014e-308` の長さ（バイト）。
  public static let maximumLength = 24

  /// Writes the shortest text that reads back as the same double.
  /// 読み戻すと同じ double になる最短のテキストを書く。
  ///
  /// Of several shortest texts it is the one nearest to the value. Values of 1e-4 and more and less than 1e16 are written
  /// without an exponent and with at least one digit after the point, others like `1e-05` and `1.5e+16`.
  ///
  /// - Parameter value: Must be finite, as JSON has no text for anything else.
  public static func write(_ value: Double, to buffer: inout ByteBuffer) {
    precondition(value.isFinite, "JSON has no text for this number")
    buffer.append(upTo: maximumLength) { area in
      var text = NumberText()
      text.append(value, to: &area)
      return text.count
    }
  }

  /// Writes the shortest text of the double that equals a float, which reads back as the same float.
  /// float と等しい double の最短のテキストを書き、それは同じ float として読み戻される。
  ///
  /// - Parameter value: Must be finite, as JSON has no text for anything else.
  public static func write(_ value: Float, to buffer: inout ByteBuffer) {
    write(Double(value), to: &buffer)
  }

  /// Writes an element of a row by its type: a number, or `true` or `false`.
  /// 行の要素を型に応じて書く（数値、または `true` か `false`）。
  ///
  /// - Parameter value: Must be finite.
  @inline(__always)
  public static func write<Element: RowElement>(_ value: Element, of type: NumberType, to buffer: inout ByteBuffer) {
    switch type {
    case .float32: write(Double(value.float32), to: &buffer)
    case .float64: write(value.float64, to: &buffer)
    case .int64, .int32: buffer.append(decimal: Int(value.int64))
    case .bool: buffer.append(value.int64 == 0 ? "false" : "true")
    }
  }
}
