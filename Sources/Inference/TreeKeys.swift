import Lanes

// Ensembles of trees ask one thing only: whether a feature is at most a threshold. What else ONNX knows, the generator
// turns into that. Numbers are compared as the integers in whose order they are.

/// The features that trees compare, as keys in the order of their values.
/// 決定木が比較する特徴量を、値と同じ順序を持つ整数キーにする。
///
/// A NaN is greater than every threshold in one slot of a feature, and not in the other.
///
/// - Parameters:
///   - x: Shape [features].
///   - slots: Shape [slots]: twice the index of a feature, plus 1 where its NaN counts as less than any number.
///   - keys: Shape [slots + 1]. The last is greater than every threshold.
public func treeKeys(_ x: Span<Float>, slots: Span<Int>, into keys: consuming MutableSpan<Int>) {
  for slot in slots.indices {
    // The sum has one zero.
    let value = x[slots[slot] >> 1] + 0
    let bits = value.bitPattern
    let negative = UInt32(bitPattern: Int32(bitPattern: bits) >> 31)
    let order = value.isNaN ? (slots[slot] & 1 == 0 ? .max : 0) : bits ^ (negative | 0x8000_0000)
    keys[slot] = digits(order) << 24
  }
  keys[slots.count] = .max
}

/// The same in double precision: how many thresholds of the slot are less than the feature.
/// 倍精度での同じ処理。特徴量より小さいしきい値の数をキーとする。
///
/// - Parameters:
///   - x: Shape [features].
///   - slots: As of the one on floats.
///   - thresholds: Those of each slot in ascending order.
///   - starts: Shape [slots + 1]: where they start.
///   - keys: Shape [slots + 1]. The last is greater than every threshold.
public func treeKeys(
  _ x: Span<Double>, slots: Span<Int>, thresholds: Span<Double>, starts: Span<Int>,
  into keys: consuming MutableSpan<Int>
) {
  for slot in slots.indices {
    let value = x[slots[slot] >> 1]
    var (place, end) = (starts[slot], starts[slot + 1])
    while place < end {
      let middle = (place + end) / 2
      if thresholds[middle] < value { place = middle + 1 } else { end = middle }
    }
    let rank = value.isNaN ? (slots[slot] & 1 == 0 ? .max : 0) : UInt32(truncatingIfNeeded: place - starts[slot])
    keys[slot] = digits(rank) << 24
  }
  keys[slots.count] = .max
}

// A number as PackedText writes it, in five bytes.
private func digits(_ number: UInt32) -> Int {
  var digits = 0
  for digit in 0..<5 {
    digits |= (Int(number) << digit) & (0x7f << (8 * digit))
  }
  return digits
}
