import Testing

@testable import Generator

struct ProtobufReaderTests {
  // Bytes of a ModelProto, and what is wrong with them.
  static let damaged: [(name: String, bytes: [UInt8], offset: Int, reason: String)] = [
    ("truncated varint", [0x08, 0x80], 2, "the bytes end in a number"),
    ("overlong varint", [0x08, 0x81, 0x00], 1, "a number is written with more bytes than it needs"),
    ("varint of 65 bits", [0x08] + Array(repeating: 0xff, count: 9) + [0x02], 1, "a number does not fit 64 bits"),
    ("varint of 11 bytes", [0x08] + Array(repeating: 0xff, count: 11), 1, "a number does not fit 64 bits"),
    ("field number 0", [0x00, 0x00], 0, "field number 0"),
    ("field number of 30 bits", [0x80, 0x80, 0x80, 0x80, 0x10, 0x00], 0, "field number 536870912"),
    ("group", [0x0b, 0x0c], 0, "field 1 has wire type 3, expected 0"),
    ("unknown group", [0x1b, 0x01, 0x9b, 0x06], 0, "field 3 has wire type 3, expected 2"),
    ("skipped group", [0xf3, 0x07], 0, "field 126 is a group"),
    ("end of a group", [0xf4, 0x07], 0, "field 126 is a group"),
    ("wire type 6", [0xf6, 0x07], 0, "field 126 has wire type 6"),
    ("number for a string", [0x10, 0x01], 0, "field 2 has wire type 0, expected 2"),
    ("length past the end", [0x12, 0x05, 0x61], 1, "a length of 5, with 1 bytes left"),
    (
      "length of 64 bits", [0x12] + Array(repeating: 0xff, count: 9) + [0x01], 1,
      "a length of 18446744073709551615, with 0 bytes left"
    ),
    ("skipped fixed64 cut", [0xf1, 0x07, 0, 0, 0], 2, "the bytes end in a number of 8 bytes"),
    ("skipped fixed32 cut", [0xf5, 0x07, 0], 2, "the bytes end in a number of 4 bytes"),
    ("name that is not UTF-8", [0x12, 0x02, 0xc3, 0x28], 0, "field 2 is not UTF-8"),
    ("second graph", [0x3a, 0x00, 0x3a, 0x00], 2, "a second graph"),
    ("no graph", [0x08, 0x08], 2, "the file ends without a graph"),
    ("empty", [], 0, "the file ends without a graph"),
  ]

