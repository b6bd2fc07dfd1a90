import CLinux
import Lanes

// Distances of a row to the rows of a constant matrix: x has the shape [features], matrix the shape [blocks, features, 8], which
// is eight rows side by side with the last block padded, and distances the shape [rows].

/// The sums of squared differences, one feature after the other.
/// 差の二乗和（特徴量の順に足す）。
public func squaredDistances(
  _ x: Span<Float>, matrix: Span<Float>, into distances: consuming MutableSpan<Float>
) {
  for block in 0..<(distances.count + 7) / 8 {
    var sum = SIMD8<Float>.zero
    for i in x.indices {
      let difference = difference(x, matrix, at: i, block: block)
      sum += difference * difference
    }
    store(sum, block: block, into: &distances)
  }
}

/// The sums of squared differences of float64, one feature after the other.
/// float64 の差の二乗和（特徴量の順に足す）。
///
/// - Parameter matrix: Shape [features, rows].
public func squaredDistances(
  _ x: Span<Double>, matrix: Span<Double>, into distances: consuming MutableSpan<Double>
) {
  for row in distances.indices { distances[row] = 0 }
  for i in x.indices {
    for row in distances.indices {
      let difference = x[i] - matrix[i * distances.count + row]
      distances[row] += difference * difference
    }
  }
}

/// The sums of absolute differences, added up as `sumsInPackets` does.
/// 差の絶対値の和（`sumsInPackets` と同じ順に足す）。
public func absoluteDistances(
  _ x: Span<Float>, matrix: Span<Float>, into distances: consuming MutableSpan<Float>
) {
  for block in 0..<(distances.count + 7) / 8 {
    let sum = joinedInPackets(x.count, lanes: 4, head: 0, zero: SIMD8<Float>.zero) {
      magnitudes(difference(x, matrix, at: $0, block: block))
    } _: {
      $0 + $1
    } last: {
      $0 + $1
    }
    store(sum, block: block, into: &distances)
  }
}

/// The sums of powers of absolute differences, added up as `sumsInPackets` does.
/// 差の絶対値の累乗の和（`sumsInPackets` と同じ順に足す）。
///
/// - Parameter exponent: As of `power`; 2 and 3 are multiplied out.
public func powerDistances(
  _ x: Span<Float>, matrix: Span<Float>, exponent: Float, into distances: consuming MutableSpan<Float>
) {
  for block in 0..<(distances.count + 7) / 8 {
    let sum = joinedInPackets(x.count, lanes: 4, head: 0, zero: SIMD8<Float>.zero) {
      power(magnitudes(difference(x, matrix, at: $0, block: block)), exponent)
    } _: {
      $0 + $1
    } last: {
      $0 + $1
    }
    store(sum, block: block, into: &distances)
  }
}

// Of the last block as many as there are rows.
private func store(_ lanes: SIMD8<Float>, block: Int, into distances: inout MutableSpan<Float>) {
  for lane in 0..<min(8, distances.count - block * 8) { distances[block * 8 + lane] = lanes[lane] }
}

// One feature of the row less that of eight rows of the matrix.
@inline(__always)
private func difference(_ x: Span<Float>, _ matrix: Span<Float>, at i: Int, block: Int) -> SIMD8<Float> {
  SIMD8(repeating: x[i]) - matrix.lanes(at: (block * x.count + i) * 8)
}

// Zero is added to make it of -0.
private func magnitudes(_ x: SIMD8<Float>) -> SIMD8<Float> {
  x.replacing(with: -x, where: x .< 0) + 0
}

private func power(_ x: SIMD8<Float>, _ exponent: Float) -> SIMD8<Float> {
  if exponent == 2 { return x * x }
  if exponent == 3 { return x * x * x }
  var result = x
  for lane in 0..<8 { result[lane] = powf(x[lane], exponent) }
  return result
}
