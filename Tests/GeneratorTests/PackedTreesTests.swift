import Testing

@testable import Generator

struct PackedTreesTests {
  static let values: [Float] = [
    -.infinity, -.greatestFiniteMagnitude, -1, -.leastNonzeroMagnitude, -0.0, 0, .leastNonzeroMagnitude, 0.1, 1,
    .greatestFiniteMagnitude, .infinity, .nan,
  ]

  // What a comparison means, however it is written down.
  private func holds(_ mode: BranchMode, _ x: Float, _ threshold: Float, missingIsTrue: Bool) -> Bool {
    if x.isNaN && missingIsTrue { return true }
    return switch mode {
    case .lessOrEqual: x <= threshold
    case .less: x < threshold
    case .greaterOrEqual: x >= threshold
    case .greater: x > threshold
    case .equal: x == threshold
    case .notEqual: x != threshold
    }
  }

  @Test(arguments: BranchMode.allCases, [false, true])
  func turnsEveryComparisonIntoOne(_ mode: BranchMode, missingIsTrue: Bool) {
    for threshold in Self.values where !threshold.isNaN {
      let branches = TreeEnsemble.Branch.nodes(
        mode, feature: 0, threshold: Double(threshold), of: .float, missingIsTrue: missingIsTrue, yes: 1, no: 2, next: 3
      )
      guard let branches else {
        #expect(threshold == -.infinity && mode != .lessOrEqual && mode != .greater)
        continue
      }
      let tree =
        [.branch(branches[0]), .leaf([]), .leaf([])] + branches.dropFirst().map { TreeEnsemble.Node.branch($0) }
      for x in Self.values {
        let arrival = arrival(of: [x], in: tree)
        let expected = holds(mode, x, threshold, missingIsTrue: missingIsTrue) ? 1 : 2
        #expect(arrival == expected, "\(x) \(mode.rawValue) \(threshold)")
      }
    }
  }

  @Test(arguments: [(2, 40), (80, 400), (3, 20000)])
  func packsWhatIsWalked(features: Int, branches: Int) throws {
    var random = SplitMix(seed: UInt64.random(in: 0...(.max)))
    let seed = random.state
    let trees = (0..<3).map { _ in tree(features: features, branches: branches, &random) }
    let ensemble = TreeEnsemble(trees: trees)
    let packed = PackedTrees(ensemble) { UInt32($0[0].target) }
    #expect(packed.isWide == (features * 2 > 127 || branches > 0x3fff))
    #expect(packed.roots.bytes.count == 8 * PackedTrees.lanes)
    for _ in 0..<50 {
      let row = (0..<features).map { _ in Self.values.randomElement(using: &random)! }
      for (number, tree) in trees.enumerated() {
        guard case .leaf(let weights) = tree[arrival(of: row, in: tree)] else { fatalError("no leaf") }
        #expect(value(at: number, in: packed, for: row) == weights[0].target, "seed \(seed)")
      }
    }
  }

  // Branches of one tree that lead to the nodes of another, so that many have several parents.
  @Test func packsNodesOfSeveralParents() throws {
    var random = SplitMix(seed: UInt64.random(in: 0...(.max)))
    let seed = random.state
    for _ in 0..<200 {
      var tree = tree(features: 3, branches: 12, &random)
      for _ in 0..<4 {
        // A child is added after its parent, so that no way leads back.
        let parent = Int.random(in: 0..<tree.count - 1, using: &random)
        guard case .branch(var branch) = tree[parent] else { continue }
        let child = Int.random(in: parent + 1..<tree.count, using: &random)
        if Bool.random(using: &random) { branch.atMost = child } else { branch.greater = child }
        tree[parent] = .branch(branch)
      }
      let packed = PackedTrees(TreeEnsemble(trees: [tree])) { UInt32($0[0].target) }
      for _ in 0..<20 {
        let row = (0..<3).map { _ in Self.values.randomElement(using: &random)! }
        guard case .leaf(let weights) = tree[arrival(of: row, in: tree)] else { fatalError("no leaf") }
        #expect(value(at: 0, in: packed, for: row) == weights[0].target, "seed \(seed)")
      }
    }
  }

  // Every branch has one child: as a tree of twenty levels it would have a million nodes.
  @Test func refusesNodesOfTooManyParents() {
    let levels = (0..<20).map { level in
      TreeEnsemble.Node.branch(
        TreeEnsemble.Branch(
          feature: 0, threshold: Double(level), missingIsAtMost: false, atMost: level + 1, greater: level + 1))
    }
    #expect(TreeOrder(levels + [.leaf([])])?.nodes.count == 21)
    let crossing = (0..<20).map { level in
      TreeEnsemble.Node.branch(
        TreeEnsemble.Branch(
          feature: 0, threshold: Double(level), missingIsAtMost: false, atMost: min(level + 2, 20), greater: level + 1))
    }
    #expect(TreeOrder(crossing + [.leaf([])]) == nil)
  }

  // A tree with leaves that number themselves. Long ones hang on few branches.
  private func tree(features: Int, branches: Int, _ random: inout SplitMix) -> TreeEnsemble.Tree {
    var tree: TreeEnsemble.Tree = [.leaf([])]
    var leaves = [0]
    for _ in 0..<branches {
      let leaf = branches > 1000 ? leaves.count - 1 : Int.random(in: leaves.indices, using: &random)
      let node = leaves.remove(at: leaf)
      tree[node] = .branch(
        TreeEnsemble.Branch(
          feature: Int.random(in: 0..<features, using: &random),
          threshold: Double(Self.values.dropLast().randomElement(using: &random)!),
          missingIsAtMost: Bool.random(using: &random), atMost: tree.count, greater: tree.count + 1))
      // The chain goes on at the lesser child, so that the other one of its root is far.
      leaves += [tree.count + 1, tree.count]
      tree += [.leaf([]), .leaf([])]
    }
    for leaf in leaves { tree[leaf] = .leaf([TreeEnsemble.Weight(target: leaf, value: 1)]) }
    return tree
  }

  private func arrival(of row: [Float], in tree: TreeEnsemble.Tree) -> Int {
    var place = 0
    while case .branch(let branch) = tree[place] {
      let x = row[branch.feature]
      place = Double(x) <= branch.threshold || (x.isNaN && branch.missingIsAtMost) ? branch.atMost : branch.greater
    }
    return place
  }

  // As the comments of the kernels describe the texts, with floats in place of keys.
  private func value(at tree: Int, in packed: PackedTrees, for row: [Float]) -> Int {
    let bytes = packed.nodes.bytes
    func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reversed().reduce(0) { $0 << 7 | Int($1) } }
    var place = number(packed.roots.bytes[8 * tree + 3..<8 * tree + 8])
    while true {
      let size = packed.isWide ? 12 : 8
      let node = bytes[place..<place + size]
      let slot = number(packed.isWide ? node.prefix(3) : node.prefix(1))
      let value = number(node.dropFirst(3).prefix(5))
      let further = number(packed.isWide ? node.suffix(4) : node.dropFirst().prefix(2))
      guard slot < packed.slots.count else {
        precondition(further == 0)
        return value
      }
      precondition(further > 0)
      let x = row[packed.slots[slot] / 2]
      let order = UInt32(value)
      let threshold = Float(bitPattern: order >> 31 == 1 ? order & 0x7fff_ffff : ~order)
      let isAtMost = x <= threshold || (x.isNaN && packed.slots[slot] % 2 == 1)
      place += isAtMost ? size : further * size
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    private(set) var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
      return z ^ z >> 31
    }
  }
}
