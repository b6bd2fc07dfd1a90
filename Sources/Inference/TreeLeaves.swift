import Lanes

/// The leaves that a row arrives at, one a tree.
/// 行が各決定木で到達する葉。
///
/// A node is eight digits: the slot of a feature, two of how many nodes further the next one is where the feature is greater
/// than the threshold, five of that. Otherwise the next node follows at once. A leaf is a node that leads to itself: the last
/// slot, no nodes further, and a value in place of the threshold.
///
/// - Parameters:
///   - keys: Shape [slots + 1, at most 128], of `treeKeys`.
///   - nodes: Shape [nodes, 8].
///   - roots: Shape [trees, 8]: where each tree starts in `nodes`, in the upper five digits.
///   - leaves: Shape [trees], a multiple of 8: the values of the leaves.
public func treeLeaves(
  _ keys: Span<Int>, nodes: borrowing PackedText, roots: borrowing PackedText, into leaves: consuming MutableSpan<Int>
) {
  descend(Node.self, keys, nodes, roots, into: &leaves)
}

/// The same of trees that are too large for it, or of too many slots.
/// 上の形式に収まらない大きさの木、または多すぎるスロットに対する同じ処理。
///
/// A node is twelve digits: three of the slot, five of the threshold, four of how many nodes further.
///
/// - Parameters: As of `treeLeaves`, but for the number of slots.
public func wideTreeLeaves(
  _ keys: Span<Int>, nodes: borrowing PackedText, roots: borrowing PackedText, into leaves: consuming MutableSpan<Int>
) {
  descend(WideNode.self, keys, nodes, roots, into: &leaves)
}

private protocol NodeForm {
  // How many bytes it is to the next node; none from a leaf.
  static func step(from place: Int, _ keys: Span<Int>, _ nodes: borrowing PackedText) -> Int
}

private enum Node: NodeForm {
  @inline(__always)
  static func step(from place: Int, _ keys: Span<Int>, _ nodes: borrowing PackedText) -> Int {
    let node = nodes.digits(at: place)
    let further = node >> 5 & 0x7f << 3 | node >> 6 & 0x7f << 10
    return choice(of: further, ifLess: node, than: keys[node & 0x7f], else: 8)
  }
}

private enum WideNode: NodeForm {
  @inline(__always)
  static func step(from place: Int, _ keys: Span<Int>, _ nodes: borrowing PackedText) -> Int {
    let node = nodes.digits(at: place)
    let slot = node & 0x7f | node >> 1 & 0x7f << 7 | node >> 2 & 0x7f << 14
    // The upper four of the eight digits that end the node.
    let end = nodes.digits(at: place &+ 4)
    let further = end >> 32 & 0x7f | end >> 33 & 0x7f << 7 | end >> 34 & 0x7f << 14 | end >> 35 & 0x7f << 21
    return choice(of: further &* 12, ifLess: node, than: keys[slot], else: 12)
  }
}

// Not a branch, which the processor would have to guess. Neither number is negative: all bits of the sign are the answer.
@inline(__always)
private func choice(of first: Int, ifLess a: Int, than b: Int, else second: Int) -> Int {
  second &+ ((first &- second) & (a &- b) >> 63)
}

// Eight trees side by side until all have arrived at a leaf, so that the processor need not wait for one load after the
// other. Their places are no array, for they are to stay in registers.
@inline(__always)
private func descend<Form: NodeForm>(
  _ form: Form.Type, _ keys: Span<Int>, _ nodes: borrowing PackedText, _ roots: borrowing PackedText,
  into leaves: inout MutableSpan<Int>
) {
  for first in stride(from: 0, to: leaves.count, by: 8) {
    var (a, b) = (roots.root(first), roots.root(first + 1))
    var (c, d) = (roots.root(first + 2), roots.root(first + 3))
    var (e, f) = (roots.root(first + 4), roots.root(first + 5))
    var (g, h) = (roots.root(first + 6), roots.root(first + 7))
    var moved = 1
    while moved != 0 {
      moved = 0
      move(&a, &moved, form, keys, nodes)
      move(&b, &moved, form, keys, nodes)
      move(&c, &moved, form, keys, nodes)
      move(&d, &moved, form, keys, nodes)
      move(&e, &moved, form, keys, nodes)
      move(&f, &moved, form, keys, nodes)
      move(&g, &moved, form, keys, nodes)
      move(&h, &moved, form, keys, nodes)
    }
    (leaves[first], leaves[first + 1]) = (nodes.value(a), nodes.value(b))
    (leaves[first + 2], leaves[first + 3]) = (nodes.value(c), nodes.value(d))
    (leaves[first + 4], leaves[first + 5]) = (nodes.value(e), nodes.value(f))
    (leaves[first + 6], leaves[first + 7]) = (nodes.value(g), nodes.value(h))
  }
}

@inline(__always)
private func move<Form: NodeForm>(
  _ place: inout Int, _ moved: inout Int, _ form: Form.Type, _ keys: Span<Int>, _ nodes: borrowing PackedText
) {
  let step = form.step(from: place, keys, nodes)
  place &+= step
  moved |= step
}

extension PackedText {
  @inline(__always)
  fileprivate borrowing func root(_ tree: Int) -> Int { value(tree * 8) }

  // What the upper five of eight digits say.
  @inline(__always)
  fileprivate borrowing func value(_ place: Int) -> Int { Int(word(ofHighDigitsAt: place)) }
}
