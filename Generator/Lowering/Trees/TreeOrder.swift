// The order in which the kernels read a tree: depth first, the lesser child right behind its branch. Several branches may
// lead to one node further on, as those do that ask for one category after the other; where it does not stand further on,
// it stands there again.
struct TreeOrder {
  // How many times as large a tree may become by that.
  static let greatestGrowth = 16

  // The nodes by places.
  private(set) var nodes: [Int] = []
  // How many places a branch's greater child stands behind it; 0 for a leaf.
  private(set) var further: [Int] = []

  private enum Step {
    case place(Int)
    // Of the branch at a place, once all that is less stands there.
    case placeGreater(Int)
  }

  // Nil for a tree that would become too large, as one that leads in a circle does.
  init?(_ tree: TreeEnsemble.Tree) {
    var last = Array(repeating: -1, count: tree.count)
    var steps: [Step] = [.place(0)]
    while let step = steps.popLast() {
      switch step {
      case .place(let node):
        guard nodes.count < tree.count * Self.greatestGrowth else { return nil }
        if case .branch(let branch) = tree[node] { steps += [.placeGreater(nodes.count), .place(branch.atMost)] }
        last[node] = nodes.count
        nodes.append(node)
        further.append(0)
      case .placeGreater(let place):
        guard case .branch(let branch) = tree[nodes[place]] else { continue }
        if last[branch.greater] < place {
          further[place] = nodes.count - place
          steps.append(.place(branch.greater))
        } else {
          further[place] = last[branch.greater] - place
        }
      }
    }
  }
}
