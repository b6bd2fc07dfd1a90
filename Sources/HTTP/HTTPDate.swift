/// The IMF-fixdate of RFC 9110 section 5.6.7, `Sun, 06 Nov 1994 08:49:37 GMT`.
/// RFC 9110 の IMF-fixdate 形式の日時。
public enum HTTPDate {
  /// The length of every date in bytes.
  /// 日時のバイト数。
  public static let length = 29

  /// Writes a time.
  /// 時刻を書く。
  ///
  /// - Parameters:
  ///   - seconds: Seconds since 1970-01-01T00:00:00Z, not negative.
  ///   - text: At least `length` bytes.
  public static func write(_ seconds: Int, into text: inout MutableSpan<UInt8>) {
    let date = CivilDate(seconds: seconds)
    put("SunMonTueWedThuFriSat", 3 * date.weekday, 3, &text, 0)
    put(", ", 0, 2, &text, 3)
    date.day.write(digits: 2, into: &text, at: 5)
    put(" ", 0, 1, &text, 7)
    put("JanFebMarAprMayJunJulAugSepOctNovDec", 3 * (date.month - 1), 3, &text, 8)
    put(" ", 0, 1, &text, 11)
    date.year.write(digits: 4, into: &text, at: 12)
    put(" ", 0, 1, &text, 16)
    date.hour.write(digits: 2, into: &text, at: 17)
    put(":", 0, 1, &text, 19)
    date.minute.write(digits: 2, into: &text, at: 20)
    put(":", 0, 1, &text, 22)
    date.second.write(digits: 2, into: &text, at: 23)
    put(" GMT", 0, 4, &text, 25)
  }

  private static func put(
    _ source: StaticString, _ start: Int, _ count: Int, _ text: inout MutableSpan<UInt8>, _ position: Int
  ) {
    precondition(start >= 0 && start + count <= source.utf8CodeUnitCount)
    // start + count is at most the source's count.
    for index in 0..<count { text[position + index] = unsafe source.utf8Start[start + index] }
  }
}
