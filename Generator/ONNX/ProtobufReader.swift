// A cursor over one protobuf message. Nested messages are read by a cursor of their own over the same bytes, so every
// error names the offset in the file.
struct ProtobufReader {
  struct Field {
    var number: Int
    var wireType: UInt64
    var offset: Int
  }

  private static let greatestDepth = 16

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private let depth: Int

  init(_ bytes: [UInt8]) {
    self.init(bytes: bytes, position: 0, end: bytes.count, depth: 0)
  }

  private init(bytes: [UInt8], position: Int, end: Int, depth: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
    self.depth = depth
  }

  // The next field's tag, or nil at the end of the message.
  mutating func next() throws(DamagedFile) -> Field? {
    guard position < end else { return nil }
    let offset = position
    let tag = try varint()
    guard tag >> 3 >= 1, tag >> 3 < 1 << 29 else {
      throw DamagedFile(offset: offset, reason: "field number \(tag >> 3)")
    }
    return Field(number: Int(tag >> 3), wireType: tag & 7, offset: offset)
  }

  // Passes over a field nothing here reads.
  mutating func skip(_ field: Field) throws(DamagedFile) {
    switch field.wireType {
    case 0: _ = try varint()
    case 1: try advance(8)
    case 2: _ = try range()
    case 5: try advance(4)
    case 3, 4: throw DamagedFile(offset: field.offset, reason: "field \(field.number) is a group")
    default: throw DamagedFile(offset: field.offset, reason: "field \(field.number) has wire type \(field.wireType)")
    }
  }

  mutating func int64(_ field: Field) throws(DamagedFile) -> Int64 {
    try expect(0, field)
    return Int64(bitPattern: try varint())
  }

  // Enumerations and sizes: what does not fit 32 bits is cut by protobuf, which nobody means.
  mutating func int32(_ field: Field) throws(DamagedFile) -> Int32 {
    let value = try int64(field)
    guard let narrow = Int32(exactly: value) else {
      throw DamagedFile(offset: field.offset, reason: "field \(field.number) is \(value), beyond 32 bits")
    }
    return narrow
  }

  mutating func float(_ field: Field) throws(DamagedFile) -> Float {
    try expect(5, field)
    return Float(bitPattern: try fixed())
  }

  mutating func data(_ field: Field) throws(DamagedFile) -> [UInt8] {
    try expect(2, field)
    return Array(bytes[try range()])
  }

  mutating func string(_ field: Field) throws(DamagedFile) -> String {
    guard let text = String(validating: try data(field), as: UTF8.self) else {
      throw DamagedFile(offset: field.offset, reason: "field \(field.number) is not UTF-8")
    }
    return text
  }

  mutating func message(_ field: Field) throws(DamagedFile) -> ProtobufReader {
    try expect(2, field)
    guard depth < Self.greatestDepth else {
      throw DamagedFile(offset: field.offset, reason: "messages are nested too deep")
    }
    let range = try range()
    return ProtobufReader(bytes: bytes, position: range.lowerBound, end: range.upperBound, depth: depth + 1)
  }

  // Repeated numbers come packed or one by one, and may come in several parts.

  mutating func append(_ field: Field, to values: inout [Int64]) throws(DamagedFile) {
    guard field.wireType == 2 else {
      values.append(try int64(field))
      return
    }
    var packed = try message(field)
    while packed.position < packed.end {
      values.append(Int64(bitPattern: try packed.varint()))
    }
  }

  mutating func append(_ field: Field, to values: inout [Float]) throws(DamagedFile) {
    guard field.wireType == 2 else {
      values.append(try float(field))
      return
    }
    var packed = try message(field)
    while packed.position < packed.end {
      values.append(Float(bitPattern: try packed.fixed()))
    }
  }

  mutating func append(_ field: Field, to values: inout [Double]) throws(DamagedFile) {
    guard field.wireType == 2 else {
      try expect(1, field)
      values.append(Double(bitPattern: try fixed()))
      return
    }
    var packed = try message(field)
    while packed.position < packed.end {
      values.append(Double(bitPattern: try packed.fixed()))
    }
  }

  private func expect(_ wireType: UInt64, _ field: Field) throws(DamagedFile) {
    guard field.wireType == wireType else {
      throw DamagedFile(
        offset: field.offset, reason: "field \(field.number) has wire type \(field.wireType), expected \(wireType)")
    }
  }

  private mutating func varint() throws(DamagedFile) -> UInt64 {
    let start = position
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 70, by: 7) {
      guard position < end else { throw DamagedFile(offset: position, reason: "the bytes end in a number") }
      let byte = bytes[position]
      position += 1
      // The tenth byte has one bit left to give.
      guard shift < 63 || byte <= 1 else { break }
      value |= UInt64(byte & 0x7f) << UInt64(shift)
      if byte < 0x80 {
        guard byte != 0 || shift == 0 else {
          throw DamagedFile(offset: start, reason: "a number is written with more bytes than it needs")
        }
        return value
      }
    }
    throw DamagedFile(offset: start, reason: "a number does not fit 64 bits")
  }

  private mutating func fixed<Bits: FixedWidthInteger>() throws(DamagedFile) -> Bits {
    let start = position
    try advance(Bits.bitWidth / 8)
    return bytes[start..<position].reversed().reduce(0) { $0 << 8 | Bits($1) }
  }

  private mutating func range() throws(DamagedFile) -> Range<Int> {
    let start = position
    let length = try varint()
    guard length <= UInt64(end - position) else {
      throw DamagedFile(offset: start, reason: "a length of \(length), with \(end - position) bytes left")
    }
    let first = position
    position += Int(length)
    return first..<position
  }

  private mutating func advance(_ count: Int) throws(DamagedFile) {
    guard count <= end - position else {
      throw DamagedFile(offset: position, reason: "the bytes end in a number of \(count) bytes")
    }
    position += count
  }
}
