// A shape whose neighbouring dimensions are one where both are reduced, or neither is.
struct MergedDimensions {
  // Which of them are reduced.
  enum Order {
    // Also of a tensor without dimensions.
    case all
    case first
    case last
    case middle
    // The first and the third of three.
    case outer
    case scattered
  }

  private(set) var sizes: [Int] = []
  let order: Order
  // The number of elements that are left.
  let resultCount: Int

  init(_ shape: [Int], reduced axes: Set<Int>) {
    var isReduced: [Bool] = []
    for (axis, size) in shape.enumerated() {
      if axes.contains(axis) == isReduced.last {
        sizes[sizes.count - 1] *= size
      } else {
        sizes.append(size)
        isReduced.append(axes.contains(axis))
      }
    }
    if shape.isEmpty { sizes = [1] }
    resultCount = zip(sizes, isReduced).reduce(1) { $1.1 ? $0 : $0 * $1.0 }
    switch isReduced {
    case [], [true]: order = .all
    case [true, false]: order = .first
    case [false, true]: order = .last
    case [false, true, false]: order = .middle
    case [true, false, true]: order = .outer
    default: order = .scattered
    }
  }

  // Whether ONNX Runtime has a loop for it, in the operators with loops by where the axes are.
  var hasLoop: Bool {
    switch order {
    case .all, .scattered: false
    case .last: true
    case .first: sizes[0] > 16 && max(sizes[0], sizes[1]) > 256
    case .middle: sizes[0] > 1
    case .outer: sizes[1] > 1
    }
  }
}
