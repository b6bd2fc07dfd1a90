// The elements of a constant tensor, in row-major order.
enum TensorElements: Equatable {
  case floats([Float])
  case doubles([Double])
  case int64s([Int64])
  case int32s([Int32])
  case bools([Bool])
  case uint8s([UInt8])
  // Texts are kept as bytes: ONNX does not promise them to be UTF-8.
  case strings([[UInt8]])
  // Of a TensorProto.DataType that no operator here takes.
  case other(dataType: Int32, count: Int)

  var count: Int {
    switch self {
    case .floats(let values): values.count
    case .doubles(let values): values.count
    case .int64s(let values): values.count
    case .int32s(let values): values.count
    case .bools(let values): values.count
    case .uint8s(let values): values.count
    case .strings(let values): values.count
    case .other(_, let count): count
    }
  }

  // The bytes of `raw_data`, the lowest of an element first; nil unless they are whole elements.
  init?(raw bytes: [UInt8], dataType: Int32) {
    guard let size = Self.rawSize(dataType), bytes.count % size == 0 else { return nil }
    switch dataType {
    case 1: self = .floats(Self.words(bytes).map(Float.init(bitPattern:)))
    case 2: self = .uint8s(bytes)
    case 6: self = .int32s(Self.words(bytes).map(Int32.init(bitPattern:)))
    case 7: self = .int64s(Self.words(bytes).map(Int64.init(bitPattern:)))
    case 9: self = .bools(bytes.map { $0 != 0 })
    case 11: self = .doubles(Self.words(bytes).map(Double.init(bitPattern:)))
    default: self = .other(dataType: dataType, count: bytes.count / size)
    }
  }

  private static func words<Word: FixedWidthInteger>(_ bytes: [UInt8]) -> [Word] {
    stride(from: 0, to: bytes.count, by: Word.bitWidth / 8).map { start in
      bytes[start..<start + Word.bitWidth / 8].reversed().reduce(0) { $0 << 8 | Word($1) }
    }
  }

  // Bytes an element takes in `raw_data`, for the types with whole bytes.
  private static func rawSize(_ dataType: Int32) -> Int? {
    switch dataType {
    case 2, 3, 9: 1
    case 4, 5, 10, 16: 2
    case 1, 6, 12: 4
    case 7, 11, 13, 14: 8
    case 15: 16
    default: nil
    }
  }
}
