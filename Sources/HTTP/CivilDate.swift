/// A time in the Gregorian calendar, in UTC.
/// グレゴリオ暦の UTC 時刻。
public struct CivilDate: Sendable {
  /// The year.
  /// 年。
  public let year: Int
  /// The month, 1 to 12.
  /// 月（1〜12）。
  public let month: Int
  /// The day of the month, 1 to 31.
  /// 日（1〜31）。
  public let day: Int
  /// The day of the week, 0 for Sunday.
  /// 曜日（日曜が 0）。
  public let weekday: Int
  /// The hour, 0 to 23.
  /// 時（0〜23）。
  public let hour: Int
  /// The minute, 0 to 59.
  /// 分（0〜59）。
  public let minute: Int
  /// The second, 0 to 59.
  /// 秒（0〜59）。
  public let second: Int

  /// Takes apart a Unix time.
  /// Unix 時刻を分解する。
  ///
  /// - Parameter seconds: Seconds since 1970-01-01T00:00:00Z, not negative.
  public init(seconds: Int) {
    let days = seconds / 86_400
    let time = seconds % 86_400
    // Years that begin on March 1st put the leap day last; an era has 400 of them and 146,097 days.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    weekday = (days + 4) % 7
    hour = time / 3_600
    minute = time / 60 % 60
    second = time % 60
  }
}

extension Int {
  /// Writes the lowest decimal digits with leading zeros.
  /// 下位の 10 進数字を先頭ゼロ付きで書く。
  public func write(digits: Int, into text: inout MutableSpan<UInt8>, at position: Int) {
    var rest = self
    for index in stride(from: position + digits - 1, through: position, by: -1) {
      text[index] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
  }
}
