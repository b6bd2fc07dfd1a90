import Inference

extension JSONReader {
  /// A number as a feature of a type; nil where it is none.
  @inline(__always)
  func feature<Element: RowElement>(_ decimal: Decimal, _ type: NumberType) -> Element? {
    switch type {
    case .float32:
      let value = Float(decimal.double(in: bytes))
      return value.isFinite ? .holding(value) : nil
    case .float64:
      let value = decimal.double(in: bytes)
      return value.isFinite ? .holding(value) : nil
    case .int64:
      guard let value = decimal.integer(in: bytes) else { return nil }
      return .holding(value)
    case .int32:
      guard let value = decimal.integer(in: bytes), Int32(exactly: value) != nil else { return nil }
      return .holding(value)
    case .bool:
      guard let value = decimal.integer(in: bytes), value == 0 || value == 1 else { return nil }
      return .holding(value)
    }
  }

  /// Moves over `true` or `false`, the features of bool; nil where another type is wanted or neither begins here.
  @inline(__always)
  mutating func truth<Element: RowElement>(_ type: NumberType) throws(SyntaxError) -> Element? {
    guard type == .bool, byte == UInt8(ascii: "t") || byte == UInt8(ascii: "f") else { return nil }
    let isTrue = byte == UInt8(ascii: "t")
    try skipLiteral(isTrue ? "true" : "false")
    return .holding(isTrue ? 1 : 0 as Int64)
  }
}

extension NumberType {
  /// What a number has to be.
  var demand: StaticString {
    switch self {
    case .float32: "a finite float32"
    case .float64: "a finite float64"
    case .int64: "an integer of int64"
    case .int32: "an integer of int32"
    case .bool: "true, false, 0 or 1"
    }
  }
}
