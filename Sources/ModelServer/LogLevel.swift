// How much is logged; a message is written when its level is at least the logger's.
enum LogLevel: UInt8, CaseIterable {
  case debug, info, warning, error

  var name: StaticString {
    switch self {
    case .debug: "DEBUG"
    case .info: "INFO"
    case .warning: "WARNING"
    case .error: "ERROR"
    }
  }
}

// The form of a log line.
enum LogFormat: UInt8, CaseIterable {
  case text, json

  var name: StaticString {
    switch self {
    case .text: "TEXT"
    case .json: "JSON"
    }
  }
}
