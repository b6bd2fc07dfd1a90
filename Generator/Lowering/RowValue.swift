// A number of a row, of a feature's or score's type.
enum RowValue: Equatable {
  case float(Float)
  case double(Double)
  // Of int64, int32 and bool.
  case integer(Int64)

  // From the decimal text of a JSON number; nil for one that is none of the type.
  init?(decimal text: String, of type: ElementType) {
    switch type {
    case .float:
      // As the server reads it.
      guard let value = Double(text), Float(value).isFinite else { return nil }
      self = .float(Float(value))
    case .double:
      guard let value = Double(text), value.isFinite else { return nil }
      self = .double(value)
    default:
      guard let value = Int64(text) ?? Double(text).flatMap({ Int64(exactly: $0) }) else { return nil }
      self.init(value, of: type)
    }
  }

  // From what a vectors file has: floats in hexadecimal, which a double holds whatever their type is, and integers.
  init?(exactly value: Double, of type: ElementType) {
    switch type {
    case .float:
      guard value.isNaN || Double(Float(value)) == value else { return nil }
      self = .float(Float(value))
    case .double: self = .double(value)
    default: return nil
    }
  }

  init?(_ value: Int64, of type: ElementType) {
    switch type {
    case .int64: break
    case .int32: guard Int32(exactly: value) != nil else { return nil }
    case .bool: guard value == 0 || value == 1 else { return nil }
    default: return nil
    }
    self = .integer(value)
  }

  // As `RowElement` of the module Inference holds it.
  var word: UInt64 {
    switch self {
    case .float(let value): UInt64(value.bitPattern)
    case .double(let value): value.bitPattern
    case .integer(let value): UInt64(bitPattern: value)
    }
  }
}

extension Constant.Values {
  // Rows of features or of scores, in what those of the program are made of.
  static func row(_ values: [RowValue], as element: ElementType) -> Constant.Values {
    guard element == .float else { return .words(values.map(\.word)) }
    return .floats(values.compactMap { if case .float(let value) = $0 { value } else { nil } })
  }
}

extension ElementType {
  // As `NumberType` of the module Inference has it.
  var letter: String {
    switch self {
    case .float: "f"
    case .double: "d"
    case .int64: "l"
    case .int32: "i"
    case .bool: "b"
    default: fatalError("no type of inputs")
    }
  }
}
