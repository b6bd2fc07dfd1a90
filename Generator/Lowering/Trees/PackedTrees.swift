// Trees as the kernels read them: every node a fixed number of digits, a node's lesser child behind it.
struct PackedTrees {
  // Twice a feature, plus 1 where its NaN counts as less than any number.
  let slots: [Int]
  let nodes: PackedText
  // Where each tree starts in `nodes`; padded to a multiple of `lanes`.
  let roots: PackedText
  // Whether the nodes are of the wide form.
  let isWide: Bool

  // How many trees are descended side by side.
  static let lanes = 8

  // The values of leaves are bits of a float, or places in a table.
  init(_ ensemble: TreeEnsemble, valueOfLeaf: ([TreeEnsemble.Weight]) -> UInt32) {
    let slots = Set(ensemble.trees.joined().compactMap(Self.slot)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    let orders = ensemble.trees.map(Self.placed)
    let furthest = zip(ensemble.trees, orders).map(Self.furthest).max() ?? 0
    isWide = slots.count > 0x7f || furthest > 0x3fff

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
          appendNode(
            slot: numbers[Self.slot(branch)]!, further: order.places[branch.greater] - place,
            value: Self.order(branch.threshold), isWide: isWide)
        }
      }
    }
    roots.pad(toMultipleOf: 8 * Self.lanes, with: 8)
    (self.slots, self.nodes, self.roots) = (slots, nodes, roots)
  }

  private static func slot(_ branch: TreeEnsemble.Branch) -> Int {
    branch.feature * 2 + (branch.missingIsAtMost ? 1 : 0)
  }

  private static func slot(_ node: TreeEnsemble.Node) -> Int? {
    if case .branch(let branch) = node { slot(branch) } else { nil }
  }

  // Depth first. Two branches may lead to the same node, of which the later one is followed by it.
  private static func placed(_ tree: TreeEnsemble.Tree) -> (nodes: [Int], places: [Int]) {
    var nodes: [Int] = []
    var places = Array(repeating: -1, count: tree.count)
    var open = [0]
    while let start = open.popLast() {
      var next = places[start] < 0 ? start : nil
      while let node = next {
        places[node] = nodes.count
        nodes.append(node)
        next = nil
        if case .branch(let branch) = tree[node] {
          open.append(branch.greater)
          next = branch.atMost
        }
      }
    }
    return (nodes, places)
  }

  private static func furthest(_ tree: TreeEnsemble.Tree, _ order: (nodes: [Int], places: [Int])) -> Int {
    tree.indices.map { index in
      if case .branch(let branch) = tree[index] { order.places[branch.greater] - order.places[index] } else { 0 }
    }.max() ?? 0
  }

  // An integer in whose order the floats are; both zeros are one.
  private static func order(_ value: Float) -> UInt32 {
    let bits = (value + 0).bitPattern
    return bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
  }
}
