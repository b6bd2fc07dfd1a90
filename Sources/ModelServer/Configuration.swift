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

  var host: Text?
  var port = 8000
  var workers: Int?
  var logLevel = LogLevel.info
  var logFormat = LogFormat.text
  var requestLimits = RequestLimits()

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
    switch setting {
    case .host:
      // The port does not matter for whether it is an address.
      guard unsafe ListenAddress(host: text.start, port: 0) != nil else { throw error }
      host = text
    case .port: port = try number(setting, text, error)
    case .workers: workers = try number(setting, text, error)
    case .contentLimit: requestLimits.content = try number(setting, text, error)
    case .logLevel:
      guard let level = LogLevel.allCases.first(where: { text.bytes.equals($0.name) }) else { throw error }
      logLevel = level
    case .logFormat:
      guard let format = LogFormat.allCases.first(where: { text.bytes.equals($0.name) }) else { throw error }
      logFormat = format
    }
  }

  private func number(_ setting: Setting, _ text: Text, _ error: UsageError) throws(UsageError) -> Int {
    guard let range = setting.range, text.bytes.count <= 18 else { throw error }
    var value = 0
    for index in text.bytes.indices {
      let digit = Int(text.bytes[index]) - 0x30
      guard digit >= 0 && digit <= 9 else { throw error }
      value = value * 10 + digit
    }
    guard !text.bytes.isEmpty, range.contains(value) else { throw error }
    return value
  }

  // Where to listen, with the default host where none is set.
  func address(port: Int) -> ListenAddress? {
    guard let port = UInt16(exactly: port) else { return nil }
    if let host { return unsafe ListenAddress(host: host.start, port: port) }
    return unsafe ListenAddress(host: Setting.host.defaultText.cString, port: port)
  }
}
