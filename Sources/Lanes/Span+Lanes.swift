// Neighbouring elements of a span as one vector.
extension Span<Float> {
  /// The elements from an index on.
  /// 指定した位置からの要素。
  @inline(__always)
  public func lanes<Lanes: SIMD<Float> & BitwiseCopyable>(at index: Int, as type: Lanes.Type = Lanes.self) -> Lanes {
    // The load checks its bounds, and any bytes make floats.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index &* 4, as: Lanes.self)
  }
}

extension MutableSpan<Float> {
  /// Replaces the elements from an index on.
  /// 指定した位置からの要素を置き換える。
  @inline(__always)
  public mutating func set<Lanes: SIMD<Float> & BitwiseCopyable>(_ lanes: Lanes, at index: Int) {
    // The store checks its bounds, and any bytes make floats again.
    var bytes = unsafe mutableBytes
    bytes.storeBytes(of: lanes, toByteOffset: index &* 4, as: Lanes.self)
  }
}
