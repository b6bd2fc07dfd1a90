import Bytes
import EventLoop
import HTTP
import JSON

// Pieces of log lines in one of the formats. What comes from outside is cut and quoted, so that no byte of it can end a field
// or a line.
struct LogText: ~Copyable {
  let format: LogFormat
  var buffer = ByteBuffer()

  // The longest value of a field, in bytes; what is beyond is cut.
  private static var valueLimit: Int { 256 }

  init(_ format: LogFormat) {
    self.format = format
  }

  // The beginning of a line, with a time of RFC 3339.
  mutating func begin(_ time: Span<UInt8>) {
    if format == .json { buffer.append("{\"time\":\"") }
    buffer.append(time)
  }

  // What stands between the time and the fields.
  @inline(never)
  mutating func append(_ level: LogLevel, _ message: StaticString) {
    buffer.append(format == .json ? "\",\"level\":\"" : " ")
    buffer.append(level.name)
    buffer.append(format == .json ? "\",\"msg\":\"" : " ")
    buffer.append(message)
    if format == .json { buffer.append(UInt8(ascii: "\"")) }
  }

  mutating func append(_ other: borrowing LogText) {
    buffer.append(other.buffer.bytes)
  }

  @inline(never)
  mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    buffer.append(decimal: value)
  }

  mutating func field(_ name: StaticString, _ value: StaticString) {
    field(name, value.bytes)
  }

  @inline(never)
  mutating func field(_ name: StaticString, _ value: Span<UInt8>) {
    key(name)
    JSONString.write(value.extracting(0..<min(value.count, Self.valueLimit)), to: &buffer)
  }

  // In seconds, from a number of nanoseconds, to the microsecond.
  mutating func field(_ name: StaticString, nanoseconds: UInt64) {
    let microseconds = Int(clamping: nanoseconds / 1000)
    field(name, microseconds / 1_000_000)
    buffer.append(upTo: 7) { text in
      text[0] = UInt8(ascii: ".")
      (microseconds % 1_000_000).write(digits: 6, into: &text, at: 1)
      return 7
    }
  }

  mutating func field(_ name: StaticString, _ address: PeerAddress) {
    key(name)
    buffer.append(UInt8(ascii: "\""))
    address.write(to: &buffer)
    buffer.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private mutating func key(_ name: StaticString) {
    if format == .json {
      buffer.append(",\"")
      buffer.append(name)
      buffer.append("\":")
    } else {
      buffer.append(UInt8(ascii: " "))
      buffer.append(name)
      buffer.append(UInt8(ascii: "="))
    }
  }

  mutating func end() {
    if format == .json { buffer.append(UInt8(ascii: "}")) }
    buffer.append(UInt8(ascii: "\n"))
  }
}
