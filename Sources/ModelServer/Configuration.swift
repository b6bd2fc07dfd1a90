import Bytes
import CLinux
import EventLoop
import HTTP

// What the environment and the flags say; flags win.
struct Configuration {
  // A C string that lives as long as the process.
  @safe struct Text: @unchecked Sendable {
    let start: UnsafePointer<CChar>

    var bytes: Span<UInt8> {
      @_lifetime(immortal)
      get {
        // The environment and the argument block are never deallocated, and CChar has UInt8's layout.
        let span = unsafe Span<UInt8>(
          _unsafeStart: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: strlen(start))
        return unsafe _overrideLifetime(span, copying: ())
      }
    }
  }

  private(set) var host: Text?
  private(set) var logLevel = LogLevel.info
  private(set) var logFormat = LogFormat.text
  private(set) var reusesPort = false
  private(set) var entersSandbox = true
  // The numbers that were set, by the setting's place in the table.
  private var numbers = InlineArray<23, Int?>(repeating: nil)

  // The number of a setting: as set, or the table's default; nil where both are missing.
  func number(_ setting: Setting) -> Int? {
    if let number = numbers[Int(setting.rawValue)] { return number }
    guard case .number(_, let number, _) = setting.kind else { return nil }
    return number
  }

  // The number of a setting that has a default.
  subscript(_ setting: Setting) -> Int {
    guard let number = number(setting) else { fatalError("a setting without a default") }
    return number
  }

  // Takes the variables of the environment. An empty one counts as not set.
  mutating func readEnvironment() throws(UsageError) {
    for setting in Setting.allCases {
      guard let text = Self.environment(setting.variable), !text.bytes.isEmpty else { continue }
      try set(setting, text, named: setting.variable)
    }
  }

  static func environment(_ name: StaticString) -> Text? {
    guard let value = unsafe getenv(name.cString) else { return nil }
    return unsafe Text(start: UnsafePointer(value))
  }

  mutating func set(_ setting: Setting, _ text: Text, named name: StaticString) throws(UsageError) {
    let error = UsageError.value(name: name, text: text, setting: setting)
    if case .number(let range, let usual, _) = setting.kind {
      guard let value = Self.number(text.bytes), range.contains(value) || value == usual else { throw error }
      numbers[Int(setting.rawValue)] = value
      return
    }
    if let choices = setting.choices {
      guard let choice = choices.index(of: text.bytes) else { throw error }
      return choose(choice, for: setting)
    }
    // The port does not matter for whether it is an address.
    guard unsafe ListenAddress(host: text.start, port: 0) != nil else { throw error }
    host = text
  }

  private mutating func choose(_ choice: UInt8, for setting: Setting) {
    switch setting {
    case .logLevel: logLevel = LogLevel(rawValue: choice) ?? .info
    case .logFormat: logFormat = LogFormat(rawValue: choice) ?? .text
    case .reusePort: reusesPort = choice == 1
    case .sandbox: entersSandbox = choice == 1
    default: fatalError("a setting without words")
    }
  }

  // A decimal number of at most 18 digits.
  private static func number(_ text: Span<UInt8>) -> Int? {
    guard text.count >= 1 && text.count <= 18 else { return nil }
    var value = 0
    for index in text.indices {
      guard text[index] >= 0x30 && text[index] <= 0x39 else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
    }
    return value
  }

  // Where to listen, with the default host where none is set.
  func address(port: Int) -> ListenAddress? {
    guard let port = UInt16(exactly: port) else { return nil }
    if let host { return unsafe ListenAddress(host: host.start, port: port) }
    return unsafe ListenAddress(host: Self.defaultHost.cString, port: port)
  }

  static var defaultHost: StaticString { "0.0.0.0" }
}

extension Configuration {
  var requestLimits: RequestLimits {
    var limits = RequestLimits()
    limits.requestLine = self[.maxRequestLine]
    limits.fields = self[.maxHeaders]
    limits.fieldCount = self[.maxFields]
    limits.content = self[.maxBody]
    limits.chunkOverhead = self[.maxChunkOverhead]
    return limits
  }

  var streamLimits: StreamLimits {
    var limits = StreamLimits()
    limits.head = UInt64(self[.headerTimeout]) * 1000
    limits.message = UInt64(self[.requestTimeout]) * 1000
    limits.write = UInt64(self[.writeTimeout]) * 1000
    limits.idle = UInt64(self[.idleTimeout]) * 1000
    return limits
  }
}
