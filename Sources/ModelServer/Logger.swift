import Bytes
import EventLoop
import HTTP

// Collects the log lines of a turn of the loop and writes them at its end.
struct Logger: ~Copyable {
  let level: LogLevel
  var clock = Clock.now()
  var lines: LogText
  // What a line says of the request's head, from its level on, for the next request with the same head. Empty, or of the head
  // that the service knows.
  var headText: LogText
  private var output = LogOutput()
  // The text of a time, and the time, in milliseconds.
  private var timeText = InlineArray<24, UInt8>(repeating: 0)
  private var time = -1

  init(level: LogLevel, format: LogFormat) {
    self.level = level
    lines = LogText(format)
    headText = LogText(format)
  }

  // To be called when another head than that before is known.
  mutating func forgetHead() {
    headText.buffer.removeAll()
  }

  func logs(_ line: LogLevel) -> Bool { line.rawValue >= level.rawValue }

  // Begins a line unless the logger's level is above the line's.
  mutating func starts(_ line: LogLevel, _ message: StaticString) -> Bool {
    guard logs(line) else { return false }
    begin()
    lines.append(line, message)
    return true
  }

  // Begins a line with the time, whose text is made once for a millisecond that has many lines.
  mutating func begin() {
    if clock.unix != time {
      time = clock.unix
      var text = timeText.mutableSpan
      Self.write(time, into: &text)
    }
    lines.begin(timeText.span)
  }

  // RFC 3339 with milliseconds.
  private static func write(_ unix: Int, into text: inout MutableSpan<UInt8>) {
    let date = CivilDate(seconds: unix / 1000)
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
    (unix % 1000).write(digits: 3, into: &text, at: 20)
    text[23] = 0x5A
  }

  // Writes what the standard output takes at once; what a full pipe does not take is dropped, so that a reader that stands
  // still cannot hold up requests. How many lines are dropped.
  @inline(never) @export(interface)
  @discardableResult
  mutating func flush() -> Int {
    if lines.buffer.isEmpty { return 0 }
    // Taken out of self, so that it and the lines can be used together.
    var output = output
    let written = output.write(lines.buffer.bytes)
    self.output = output
    lines.buffer.consume(written)
    var dropped = 0
    for index in lines.buffer.bytes.indices where lines.buffer.bytes[index] == UInt8(ascii: "\n") { dropped += 1 }
    lines.buffer.removeAll()
    return dropped
  }
}
