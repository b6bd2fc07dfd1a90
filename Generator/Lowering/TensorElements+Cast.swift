extension TensorElements {
  // One behind the other; nil where they are of different types.
  static func joined(_ parts: [TensorElements]) -> TensorElements? {
    var result = parts[0]
    for part in parts.dropFirst() {
      switch (result, part) {
      case (.floats(let a), .floats(let b)): result = .floats(a + b)
      case (.doubles(let a), .doubles(let b)): result = .doubles(a + b)
      case (.int64s(let a), .int64s(let b)): result = .int64s(a + b)
      case (.int32s(let a), .int32s(let b)): result = .int32s(a + b)
      case (.bools(let a), .bools(let b)): result = .bools(a + b)
      case (.strings(let a), .strings(let b)): result = .strings(a + b)
      default: return nil
      }
    }
    return result
  }
}

// Conversions of constants, by the rules of the kernels of the same name.
extension TensorElements {
  // Nil where the elements are no numbers, or of a type that constants have not.
  func converted(to target: ElementType) -> TensorElements? {
    switch self {
    case .floats(let values): Self.convert(values, to: target)
    case .doubles(let values): Self.convert(values, to: target)
    case .int64s(let values): Self.convert(values, to: target)
    case .int32s(let values): Self.convert(values, to: target)
    case .bools(let values): Self.convert(values.map { Int32($0 ? 1 : 0) }, to: target)
    case .strings, .uint8s, .other: nil
    }
  }

  private static func convert<Source: BinaryFloatingPoint>(
    _ values: [Source], to target: ElementType
  ) -> TensorElements? {
    switch target {
    case .float: .floats(values.map { Float($0) })
    case .double: .doubles(values.map { Double($0) })
    case .int64: .int64s(values.map { Int64(exactly: Double($0).rounded(.towardZero)) ?? .min })
    case .int32: .int32s(values.map { Int32(exactly: Double($0).rounded(.towardZero)) ?? .min })
    case .bool: .bools(values.map { $0 != 0 })
    case .index, .half, .int8, .uint8, .int16, .uint16, .uint64: nil
    }
  }

  private static func convert<Source: FixedWidthInteger>(_ values: [Source], to target: ElementType) -> TensorElements?
  {
    switch target {
    case .float: .floats(values.map { Float($0) })
    case .double: .doubles(values.map { Double($0) })
    case .int64: .int64s(values.map { Int64(truncatingIfNeeded: $0) })
    case .int32: .int32s(values.map { Int32(truncatingIfNeeded: $0) })
    case .bool: .bools(values.map { $0 != 0 })
    case .index, .half, .int8, .uint8, .int16, .uint16, .uint64: nil
    }
  }
}
