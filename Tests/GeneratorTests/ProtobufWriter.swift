// Writes protobuf messages, as far as tests need them.
struct ProtobufWriter {
  private(set) var bytes: [UInt8] = []

  static func message(_ body: (inout ProtobufWriter) -> Void) -> [UInt8] {
    var writer = ProtobufWriter()
    body(&writer)
    return writer.bytes
  }

  mutating func int(_ field: Int, _ value: Int64) {
    varint(UInt64(field << 3))
    varint(UInt64(bitPattern: value))
  }

  mutating func float(_ field: Int, _ value: Float) {
    varint(UInt64(field << 3 | 5))
    fixed(value)
  }

  mutating func data(_ field: Int, _ value: [UInt8]) {
    varint(UInt64(field << 3 | 2))
    varint(UInt64(value.count))
    bytes += value
  }

  mutating func string(_ field: Int, _ value: String) {
    data(field, Array(value.utf8))
  }

  mutating func message(_ field: Int, _ body: (inout ProtobufWriter) -> Void) {
    data(field, Self.message(body))
  }

  mutating func floats(_ field: Int, _ values: [Float]) {
    message(field) { writer in values.forEach { writer.fixed($0) } }
  }

  mutating func ints(_ field: Int, _ values: [Int64]) {
    message(field) { writer in values.forEach { writer.varint(UInt64(bitPattern: $0)) } }
  }

  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func fixed(_ value: Float) {
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
  }
}
