import CLinux

// What can be set: the help, the environment and the flags are made from this table.
enum Setting: UInt8, CaseIterable {
  case host, port, workers, logLevel, logFormat, contentLimit

  var variable: StaticString {
    switch self {
    case .host: "HOST"
    case .port: "PORT"
    case .workers: "WORKERS"
    case .logLevel: "LOG_LEVEL"
    case .logFormat: "LOG_FORMAT"
    case .contentLimit: "MAX_BODY"
    }
  }

  var flag: StaticString {
    switch self {
    case .host: "--host"
    case .port: "--port"
    case .workers: "--workers"
    case .logLevel: "--log-level"
    case .logFormat: "--log-format"
    case .contentLimit: "--max-body"
    }
  }

  var defaultText: StaticString {
    switch self {
    case .host: "0.0.0.0"
    case .port: "8000"
    case .workers: "one per CPU granted"
    case .logLevel: "INFO"
    case .logFormat: "TEXT"
    case .contentLimit: "1048576"
    }
  }

  // The values that are taken; a number where both bounds are given.
  var range: ClosedRange<Int>? {
    switch self {
    case .port: 0...65535
    case .workers: 1...1024
    case .contentLimit: 1...(256 << 20)
    case .host, .logLevel, .logFormat: nil
    }
  }

  var summary: StaticString {
    switch self {
    case .host: "an IPv4 or IPv6 address, or localhost"
    case .port: "TCP port; 0 takes a free one"
    case .workers: "event loops, each with its own connections"
    case .logLevel: "DEBUG, INFO, WARNING or ERROR"
    case .logFormat: "TEXT or JSON"
    case .contentLimit: "largest request body in bytes; past it 413"
    }
  }
}
