// The attributes that describe the trees of TreeEnsembleClassifier and TreeEnsembleRegressor, checked against each other.
struct TreeAttributes {
  // Those of the nodes; then those of the leaves, with the operator's own prefix.
  static func names(ofWeights prefix: String) -> Set<String> {
    let nodes = [
      "falsenodeids", "featureids", "hitrates", "missing_value_tracks_true", "modes", "nodeids", "treeids",
      "truenodeids", "values",
    ]
    return Set(nodes.map { "nodes_\($0)" } + ["ids", "nodeids", "treeids", "weights"].map { "\(prefix)_\($0)" })
      .union(
        ["base_values", "nodes_hitrates", "nodes_values", "\(prefix)_weights"].flatMap { [$0, "\($0)_as_tensor"] })
  }

  private let node: Node
  private let prefix: String
  private let element: ElementType
  private let treeIDs: [Int64]
  private let nodeIDs: [Int64]
  private let features: [Int64]
  private let modes: [String]
  private let thresholds: [Double]
  private let yes: [Int64]
  private let no: [Int64]
  private let missingIsTrue: [Int64]

  // The nodes of a tree stand side by side.
  private struct Run {
    var start: Int
    var count = 0
    // Where nodes stand that are not numbered in their order.
    var places: [Int64: Int] = [:]
  }

  // The greatest feature and one.
  var featureCount: Int { Int(features.max() ?? 0) + 1 }

  // The type is that in which trees of the input's type are computed.
  init(_ node: Node, weights prefix: String, of element: ElementType) throws(UnsupportedModel) {
    self.node = node
    self.prefix = prefix
    self.element = element
    treeIDs = try node.ints("nodes_treeids") ?? []
    let count = treeIDs.count
    guard count > 0 else { throw node.error(attribute: "nodes_treeids", "missing") }

    func ints(_ name: String) throws(UnsupportedModel) -> [Int64] {
      let ints = try node.ints(name) ?? []
      guard ints.count == count else {
        throw node.error(attribute: name, "has \(ints.count) elements, expected \(count) (nodes)")
      }
      return ints
    }
    nodeIDs = try ints("nodes_nodeids")
    features = try ints("nodes_featureids")
    yes = try ints("nodes_truenodeids")
    no = try ints("nodes_falsenodeids")
    let given = try node.ints("nodes_missing_value_tracks_true") ?? []
    missingIsTrue = given.isEmpty ? Array(repeating: 0, count: count) : try ints("nodes_missing_value_tracks_true")
    modes = try node.strings("nodes_modes") ?? []
    guard modes.count == count else {
      throw node.error(attribute: "nodes_modes", "has \(modes.count) elements, expected \(count) (nodes)")
    }
    thresholds = try node.treeNumbers("nodes_values", of: element)
    guard thresholds.count == count else {
      throw node.error(attribute: "nodes_values", "has \(thresholds.count) elements, expected \(count) (nodes)")
    }
    if let odd = features.first(where: { !(0..<1 << 20).contains($0) }) {
      throw node.error(attribute: "nodes_featureids", "\(odd) is no feature")
    }
  }

  // The trees, with leaves of so many targets.
  func trees(targets: Int) throws(UnsupportedModel) -> TreeEnsemble {
    let (order, runs) = try runs()
    let weights = try weights(runs, targets: targets)
    var ensemble = TreeEnsemble(trees: [], element: element)
    for id in order {
      ensemble.trees.append(try tree(runs[id]!, weights))
    }
    return ensemble
  }

  private func runs() throws(UnsupportedModel) -> (order: [Int64], runs: [Int64: Run]) {
    var order: [Int64] = []
    var runs: [Int64: Run] = [:]
    var run = Run(start: 0)
    for place in treeIDs.indices {
      let id = nodeIDs[place]
      if place - run.start != Int(id) || !run.places.isEmpty {
        // From the first node on that is not numbered so, all are looked up.
        if run.places.isEmpty { for other in run.start..<place { run.places[nodeIDs[other]] = other } }
        guard run.places.updateValue(place, forKey: id) == nil else {
          throw node.error(attribute: "nodes_nodeids", "tree \(treeIDs[place]) has a second node \(id)")
        }
      }
      run.count += 1
      guard place + 1 == treeIDs.count || treeIDs[place + 1] != treeIDs[place] else { continue }
      guard runs.updateValue(run, forKey: treeIDs[place]) == nil else {
        throw node.error(attribute: "nodes_treeids", "the nodes of tree \(treeIDs[place]) are apart")
      }
      order.append(treeIDs[place])
      run = Run(start: place + 1)
    }
    return (order, runs)
  }

