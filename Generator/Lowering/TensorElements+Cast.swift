// Conversions of constants, by the rules of the kernels of the same name.
extension TensorElements {
  // Nil where the elements are no numbers.
  func converted(to target: ElementType) -> TensorElements? {
    switch self {
    case .floats(let values): Self.convert(values, to: target)
    case .doubles(let values): Self.convert(values, to: target)
    case .int64s(let values): Self.convert(values, to: target)
    case .int32s(let values): Self.convert(values, to: target)
    case .bools(let values): Self.convert(values.map { Int32($0 ? 1 : 0) }, to: target)
    case .strings, .other: nil
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
    case .index: nil
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
    case .index: nil
    }
  }
}
