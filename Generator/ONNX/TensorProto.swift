// A constant of the graph: its name and shape, with the size of its data checked against them.
struct TensorProto: Equatable {
  var name = ""
  var dimensions: [Int64] = []
  var dataType: Int32 = 0

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    var dataOffset = 0
    var rawCount: Int?
    var strings = 0
    var floats: [Float] = []
    var doubles: [Double] = []
    var int32s: [Int64] = []
    var int64s: [Int64] = []
    var uint64s: [Int64] = []
    while let field = try reader.next() {
      if (4...11).contains(field.number), field.number != 8 { dataOffset = field.offset }
      switch field.number {
      case 1: try reader.append(field, to: &dimensions)
      case 2: dataType = try reader.int32(field)
      case 4: try reader.append(field, to: &floats)
      case 5: try reader.append(field, to: &int32s)
      case 6:
        _ = try reader.data(field)
        strings += 1
      case 7: try reader.append(field, to: &int64s)
      case 8: name = try reader.string(field)
      case 9: rawCount = try reader.data(field).count
      case 10: try reader.append(field, to: &doubles)
      case 11: try reader.append(field, to: &uint64s)
      case 13, 14:
        guard field.number == 14, try reader.int32(field) == 0 else {
          throw DamagedFile(offset: field.offset, reason: "tensor '\(name)' has its data in another file")
        }
      default: try reader.skip(field)
      }
    }

    var elements: Int64 = 1
    for dimension in dimensions {
      let (product, overflow) = elements.multipliedReportingOverflow(by: dimension)
      guard dimension >= 0, !overflow else {
        throw DamagedFile(offset: dataOffset, reason: "tensor '\(name)' has the shape \(dimensions)")
      }
      elements = product
    }
    let typed = [floats.count, doubles.count, int32s.count, int64s.count, uint64s.count, strings]
    let found: Int
    if let rawCount, let size = Self.elementSize(dataType) {
      guard rawCount % size == 0, typed.allSatisfy({ $0 == 0 }) else {
        throw DamagedFile(offset: dataOffset, reason: "tensor '\(name)' has data that does not fit its type")
      }
      found = rawCount / size
    } else {
      found = typed.reduce(0, +)
    }
    guard Int64(found) == elements else {
      throw DamagedFile(
        offset: dataOffset, reason: "tensor '\(name)' has \(found) elements, its shape \(dimensions) has \(elements)")
    }
  }

  // Bytes an element takes in `raw_data`, for the types of TensorProto.DataType with whole bytes.
  private static func elementSize(_ dataType: Int32) -> Int? {
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
