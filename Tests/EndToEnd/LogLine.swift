import Foundation

/// A line of the log, read by a grammar that knows nothing of the server.
struct LogLine: Equatable {
  let level: String
  let message: String
  /// The fields in their order, texts as they were before they were quoted.
  let fields: [(name: String, value: Value)]

  enum Value: Equatable {
    case text(String)
    case number(String)
  }

  subscript(_ name: String) -> Value? { fields.first { $0.name == name }?.value }

  static func == (a: LogLine, b: LogLine) -> Bool {
    a.level == b.level && a.message == b.message && a.fields.elementsEqual(b.fields) { $0 == $1 }
  }

  private init(_ level: String, _ message: String, _ fields: [(String, Value)]) {
    self.level = level
    self.message = message
    self.fields = fields
  }

  /// `time LEVEL message name=1 name="text"`; nil where the line is anything else.
  init?(text line: String) {
    let whole =
      /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (DEBUG|INFO|WARNING|ERROR) ([a-z,; ]*[a-z])((?: [A-Za-z_.0-9]+=(?:-?[0-9.]+|"(?:[^"\\\x00-\x1f\x7f]|\\["\\]|\\u[0-9a-f]{4})*"))*)/
    guard let match = line.wholeMatch(of: whole) else { return nil }
    let fields = match.3.matches(of: /([A-Za-z_.0-9]+)=([0-9.]+|("(?:[^"\\]|\\.)*"))/).map { field in
      (String(field.1), field.3.map { Value.text(Self.unquoted(String($0))) } ?? .number(String(field.2)))
    }
    self.init(String(match.1), String(match.2), fields)
  }

  /// An object of JSON; nil where the line is anything else, or a field stands twice.
  init?(json line: String) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      let time = object["time"] as? String,
      time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil,
      let level = object["level"] as? String, let message = object["msg"] as? String
    else { return nil }
    // In the order of the line: the parser keeps none.
    let names = line.matches(of: /[{,]("(?:[^"\\]|\\.)*"):/).map { Self.unquoted(String($0.1)) }
    guard names.count == object.count else { return nil }
    var fields: [(String, Value)] = []
    for name in names.dropFirst(3) {
      switch object[name] {
      case let text as String: fields.append((name, .text(text)))
      case let number as NSNumber: fields.append((name, .number(Self.decimal(number))))
      default: return nil
      }
    }
    self.init(level, message, fields)
  }

  /// As the server writes it: whole, or with six digits behind the point.
  private static func decimal(_ number: NSNumber) -> String {
    let value = number.doubleValue
    return value == value.rounded() && value >= 1 ? "\(number.intValue)" : String(format: "%.6f", value)
  }

  private static func unquoted(_ text: String) -> String {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) as? String
      ?? "not JSON: \(text)"
  }
}
