/// The arrays and objects around a position, innermost last, one bit each.
struct Nesting {
  var depth: Int
  private var kinds: UInt64 = 0

  init(depth: Int) {
    self.depth = depth
  }

  var isInObject: Bool { kinds & 1 == 1 }

  mutating func push(isObject: Bool) -> Bool {
    guard depth < JSONReader.maximumDepth else { return false }
    depth += 1
    kinds = kinds << 1 | (isObject ? 1 : 0)
    return true
  }

  mutating func pop() {
    depth -= 1
    kinds >>= 1
  }
}
