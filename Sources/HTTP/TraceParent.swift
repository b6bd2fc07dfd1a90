/// The field traceparent of W3C Trace Context: `version "-" trace-id "-" parent-id "-" trace-flags`.
/// W3C Trace Context の traceparent フィールド。
public enum TraceParent {
  /// Where the id of the trace stands in a valid value: 32 hexadecimal digits in lower case.
  /// 正しい値の中の trace-id の位置。
  public static var traceID: Range<Int> { 3..<35 }
  /// Where the id of the caller's span stands: 16 digits.
  /// 呼び出し元のスパン ID の位置。
  public static var parentID: Range<Int> { 36..<52 }
  /// Where the flags stand: 2 digits.
  /// フラグの位置。
  public static var flags: Range<Int> { 53..<55 }

  // Section 3.2.2, and section 4.3 for versions to come, which may have more behind another hyphen.
  static func isValid(_ value: Span<UInt8>) -> Bool {
    guard value.count >= 55, value[2] == 0x2D, value[35] == 0x2D, value[52] == 0x2D else { return false }
    let version = value.extracting(0..<2)
    guard version.isHexadecimal, !version.equals("ff") else { return false }
    if value.count > 55 && (version.equals("00") || value[55] != 0x2D) { return false }
    return value.extracting(traceID).isIdentifier && value.extracting(parentID).isIdentifier
      && value.extracting(flags).isHexadecimal
  }
}

extension Span<UInt8> {
  // Digits in lower case.
  fileprivate var isHexadecimal: Bool {
    get {
      for index in indices where !self[index].isDigit && !(self[index] >= 0x61 && self[index] <= 0x66) { return false }
      return true
    }
  }

  // Not all of them zero.
  fileprivate var isIdentifier: Bool {
    guard isHexadecimal else { return false }
    for index in indices where self[index] != 0x30 { return true }
    return false
  }
}
