// Ensembles of trees as calls of kernels.
extension ProgramBuilder {
  // What the leaves come to that a row arrives at: a buffer of at least as many scores as there are targets.
  mutating func aggregates(
    of ensemble: TreeEnsemble, targets: Int, by aggregate: TreeAggregate, on row: Storage
  ) -> Int {
    if ensemble.element == .double { return doubleAggregates(of: ensemble, targets: targets, by: aggregate, on: row) }
    guard let classes = ensemble.classesOfTrees else {
      let (vectors, places) = vectors(ensemble, targets: targets, absent: aggregate.silence)
      let leaves = leaves(of: PackedTrees(ensemble) { places[vector($0, targets, aggregate.silence)]! }, on: row)
      let values = text("leafValues", vectors)
      let scores = buffer("aggregates", count: Matrix.roundedUp(targets, 4))
      call(
        "aggregateLeafVectors", (nil, .read(.buffer(leaves))), ("trees", .int(ensemble.trees.count)),
        ("values", .text(values)), ("by", .choice(aggregate.kernel)), ("into", .write(scores)))
      return scores
    }
    // One zero, so that no score becomes -0.
    let leaves = leaves(of: PackedTrees(ensemble) { Float($0[0].value + 0).bitPattern }, on: row)
    let table = constant("treeClasses", classes)
    let scores = buffer("aggregates", count: targets)
    call(
      "aggregateLeaves", (nil, .read(.buffer(leaves))), ("trees", .int(ensemble.trees.count)),
      ("classes", .constant(table)), ("by", .choice(aggregate.kernel)), ("into", .write(scores)))
    return scores
  }

  // The same in double precision.
  private mutating func doubleAggregates(
    of ensemble: TreeEnsemble, targets: Int, by aggregate: TreeAggregate, on row: Storage
  ) -> Int {
    var values: [Double] = []
    var places: [[UInt64]: UInt32] = [:]
    let trees = PackedTrees(ensemble) { leaf in
      var vector = Array(repeating: Double(aggregate.silence), count: targets)
      for weight in leaf { vector[weight.target] = weight.value + 0 }
      let key = vector.map(\.bitPattern)
      if let place = places[key] { return place }
      places[key] = UInt32(values.count)
      values += vector
      return UInt32(values.count - targets)
    }
    let leaves = leaves(of: trees, on: row)
    let table = constant("leafValues", .doubles(values))
    let scores = buffer("aggregates", .double, count: targets)
    call(
      "aggregateLeafVectors", (nil, .read(.buffer(leaves))), ("trees", .int(ensemble.trees.count)),
      ("values", .constant(table)), ("by", .choice(aggregate.kernel)), ("into", .write(scores)))
    return scores
  }

  // Aggregates with their base values, none of which stand for zero.
  mutating func scores(
    of aggregates: Int, element: ElementType, count: Int, divisor: Float, base: [Double]
  ) -> Int {
    let values = base.isEmpty ? [0] : base.map { $0 + 0 }
    let table = constant("baseValues", element == .double ? .doubles(values) : .floats(values.map { Float($0) }))
    let scores = buffer("totals", element, count: count)
    call(
      "treeScores", (nil, .read(.buffer(aggregates))), ("divisor", .float(divisor)), ("base", .constant(table)),
      ("into", .write(scores)))
    return scores
  }

  // Scores as the float32 that is answered.
  mutating func rounded(_ scores: Int, count: Int) -> Int {
    let tensor = Tensor(storage: .buffer(scores), element: program.buffers[scores].element, shape: [count])
    guard case .buffer(let rounded) = asFloat(tensor) else { fatalError("a buffer stays one") }
    return rounded
  }

  private mutating func leaves(of trees: PackedTrees, on row: Storage) -> Int {
    let slots = constant("treeSlots", trees.slots)
    let keys = buffer("keys", .index, count: trees.slots.count + 1)
    if trees.element == .float {
      call("treeKeys", (nil, .read(row)), ("slots", .constant(slots)), ("into", .write(keys)))
    } else {
      let thresholds = constant("treeThresholds", .doubles(trees.thresholds))
      let starts = constant("thresholdStarts", trees.starts)
      call(
        "treeKeys", (nil, .read(row)), ("slots", .constant(slots)), ("thresholds", .constant(thresholds)),
        ("starts", .constant(starts)), ("into", .write(keys)))
    }
    let nodes = text("treeNodes", trees.nodes)
    let roots = text("treeRoots", trees.roots)
    let leaves = buffer("leaves", .index, count: trees.roots.bytes.count / 8)
    call(
      trees.isWide ? "wideTreeLeaves" : "treeLeaves", (nil, .read(.buffer(keys))), ("nodes", .text(nodes)),
      ("roots", .text(roots)), ("into", .write(leaves)))
    return leaves
  }

  // The different leaves, and where each stands.
  private func vectors(
    _ ensemble: TreeEnsemble, targets: Int, absent: Float
  ) -> (text: PackedText, places: [[UInt32]: UInt32]) {
    var text = PackedText()
    var places: [[UInt32]: UInt32] = [:]
    for leaf in ensemble.leaves {
      let values = vector(leaf, targets, absent)
      guard places[values] == nil else { continue }
      places[values] = UInt32(text.bytes.count)
      let floats = values.map(Float.init(bitPattern:))
      for first in stride(from: 0, to: floats.count, by: 4) { text.append(floats[first..<first + 4]) }
    }
    return (text, places)
  }

  // The bits of a value for every target, in whole lanes.
  private func vector(_ leaf: [TreeEnsemble.Weight], _ targets: Int, _ absent: Float) -> [UInt32] {
    var values = Array(repeating: absent.bitPattern, count: Matrix.roundedUp(targets, 4))
    for weight in leaf { values[weight.target] = Float(weight.value + 0).bitPattern }
    return values
  }
}

enum TreeAggregate: String, CaseIterable {
  case sum = "SUM"
  case average = "AVERAGE"
  case least = "MIN"
  case greatest = "MAX"

  // As LeafAggregate in Inference names it; an average is a sum that is divided afterwards.
  var kernel: String {
    switch self {
    case .sum, .average: "sum"
    case .least: "least"
    case .greatest: "greatest"
    }
  }

  // What stands in a leaf for a target it says nothing of.
  var silence: Float {
    self == .sum || self == .average ? -0.0 : .nan
  }
}

extension TreeEnsemble {
  // The target of every tree, repeated after the last one, if each leaf has one value and each tree one target.
  var classesOfTrees: [Int]? {
    var classes: [Int] = []
    for tree in trees {
      var target: Int?
      for case .leaf(let weights) in tree {
        guard weights.count == 1, target == nil || target == weights[0].target else { return nil }
        target = weights[0].target
      }
      guard let target else { return nil }
      classes.append(target)
    }
    let period = [1, Set(classes).count].first { period in
      classes.indices.allSatisfy { classes[$0] == classes[$0 % period] }
    }
    return Array(classes.prefix(period ?? classes.count))
  }
}