  private func place(of id: Int64, in run: Run) -> Int? {
    guard run.places.isEmpty else { return run.places[id] }
    return id >= 0 && id < run.count ? run.start + Int(id) : nil
  }

  // By the places of the leaves, in the order they are listed in.
  private func weights(_ runs: [Int64: Run], targets: Int) throws(UnsupportedModel) -> [[TreeEnsemble.Weight]] {
    let ids = try node.ints("\(prefix)_ids") ?? []
    let nodes = try weightInts("nodeids", count: ids.count)
    let trees = try weightInts("treeids", count: ids.count)
    let values = try node.finiteTreeNumbers("\(prefix)_weights", of: element)
    guard values.count == ids.count else {
      throw node.error(
        attribute: "\(prefix)_weights",
        "has \(values.count) elements, expected \(ids.count) (as many as '\(prefix)_ids')")
    }
    var weights: [[TreeEnsemble.Weight]] = Array(repeating: [], count: treeIDs.count)
    for index in ids.indices {
      guard let run = runs[trees[index]], let place = place(of: nodes[index], in: run), modes[place] == "LEAF" else {
        throw node.error(
          attribute: "\(prefix)_nodeids", "element \(index): tree \(trees[index]) has no leaf \(nodes[index])")
      }
      guard ids[index] >= 0, ids[index] < targets else {
        throw node.error(attribute: "\(prefix)_ids", "element \(index) is \(ids[index]), expected 0 to \(targets - 1)")
      }
      let target = Int(ids[index])
      guard !weights[place].contains(where: { $0.target == target }) else {
        throw node.error(attribute: "\(prefix)_ids", "element \(index): the leaf has \(target) a second time")
      }
      weights[place].append(TreeEnsemble.Weight(target: target, value: values[index]))
    }
    return weights
  }

  private func weightInts(_ name: String, count: Int) throws(UnsupportedModel) -> [Int64] {
    let ints = try node.ints("\(prefix)_\(name)") ?? []
    guard ints.count == count else {
      throw node.error(
        attribute: "\(prefix)_\(name)", "has \(ints.count) elements, expected \(count) (as many as '\(prefix)_ids')")
    }
    return ints
  }

  // What can be reached from the first node. Where branches ask for one category after the other, they have children in
  // common.
  private func tree(_ run: Run, _ weights: [[TreeEnsemble.Weight]]) throws(UnsupportedModel) -> TreeEnsemble.Tree {
    var tree: TreeEnsemble.Tree = [.leaf([])]
    var open = [(place: run.start, index: 0)]
    var found = [run.start: 0]
    var sharesNodes = false
    while let (place, index) = open.popLast() {
      guard modes[place] != "LEAF" else {
        tree[index] = .leaf(weights[place])
        continue
      }
      guard let mode = BranchMode(rawValue: modes[place]) else {
        throw node.error(attribute: "nodes_modes", "'\(modes[place])' is not supported")
      }
      var children: [Int] = []
      for (name, ids) in [("nodes_truenodeids", yes), ("nodes_falsenodeids", no)] {
        guard let child = self.place(of: ids[place], in: run) else {
          throw node.error(attribute: name, "element \(place): tree \(treeIDs[place]) has no node \(ids[place])")
        }
        if let index = found[child] {
          sharesNodes = true
          children.append(index)
          continue
        }
        found[child] = tree.count
        children.append(tree.count)
        open.append((child, tree.count))
        tree.append(.leaf([]))
      }
      guard
        let branches = TreeEnsemble.Branch.nodes(
          mode, feature: Int(features[place]), threshold: thresholds[place], of: element,
          missingIsTrue: missingIsTrue[place] == 1, yes: children[0], no: children[1], next: tree.count)
      else {
        throw node.error(
          attribute: "nodes_values",
          "element \(place): a comparison \(mode.rawValue) with \(thresholds[place]) is not supported")
      }
      tree[index] = .branch(branches[0])
      tree += branches.dropFirst().map { .branch($0) }
    }
    guard !sharesNodes || TreeOrder(tree) != nil else {
      throw node.error(
        attribute: "nodes_nodeids", "tree \(treeIDs[run.start]) leads in a circle or to the same nodes too often")
    }
    return tree
  }
}
