import Inference

/// The data of an input behind the JSON text: its elements one after the other, the lowest byte first.
enum BinaryData {
  /// Stores the elements in the rows of `values`.
  ///
  /// - Parameter binary: A multiple of the type's size.
  static func read<Element: RowElement>(
    _ binary: Span<UInt8>, of type: NumberType, _ data: TensorData, _ number: Int,
    into values: inout MutableSpan<Element>
  ) throws(InferenceError) {
    var data = data
    for index in 0..<binary.count / type.size {
      guard let value: Element = element(binary, at: index * type.size, type) else {
        throw .unfit(type, InferencePlace(.input(number), .data, index / data.width, index % data.width))
      }
      data.append(value, into: &values)
    }
  }

  // Nil for what is no feature: an infinity, a NaN, a bool other than 0 and 1. Of each type there are as many bytes left as
  // it takes, and any of them make an integer of that size.
  @inline(__always)
  private static func element<Element: RowElement>(
    _ bytes: Span<UInt8>, at offset: Int, _ type: NumberType
  ) -> Element? {
    switch type {
    case .float32:
      let value = Float(bitPattern: load(bytes, offset))
      return value.isFinite ? .holding(value) : nil
    case .float64:
      let value = Double(bitPattern: load(bytes, offset))
      return value.isFinite ? .holding(value) : nil
    case .int64: return .holding(load(bytes, offset))
    case .int32: return .holding(Int64(load(bytes, offset) as Int32))
    case .bool:
      let value: UInt8 = load(bytes, offset)
      return value <= 1 ? .holding(Int64(value)) : nil
    }
  }

  @inline(__always)
  private static func load<Bits: FixedWidthInteger & BitwiseCopyable>(_ bytes: Span<UInt8>, _ offset: Int) -> Bits {
    // As many bytes are left, and any of them make an integer.
    Bits(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Bits.self))
  }
}
