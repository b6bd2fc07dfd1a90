// Normalization of rows, in the reference's two ways: long rows eight elements at a time with fused sums, short ones element by
// element and divided.

/// The LayerNormalization operator: `(x - mean) / sqrt(variance + epsilon) * scale + bias` of every row.
/// LayerNormalization オペレーター。各行を平均と分散で正規化し、係数を掛けてバイアスを足す。
///
/// - Parameters:
///   - x: Shape [rows, features].
///   - scale: Shape [features].
///   - bias: Shape [features], or [0] where there is none.
///   - y: Shape [rows, features].
public func layerNormalization(
  _ x: Span<Float>, scale: Span<Float>, bias: Span<Float>, epsilon: Float, into y: consuming MutableSpan<Float>
) {
  for start in stride(from: 0, to: x.count, by: scale.count) {
    let row = x.extracting(start..<start + scale.count)
    let isLong = row.count >= 8
    let (mean, deviation) = isLong ? moments(row, epsilon: epsilon) : runningMoments(row, epsilon: epsilon)
    let factor = 1 / deviation
    for i in row.indices {
      let centered = row[i] - mean
      if isLong {
        let normalized = centered * factor
        y[start + i] = bias.isEmpty ? normalized * scale[i] : bias[i].addingProduct(normalized, scale[i])
      } else {
        let scaled = centered / deviation * scale[i]
        y[start + i] = bias.isEmpty ? scaled : scaled + bias[i]
      }
    }
  }
}

/// Rows over the root of the mean of their squares: `x / sqrt(mean(x * x) + epsilon) * scale`.
/// 二乗平均平方根による正規化。`x / sqrt(mean(x * x) + epsilon) * scale` を計算する。
///
/// - Parameters: As of `layerNormalization`.
public func rootMeanSquareNormalization(
  _ x: Span<Float>, scale: Span<Float>, epsilon: Float, into y: consuming MutableSpan<Float>
) {
  for start in stride(from: 0, to: x.count, by: scale.count) {
    let row = x.extracting(start..<start + scale.count)
    guard row.count < 16 else {
      let factor = 1 / (sumOfSquares(row, from: 0) / Float(row.count) + epsilon).squareRoot()
      for i in row.indices { y[start + i] = row[i] * factor * scale[i] }
      continue
    }
    var sum: Float = 0
    for i in row.indices { sum += row[i] * row[i] }
    let root = (sum / Float(row.count) + epsilon).squareRoot()
    for i in row.indices { y[start + i] = row[i] / root * scale[i] }
  }
}

// The mean and the root of the variance and epsilon; the mean is summed up in double precision.
private func moments(_ row: Span<Float>, epsilon: Float) -> (mean: Float, deviation: Float) {
  var lanes = SIMD4<Double>.zero
  let inFours = row.count & ~3
  for i in stride(from: 0, to: inFours, by: 4) {
    lanes += SIMD4(Double(row[i]), Double(row[i + 1]), Double(row[i + 2]), Double(row[i + 3]))
  }
  let pairs = lanes.lowHalf + lanes.highHalf
  var sum = pairs[0] + pairs[1]
  for i in inFours..<row.count { sum += Double(row[i]) }
  let mean = Float(sum / Double(row.count))
  return (mean, (sumOfSquares(row, from: mean) / Float(row.count) + epsilon).squareRoot())
}

// Of the distances from a mean. What is left over of eight is fused too, but for four at a time.
private func sumOfSquares(_ row: Span<Float>, from mean: Float) -> Float {
  var lanes = SIMD8<Float>.zero
  let inEights = row.count & ~7
  for i in stride(from: 0, to: inEights, by: 8) {
    for lane in 0..<8 {
      let distance = row[i + lane] - mean
      lanes[lane] = lanes[lane].addingProduct(distance, distance)
    }
  }
  let fours = lanes.lowHalf + lanes.highHalf
  let pairs = fours.lowHalf + fours.highHalf
  var sum = pairs[0] + pairs[1]
  for i in inEights..<row.count {
    let distance = row[i] - mean
    sum = i < row.count & ~3 ? sum + distance * distance : sum.addingProduct(distance, distance)
  }
  return sum
}

// The same by Welford's method: both grow with every element.
private func runningMoments(_ row: Span<Float>, epsilon: Float) -> (mean: Float, deviation: Float) {
  var (mean, squares) = (Float(0), Float(0))
  for i in row.indices {
    let distance = row[i] - mean
    mean += distance / Float(i + 1)
    squares += distance * (row[i] - mean)
  }
  return (mean, (squares / Float(row.count) + epsilon).squareRoot())
}
