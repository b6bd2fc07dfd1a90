/// An array whose elements stand in a text, for kernels that read a constant in no fixed order.
/// テキストに収められた要素からなる配列（定数を決まった順に読まないカーネルのためのもの）。
///
/// A literal of as many elements would take the compiler minutes.
///
/// - Parameters:
///   - text: The bytes of the elements, in whole vectors, as `PackedLanes` reads them.
///   - count: The number of elements.
public func unpacked<Element: BitwiseCopyable>(_ text: StaticString, count: Int) -> [Element] {
  unpacked(PackedText(text), count: count)
}

func unpacked<Element: BitwiseCopyable>(_ text: borrowing PackedText, count: Int) -> [Element] {
  var lanes = PackedLanes(text)
  let vector = MemoryLayout<SIMD8<Float>>.size / MemoryLayout<Element>.stride
  return unsafe Array(unsafeUninitializedCapacity: (count + vector - 1) / vector * vector) { elements, initialized in
    // Every vector that is stored lies within the capacity, and the generator packed elements of this very type.
    let bytes = UnsafeMutableRawBufferPointer(elements)
    for start in stride(from: 0, to: bytes.count, by: 32) {
      unsafe bytes.storeBytes(of: lanes.next(), toByteOffset: start, as: SIMD8<Float>.self)
    }
    initialized = count
  }
}
