// Trees as the kernels read them: every node a fixed number of digits, a node's lesser child behind it.
struct PackedTrees {
  let element: ElementType
  // Twice a feature, plus 1 where its NaN counts as less than any number.
  let slots: [Int]
  let nodes: PackedText
  // Where each tree starts in `nodes`; padded to a multiple of `lanes`.
  let roots: PackedText
  // Of trees of double precision, the thresholds of each slot in ascending order, of which nodes have the places, and where
  // those of each slot start.
  let thresholds: [Double]
  let starts: [Int]
  // Whether the nodes are of the wide form.
  let isWide: Bool

  // How many trees are descended side by side.
  static let lanes = 8

  // The values of leaves are bits of a float, or places in a table.
  init(_ ensemble: TreeEnsemble, valueOfLeaf: ([TreeEnsemble.Weight]) -> UInt32) {
    element = ensemble.element
    let slots = Set(ensemble.trees.joined().compactMap(Self.slot)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    let orders = ensemble.trees.map { tree in
      guard let order = TreeOrder(tree) else { fatalError("trees whose nodes have several parents are checked before") }
      return order
    }
    let furthest = orders.flatMap(\.further).max() ?? 0
    isWide = slots.count > 0x7f || furthest > 0x3fff
    let sorted = ensemble.element == .double ? Self.thresholds(ensemble, slots: slots.count, numbers) : []
    (thresholds, starts) = (sorted.flatMap(\.self), sorted.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })

    var nodes = PackedText()
    var roots = PackedText()
    func appendNode(slot: Int, further: Int, value: UInt32, isWide: Bool) {
      nodes.append(slot, digits: isWide ? 3 : 1)
      if !isWide { nodes.append(further, digits: 2) }
      nodes.append(Int(value), digits: 5)
      if isWide { nodes.append(further, digits: 4) }
    }
    for (tree, order) in zip(ensemble.trees, orders) {
      roots.append(nodes.bytes.count << 21, digits: 8)
      for (place, index) in order.nodes.enumerated() {
        switch tree[index] {
        case .leaf(let weights):
          appendNode(slot: slots.count, further: 0, value: valueOfLeaf(weights), isWide: isWide)
        case .branch(let branch):
          let slot = numbers[Self.slot(branch)]!
          appendNode(
            slot: slot, further: order.further[place],
            value: element == .float
              ? Self.order(Float(branch.threshold)) : Self.place(branch.threshold, in: sorted[slot]),
            isWide: isWide)
        }
      }
    }
    roots.pad(toMultipleOf: 8 * Self.lanes, with: 8)
    (self.slots, self.nodes, self.roots) = (slots, nodes, roots)
  }

  // The different thresholds of every slot; both zeros are one.
  private static func thresholds(_ ensemble: TreeEnsemble, slots: Int, _ numbers: [Int: Int]) -> [[Double]] {
    var found = Array(repeating: Set<Double>(), count: slots)
    for case .branch(let branch) in ensemble.trees.joined() {
      found[numbers[slot(branch)]!].insert(branch.threshold + 0)
    }
    return found.map { $0.sorted() }
  }

  private static func place(_ threshold: Double, in sorted: [Double]) -> UInt32 {
    var (place, end) = (0, sorted.count)
    while place < end {
      let middle = (place + end) / 2
      if sorted[middle] < threshold { place = middle + 1 } else { end = middle }
    }
    return UInt32(place)
  }

  private static func slot(_ branch: TreeEnsemble.Branch) -> Int {
    branch.feature * 2 + (branch.missingIsAtMost ? 1 : 0)
  }

  private static func slot(_ node: TreeEnsemble.Node) -> Int? {
    if case .branch(let branch) = node { slot(branch) } else { nil }
  }

  // An integer in whose order the floats are; both zeros are one.
  private static func order(_ value: Float) -> UInt32 {
    let bits = (value + 0).bitPattern
    return bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
  }
}
