// Reductions along a dimension in the middle, four elements of it at a time: x has the shape [blocks, count, columns], y the
// shape [blocks, columns].

/// The ReduceSum operator as the product with a row of ones: fours are added up before they are added to the sum.
/// 1 だけの行との積としての ReduceSum オペレーター（4 要素ごとの和を総和に加える）。
public func sumsByFours(_ x: Span<Float>, count: Int, columns: Int, into y: consuming MutableSpan<Float>) {
  for block in 0..<y.count / columns {
    for column in 0..<columns {
      let first = block * count * columns + column
      func at(_ k: Int) -> Float { x[first + k * columns] }
      var sum: Float = 0
      var k = 0
      while count - k >= 4 {
        sum = (((at(k) + at(k + 1)) + at(k + 2)) + at(k + 3)) + sum
        k += 4
      }
      if count - k >= 2 {
        sum = (at(k) + at(k + 1)) + sum
        k += 2
      }
      if k < count { sum = at(k) + sum }
      y[block * columns + column] = sum
    }
  }
}

/// The ReduceMax operator: what a NaN hides hangs on the order.
/// ReduceMax オペレーター（NaN に隠される要素は順序による）。
public func greatestByFours<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  joinByFours(x, count, columns, &y) {
    $1 > $0 ? $1 : $0
  } single: {
    $1 > $0 ? $1 : $0
  }
}

/// The ReduceMin operator: what a NaN hides hangs on the order.
/// ReduceMin オペレーター（NaN に隠される要素は順序による）。
public func leastByFours<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  joinByFours(x, count, columns, &y) {
    $1 < $0 ? $1 : $0
  } single: {
    $1 < $0 ? $1 : $0
  }
}

// The columns that ONNX Runtime stores as aligned vectors are computed by fours, those before and behind them in order.
@inline(__always)
func joinByFours<Number: BitwiseCopyable>(
  _ x: Span<Number>, _ count: Int, _ columns: Int, _ y: inout MutableSpan<Number>, _ join: (Number, Number) -> Number,
  single: (Number, Number) -> Number
) {
  let lanes = 16 / MemoryLayout<Number>.size
  for block in 0..<y.count / columns {
    let head = min(columns, (lanes - block * columns % lanes) % lanes)
    let vectors = head..<head + (columns - head) / lanes * lanes
    for column in 0..<columns {
      let first = block * count * columns + column
      func at(_ k: Int) -> Number { x[first + k * columns] }
      var result = at(0)
      if vectors.contains(column) {
        var k = 1
        while k < (count - 1) & ~3 {
          result = join(result, join(join(at(k), at(k + 1)), join(at(k + 2), at(k + 3))))
          k += 4
        }
        for k in k..<count { result = join(result, at(k)) }
      } else {
        for k in 1..<count { result = single(result, at(k)) }
      }
      y[block * columns + column] = result
    }
  }
}
