// A constant of the graph: its name, its shape, and its elements, as many as the shape says.
struct TensorProto: Equatable {
  var name = ""
  var dimensions: [Int64] = []
  var elements = TensorElements.other(dataType: 0, count: 0)

  init(_ message: ProtobufReader) throws(DamagedFile) {
    var reader = message
    var data = TypedData()
    var dataType: Int32 = 0
    var dataOffset = 0
    var raw: [UInt8]?
    while let field = try reader.next() {
      if (4...11).contains(field.number), field.number != 8 { dataOffset = field.offset }
      switch field.number {
      case 1: try reader.append(field, to: &dimensions)
      case 2: dataType = try reader.int32(field)
      case 8: name = try reader.string(field)
      case 9: raw = try reader.data(field)
      case 13, 14:
        guard field.number == 14, try reader.int32(field) == 0 else {
          throw DamagedFile(offset: field.offset, reason: "tensor '\(name)' has its data in another file")
        }
      default: try data.append(field, of: &reader)
      }
    }

    var count: Int64 = 1
    for dimension in dimensions {
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
      guard dimension >= 0, !overflow else {
        throw DamagedFile(offset: dataOffset, reason: "tensor '\(name)' has the shape \(dimensions)")
      }
      count = product
    }
    let found =
      raw == nil ? data.elements(dataType) : data.isEmpty ? TensorElements(raw: raw!, dataType: dataType) : nil
    guard let found else {
      throw DamagedFile(offset: dataOffset, reason: "tensor '\(name)' has data that does not fit its type")
    }
    guard Int64(found.count) == count else {
      throw DamagedFile(
        offset: dataOffset,
        reason: "tensor '\(name)' has \(found.count) elements, its shape \(dimensions) has \(count)")
    }
    elements = found
  }
}

// What came in the fields that hold elements of one kind each.
private struct TypedData {
  private var floats: [Float] = []
  private var doubles: [Double] = []
  // Of all types of 32 bits and less.
  private var int32s: [Int64] = []
  private var int64s: [Int64] = []
  private var uint64s: [Int64] = []
  private var strings: [[UInt8]] = []

  private var counts: [Int] {
    [floats.count, doubles.count, int32s.count, int64s.count, uint64s.count, strings.count]
  }

  var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  mutating func append(_ field: ProtobufReader.Field, of reader: inout ProtobufReader) throws(DamagedFile) {
    switch field.number {
    case 4: try reader.append(field, to: &floats)
    case 5: try reader.append(field, to: &int32s)
    case 6: strings.append(try reader.data(field))
    case 7: try reader.append(field, to: &int64s)
    case 10: try reader.append(field, to: &doubles)
    case 11: try reader.append(field, to: &uint64s)
    default: try reader.skip(field)
    }
  }

  // Nil where there is data of another type, or an element that does not fit.
  func elements(_ dataType: Int32) -> TensorElements? {
    let found: TensorElements
    switch dataType {
    case 1: found = .floats(floats)
    case 2:
      let values = int32s.compactMap { UInt8(exactly: $0) }
      guard values.count == int32s.count else { return nil }
      found = .uint8s(values)
    case 6:
      let values = int32s.compactMap { Int32(exactly: $0) }
      guard values.count == int32s.count else { return nil }
      found = .int32s(values)
    case 7: found = .int64s(int64s)
    case 8: found = .strings(strings)
    case 9: found = .bools(int32s.map { $0 != 0 })
    case 11: found = .doubles(doubles)
    default: return .other(dataType: dataType, count: counts.reduce(0, +))
    }
    return counts.reduce(0, +) == found.count ? found : nil
  }
}
