/// Products of matrices, summed up as ONNX Runtime's matrix product does where it works in tiles.
/// 行列積（ONNX Runtime の行列積がタイルごとに行う順序で合計する）。
///
/// One fused sum a product, in the order of the features; it starts anew after every `tile` features, is multiplied by the
/// factor and added to what is there. Of a stack the matrices are multiplied one by one; an operand that is a single matrix
/// stands for as many as there are.
///
/// - Parameters:
///   - a: Shape [stack, rows, features].
///   - b: Shape [stack, features, columns].
///   - tile: The number of features summed up at a time.
///   - factor: Shape [1].
///   - adds: Whether there is something to add to; otherwise what is there is overwritten.
///   - products: Shape [stack, rows, columns].
public func tiledProducts<Number: BinaryFloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, rows: Int, features: Int, columns: Int, tile: Int, factor: Span<Number>,
  adds: Bool, into products: consuming MutableSpan<Number>
) {
  for index in products.indices {
    let row = index / columns
    let first = row * features % a.count
    let column = row / rows * features * columns % b.count + index % columns
    for start in stride(from: 0, to: features, by: tile) {
      var sum: Number = 0
      for i in start..<min(start + tile, features) {
        sum.addProduct(a[first + i], b[column + i * columns])
      }
      products[index] = start == 0 && !adds ? sum * factor[0] : products[index].addingProduct(sum, factor[0])
    }
  }
}

/// Products of matrices of integers, which wrap around.
/// 整数の行列積（桁あふれは循環する）。
///
/// - Parameters: As of `tiledProducts`.
public func wrappingProducts<Number: FixedWidthInteger & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, rows: Int, features: Int, columns: Int,
  into products: consuming MutableSpan<Number>
) {
  for index in products.indices {
    let row = index / columns
    let first = row * features % a.count
    let column = row / rows * features * columns % b.count + index % columns
    var sum: Number = 0
    for i in 0..<features {
      sum &+= a[first + i] &* b[column + i * columns]
    }
    products[index] = sum
  }
}
