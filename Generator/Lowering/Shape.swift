// Arithmetic of shapes, in row-major order. Shapes are of tensors that exist, so their products do not overflow.
enum Shape {
  static func count(_ shape: [Int]) -> Int { shape.reduce(1, *) }

  // The same for a shape that a file asks for; nil for one that no tensor can have.
  static func checkedCount(_ shape: [Int]) -> Int? {
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflow, product <= greatestCount else { return nil }
      count = product
    }
    return count
  }

  // Elements of a tensor; scratch is far less.
  static let greatestCount = 1 << 28

  // How far apart neighbours along each dimension lie.
  static func strides(_ shape: [Int]) -> [Int] {
    var strides = Array(repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
    return strides
  }

  // Where the elements of a tensor of this shape stand that is walked with other strides, from a start.
  static func positions(_ shape: [Int], strides: [Int], start: Int = 0) -> [Int] {
    var positions = [start]
    for (size, stride) in zip(shape, strides) {
      positions = positions.flatMap { first in (0..<size).map { first + $0 * stride } }
    }
    return positions
  }

  // The shape that two are broadcast to (onnx/docs/Broadcasting.md); nil where they do not fit.
  static func broadcast(_ a: [Int], _ b: [Int]) -> [Int]? {
    let rank = max(a.count, b.count)
    let (a, b) = (padded(a, to: rank), padded(b, to: rank))
    var shape: [Int] = []
    for (x, y) in zip(a, b) {
      guard x == y || x == 1 || y == 1 else { return nil }
      shape.append(x == 1 ? y : x)
    }
    return shape
  }

  // Where each element of the shape that one is broadcast to comes from.
  static func broadcastPositions(_ shape: [Int], to target: [Int]) -> [Int] {
    let own = padded(shape, to: target.count)
    let strides = zip(own, strides(own)).map { $0 == 1 ? 0 : $1 }
    return positions(target, strides: strides)
  }

  // Whether a shape is one number along the last dimension along which it or another is more, of the dimensions that both
  // have: ONNX Runtime then takes its element out of the loop, and does some things in another order. Where both are one
  // number along all of them, it is up to the operator.
  static func isScalar(_ shape: [Int], along other: [Int], orBoth: Bool = false) -> Bool {
    let common = max(1, min(shape.count, other.count))
    let sizes = zip(padded(shape, to: common).suffix(common), padded(other, to: common).suffix(common))
    return sizes.reversed().first { $0 != (1, 1) }.map { $0.0 == 1 } ?? orBoth
  }

  // The number of elements that ONNX Runtime computes in one loop: those of the last dimensions along which the same operands
  // are repeated.
  static func span(_ a: [Int], _ b: [Int]) -> Int {
    let rank = max(1, a.count, b.count)
    let common = max(1, min(a.count, b.count))
    var span = 1
    var first: (Bool, Bool)?
    for (place, (x, y)) in zip(padded(a, to: rank), padded(b, to: rank)).reversed().enumerated() {
      if x == 1, y == 1, place < common, place + 1 < common || first != nil { continue }
      let repeated = (x > 1, y > 1)
      guard first ?? repeated == repeated else { break }
      first = repeated
      span *= max(x, y)
    }
    return span
  }

  // The axis that a number between -rank and rank - 1 means; nil for any other.
  static func axis(_ number: Int64, rank: Int) -> Int? {
    guard number >= -rank, number < rank else { return nil }
    return Int(number) + (number < 0 ? rank : 0)
  }

  private static func padded(_ shape: [Int], to rank: Int) -> [Int] {
    Array(repeating: 1, count: max(0, rank - shape.count)) + shape
  }
}
