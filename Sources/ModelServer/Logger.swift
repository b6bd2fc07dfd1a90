import Bytes
import EventLoop
import HTTP
import JSON

// Collects the log lines of a turn of the loop and writes them at its end.
struct Logger: ~Copyable {
  let level: LogLevel
  let format: LogFormat
  var clock = Clock.now()
  private var lines = ByteBuffer()
  private var output = LogOutput()

  // The longest value of a field, in bytes; what is beyond is cut.
  private static var valueLimit: Int { 256 }

  init(level: LogLevel, format: LogFormat) {
    self.level = level
    self.format = format
  }

  // Predictions are logged at INFO, probes and descriptions at DEBUG.
  mutating func access(
    _ method: Method, _ target: Span<UInt8>, _ route: Route?, _ status: Status, _ contentLength: Int
  ) {
    guard starts(route?.predicts == true ? .info : .debug, "access") else { return }
    field("http.request.method", method.name)
    field("url.path", target.extracting(RequestTarget.path(of: target)))
    field("http.response.status_code", Int(status.rawValue))
    field("http.response.body.size", contentLength)
    end()
  }

  // A request or connection that was turned away.
  mutating func refused(_ status: Status, _ reason: StaticString) {
    guard starts(.debug, "refused") else { return }
    field("http.response.status_code", Int(status.rawValue))
    field("error.reason", reason)
    end()
  }

  // Begins a line unless the logger's level is above the line's.
  mutating func starts(_ line: LogLevel, _ message: StaticString) -> Bool {
    if line.rawValue < level.rawValue { return false }
    begin(line, message)
    return true
  }

  private mutating func begin(_ line: LogLevel, _ message: StaticString) {
    switch format {
    case .text:
      timestamp()
      lines.append(" ")
      lines.append(line.name)
      lines.append(" ")
      lines.append(message)
    case .json:
      lines.append("{\"time\":\"")
      timestamp()
      lines.append("\",\"level\":\"")
      lines.append(line.name)
      lines.append("\",\"msg\":\"")
      lines.append(message)
      lines.append("\"")
    }
  }

  mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    lines.append(decimal: value)
  }

  mutating func field(_ name: StaticString, _ value: StaticString) {
    field(name, value.bytes)
  }

  // The value is escaped: no byte of it can end the line or the field.
  mutating func field(_ name: StaticString, _ value: Span<UInt8>) {
    key(name)
    JSONString.write(value.extracting(0..<min(value.count, Self.valueLimit)), to: &lines)
  }

  private mutating func key(_ name: StaticString) {
    lines.append(format == .json ? ",\"" : " ")
    lines.append(name)
    lines.append(format == .json ? "\":" : "=")
  }

  mutating func end() {
    lines.append(format == .json ? "}\n" : "\n")
  }

  // RFC 3339 with milliseconds.
  private mutating func timestamp() {
    let date = CivilDate(seconds: clock.unix / 1000)
    lines.append(upTo: 24) { text in
      date.year.write(digits: 4, into: &text, at: 0)
      text[4] = 0x2D
      date.month.write(digits: 2, into: &text, at: 5)
      text[7] = 0x2D
      date.day.write(digits: 2, into: &text, at: 8)
      text[10] = 0x54
      date.hour.write(digits: 2, into: &text, at: 11)
      text[13] = 0x3A
      date.minute.write(digits: 2, into: &text, at: 14)
      text[16] = 0x3A
      date.second.write(digits: 2, into: &text, at: 17)
      text[19] = 0x2E
      (clock.unix % 1000).write(digits: 3, into: &text, at: 20)
      text[23] = 0x5A
      return 24
    }
  }

  // Writes what the standard output takes at once; what a full pipe does not take is dropped, so that a reader that stands
  // still cannot hold up requests. How many lines are dropped.
  @discardableResult
  mutating func flush() -> Int {
    if lines.isEmpty { return 0 }
    // Taken out of self, so that it and the lines can be used together.
    var output = output
    let written = output.write(lines.bytes)
    self.output = output
    lines.consume(written)
    var dropped = 0
    for index in lines.bytes.indices where lines.bytes[index] == UInt8(ascii: "\n") { dropped += 1 }
    lines.removeAll()
    return dropped
  }
}
