import Lanes

/// What the values of all trees' leaves come to.
/// 全ての木の葉の値をどうまとめるか。
public enum LeafAggregate: Sendable {
  /// Their sum, in the order of the trees.
  /// 木の順に加えた和。
  case sum

  /// The least.
  /// 最小値。
  case least

  /// The greatest.
  /// 最大値。
  case greatest
}

// A score that no leaf has spoken of yet is a number that is none of their values, nor any sum of them: one that takes no
// part in a sum, or to which every value is preferred. A leaf that is silent about a score has the same number.
extension LeafAggregate {
  @inline(__always)
  func silence<Score: BinaryFloatingPoint>(_ type: Score.Type = Score.self) -> Score {
    switch self {
    case .sum: -0.0
    case .least, .greatest: .nan
    }
  }

  @inline(__always)
  func callAsFunction<Score: BinaryFloatingPoint>(_ score: Score, _ value: Score) -> Score {
    switch self {
    case .sum: score + value
    case .least: value < score || score.isNaN ? value : score
    case .greatest: value > score || score.isNaN ? value : score
    }
  }
}

/// Aggregates leaves that have one value each.
/// 値を一つずつ持つ葉をまとめる。
///
/// - Parameters:
///   - leaves: Shape [at least trees]: the bits of a float each.
///   - trees: How many.
///   - classes: The score that a tree's leaves speak of, over and over again.
///   - scores: Shape [scores]. One that no leaf spoke of is -0 as a sum, else 0.
public func aggregateLeaves(
  _ leaves: Span<Int>, trees: Int, classes: Span<Int>, by aggregate: LeafAggregate,
  into scores: consuming MutableSpan<Float>
) {
  for i in scores.indices {
    scores[i] = aggregate.silence()
  }
  var next = 0
  for tree in 0..<trees {
    let value = Float(bitPattern: UInt32(truncatingIfNeeded: leaves[tree]))
    scores[classes[next]] = aggregate(scores[classes[next]], value)
    next = next + 1 < classes.count ? next + 1 : 0
  }
  if aggregate != .sum {
    for i in scores.indices where scores[i].isNaN {
      scores[i] = 0
    }
  }
}

/// Aggregates leaves that have a value a score.
/// スコアごとに値を持つ葉をまとめる。
///
/// - Parameters:
///   - leaves: Shape [at least trees]: where the values of each start in `values`.
///   - trees: How many.
///   - values: Shape [leaves, scores / 4, 4 floats].
///   - scores: Shape [scores rounded up to a multiple of 4]. One that no leaf spoke of is -0 as a sum, else 0.
public func aggregateLeafVectors(
  _ leaves: Span<Int>, trees: Int, values: borrowing PackedText, by aggregate: LeafAggregate,
  into scores: consuming MutableSpan<Float>
) {
  for first in stride(from: 0, to: scores.count, by: 4) {
    var sums = SIMD4<Float>(repeating: aggregate.silence())
    for tree in 0..<trees {
      let lanes = values.lanes(at: leaves[tree] &+ first &* 5)
      switch aggregate {
      case .sum: sums += lanes
      case .least: sums.replace(with: lanes, where: lanes .< sums .| (sums .!= sums))
      case .greatest: sums.replace(with: lanes, where: lanes .> sums .| (sums .!= sums))
      }
    }
    if aggregate != .sum { sums.replace(with: 0, where: sums .!= sums) }
    scores.set(sums, at: first)
  }
}

/// Aggregates leaves in double precision.
/// 葉を倍精度でまとめる。
///
/// - Parameters:
///   - leaves: Shape [at least trees]: which of the values is the first of each leaf.
///   - trees: How many.
///   - values: Shape [leaves, scores].
///   - scores: Shape [scores]. One that no leaf spoke of is -0 as a sum, else 0.
public func aggregateLeafVectors(
  _ leaves: Span<Int>, trees: Int, values: Span<Double>, by aggregate: LeafAggregate,
  into scores: consuming MutableSpan<Double>
) {
  for i in scores.indices {
    var score: Double = aggregate.silence()
    for tree in 0..<trees { score = aggregate(score, values[leaves[tree] + i]) }
    scores[i] = aggregate != .sum && score.isNaN ? 0 : score
  }
}