  @Test(arguments: damaged.indices)
  func rejectsDamage(_ index: Int) {
    let row = Self.damaged[index]
    #expect(throws: DamagedFile(offset: row.offset, reason: row.reason), "\(row.name)") {
      try ModelProto(decoding: row.bytes)
    }
  }

  @Test func skipsUnknownFields() throws {
    let unknown: [UInt8] = [
      0xf0, 0x07, 0x01, 0xf1, 0x07, 1, 2, 3, 4, 5, 6, 7, 8, 0xf2, 0x07, 0x01, 0x00, 0xf5, 0x07, 1, 2, 3, 4,
    ]
    let model = try ModelProto(decoding: unknown + [0x08, 0x0a, 0x3a, 0x00])
    #expect(model.irVersion == 10)
    #expect(model.graph?.nodes == [])
  }

  @Test func readsPackedAndSingleNumbersAlike() throws {
    let packed = ProtobufWriter.message {
      $0.string(1, "a")
      $0.floats(7, [1, -2])
      $0.int(20, 6)
    }
    let single = ProtobufWriter.message {
      $0.string(1, "a")
      $0.float(7, 1)
      $0.int(20, 6)
      $0.floats(7, [-2])
    }
    let attributes = try [packed, single].map { try AttributeProto(ProtobufReader($0)) }
    #expect(attributes[0].value == .floats([1, -2]))
    #expect(attributes[0] == attributes[1])
  }

  @Test func rejectsAttributeOfTwoTypes() {
    let bytes = ProtobufWriter.message {
      $0.string(1, "a")
      $0.ints(8, [1])
      $0.int(20, 6)
    }
    #expect(throws: DamagedFile(offset: 6, reason: "attribute 'a' holds values of another type than it states")) {
      try AttributeProto(ProtobufReader(bytes))
    }
  }

  @Test func boundsNesting() {
    // Sequences of sequences.
    var type: [UInt8] = []
    for _ in 0..<40 {
      let inner = ProtobufWriter.message { $0.data(1, type) }
      type = ProtobufWriter.message { $0.data(4, inner) }
    }
    #expect(throws: DamagedFile(offset: 0, reason: "messages are nested too deep")) {
      do throws(DamagedFile) {
        _ = try TypeProto(ProtobufReader(type))
      } catch {
        throw DamagedFile(offset: 0, reason: error.reason)
      }
    }
  }

  static let tensors: [(name: String, reason: String?, write: @Sendable (inout ProtobufWriter) -> Void)] = [
    ("typed data", nil, { ($0.ints(1, [2, 1]), $0.int(2, 1), $0.floats(4, [1, 2])).2 }),
    ("raw data", nil, { ($0.ints(1, [2]), $0.int(2, 11), $0.data(9, Array(repeating: 0, count: 16))).2 }),
    ("scalar", nil, { ($0.int(2, 7), $0.ints(7, [5])).1 }),
    (
      "too few", "tensor '' has 1 elements, its shape [2] has 2",
      { ($0.ints(1, [2]), $0.int(2, 1), $0.floats(4, [1])).2 }
    ),
    (
      "raw bytes cut", "tensor '' has data that does not fit its type",
      { ($0.ints(1, [2]), $0.int(2, 1), $0.data(9, [1, 2, 3, 4, 5, 6, 7])).2 }
    ),
    (
      "raw and typed", "tensor '' has data that does not fit its type",
      { ($0.ints(1, [1]), $0.int(2, 1), $0.floats(4, [1]), $0.data(9, [1, 2, 3, 4])).3 }
    ),
    (
      "floats for integers", "tensor '' has data that does not fit its type",
      { ($0.ints(1, [1]), $0.int(2, 7), $0.floats(4, [1])).2 }
    ),
    (
      "beyond int32", "tensor '' has data that does not fit its type",
      { ($0.ints(1, [1]), $0.int(2, 6), $0.ints(5, [1 << 31])).2 }
    ),
    ("negative size", "tensor '' has the shape [-1]", { ($0.ints(1, [-1]), $0.int(2, 1)).1 }),
    ("huge size", "tensor '' has the shape [4611686018427387904, 4]", { ($0.ints(1, [1 << 62, 4]), $0.int(2, 1)).1 }),
    ("external data", "tensor '' has its data in another file", { ($0.int(2, 1), $0.int(14, 1)).1 }),
    ("external location", "tensor '' has its data in another file", { ($0.int(2, 1), $0.data(13, [])).1 }),
  ]

  static let elements: [(name: String, elements: TensorElements, write: @Sendable (inout ProtobufWriter) -> Void)] = [
    ("float32", .floats([1, -0.5]), { ($0.int(2, 1), $0.floats(4, [1, -0.5])).1 }),
    ("float32, raw", .floats([1, -0.5]), { ($0.int(2, 1), $0.data(9, [0, 0, 0x80, 0x3F, 0, 0, 0, 0xBF])).1 }),
    ("int32", .int32s([7, -1]), { ($0.int(2, 6), $0.ints(5, [7, -1])).1 }),
    ("int32, raw", .int32s([7, -2]), { ($0.int(2, 6), $0.data(9, [7, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF])).1 }),
    ("int64", .int64s([7, -1]), { ($0.int(2, 7), $0.ints(7, [7, -1])).1 }),
    (
      "int64, raw", .int64s([1, -1]),
      { ($0.int(2, 7), $0.data(9, [1] + [0, 0, 0, 0, 0, 0, 0] + .init(repeating: 255, count: 8))).1 }
    ),
    ("bool", .bools([true, false]), { ($0.int(2, 9), $0.ints(5, [1, 0])).1 }),
    ("bool, raw", .bools([false, true]), { ($0.int(2, 9), $0.data(9, [0, 1])).1 }),
    (
      "float64, raw", .doubles([1, -2]),
      { ($0.int(2, 11), $0.data(9, [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0])).1 }
    ),
    ("strings", .strings([[0x61], []]), { ($0.int(2, 8), $0.string(6, "a"), $0.string(6, "")).2 }),
    ("float16", .other(dataType: 10, count: 2), { ($0.int(2, 10), $0.data(9, [0, 0, 0, 0])).1 }),
  ]

  @Test(arguments: elements.indices)
  func readsElements(_ index: Int) throws {
    let row = Self.elements[index]
    let bytes = ProtobufWriter.message {
      $0.ints(1, [2])
      row.write(&$0)
    }
    #expect(try TensorProto(ProtobufReader(bytes)).elements == row.elements, "\(row.name)")
  }

  @Test(arguments: tensors.indices)
  func checksTensorSizes(_ index: Int) {
    let row = Self.tensors[index]
    var reason: String?
    do throws(DamagedFile) {
      _ = try TensorProto(ProtobufReader(ProtobufWriter.message(row.write)))
    } catch {
      reason = error.reason
    }
    #expect(reason == row.reason, "\(row.name)")
  }
}
