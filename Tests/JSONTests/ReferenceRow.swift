@testable import JSON

/// A line read as a row by plain rules, for comparison; nil where it is to be refused.
enum ReferenceRow {
  /// A list of numbers, or an object of which every `data` is such a list and the last one counts.
  static func json(_ line: [UInt8], columns: Int) -> [Float]? {
    switch try? ReferenceJSON.parse(line) {
    case .list(let list): return row(list, columns: columns)
    case .object(let members):
      let rows = members.filter { $0.key == Array("data".utf8) }.map { row($0.value, columns: columns) }
      return rows.contains(nil) ? nil : rows.last ?? nil
    default: return nil
    }
  }

  private static func row(_ value: ReferenceJSON, columns: Int) -> [Float]? {
    if case .list(let list) = value { row(list, columns: columns) } else { nil }
  }

  private static func row(_ list: [ReferenceJSON], columns: Int) -> [Float]? {
    let numbers = list.compactMap { if case .number(let value) = $0 { finite(value) } else { nil } }
    return numbers.count == list.count && list.count == columns ? numbers : nil
  }

  /// Numbers between commas, quotes around them, blanks around both.
  static func csv(_ line: [UInt8], columns: Int) -> [Float]? {
    let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(number)
    return fields.contains(nil) || fields.count != columns ? nil : fields.map { $0! }
  }

  /// The number that a field is.
  static func number(_ field: ArraySlice<UInt8>) -> Float? {
    var text = trimmed(field)
    if text.count > 1, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") {
      text = trimmed(text.dropFirst().dropLast())
    }
    // JSON may have line ends around a number.
    guard let last = text.last, last != 0x0D && last != 0x0A, text.first != 0x0D && text.first != 0x0A,
      case .number(let value)? = try? ReferenceJSON.parse(Array(text))
    else { return nil }
    return finite(value)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = text.drop { $0 == 0x20 || $0 == 0x09 }
    return start.prefix((start.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? start.startIndex - 1) + 1 - start.startIndex)
  }

  private static func finite(_ value: Double) -> Float? { Float(value).isFinite ? Float(value) : nil }
}
