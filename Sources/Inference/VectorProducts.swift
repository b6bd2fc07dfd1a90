import Lanes

// Products of a vector with a matrix in the two orders ONNX Runtime's matrix product has on x86-64 for a single row where the
// matrix was not put in order beforehand. Neither has fused operations. Of a stack the vectors are multiplied one by one; a
// single matrix stands for as many as there are.

/// The products of a vector with the columns of a matrix, four features at a time.
/// ベクトルと行列の各列との積（特徴量を 4 つずつ合計する）。
///
/// Four products are summed up, then added to what is there; of the features left over first two are, then one is.
///
/// - Parameters:
///   - x: Shape [stack, features].
///   - matrix: Shape [stack, features, columns].
///   - adds: Whether there is something to add to; otherwise what is there is overwritten.
///   - products: Shape [stack, columns].
public func productsInFours(
  _ x: Span<Float>, _ matrix: Span<Float>, features: Int, columns: Int, adds: Bool,
  into products: consuming MutableSpan<Float>
) {
  for index in products.indices {
    let first = index / columns * features % x.count
    let column = index / columns * features * columns % matrix.count + index % columns
    func product(_ i: Int) -> Float { x[first + i] * matrix[column + i * columns] }
    var sum = adds ? products[index] : 0
    let whole = features & ~3
    for i in stride(from: 0, to: whole, by: 4) {
      sum += ((product(i) + product(i + 1)) + product(i + 2)) + product(i + 3)
    }
    if features & 2 != 0 { sum += product(whole) + product(whole + 1) }
    if features & 1 != 0 { sum += product(features - 1) }
    products[index] = sum
  }
}

/// The products of a vector with the rows of a matrix, in the order of `dotProducts`.
/// ベクトルと行列の各行との積（順序は `dotProducts` と同じ）。
///
/// - Parameters:
///   - x: Shape [stack, features].
///   - matrix: Shape [stack, rows, features].
///   - adds: Whether there is something to add to; otherwise what is there is overwritten.
///   - products: Shape [stack, rows].
public func productsInEights(
  _ x: Span<Float>, _ matrix: Span<Float>, features: Int, rows: Int, adds: Bool,
  into products: consuming MutableSpan<Float>
) {
  let whole = features & ~7
  for index in products.indices {
    let first = index / rows * features % x.count
    let row = index * features % matrix.count
    var sums = SIMD8<Float>.zero
    for i in stride(from: 0, to: whole, by: 8) {
      sums += x.lanes(at: first + i) * matrix.lanes(at: row + i)
    }
    var tail = SIMD8<Float>.zero
    for i in whole..<features {
      tail[i - whole] = x[first + i] * matrix[row + i]
    }
    let product = total(of: sums + tail, row: index % rows, of: rows)
    products[index] = adds ? product + products[index] : product
  }
}
