/// Products of matrices, summed up as ONNX Runtime's matrix product does where it works in tiles, all fused.
/// 行列積（ONNX Runtime の行列積がタイルごとに行う順序で合計し、すべて融合積和演算）。
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
@inline(__always)
public func fusedTiles<Number: BinaryFloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, rows: Int, features: Int, columns: Int, tile: Int, factor: Span<Number>,
  adds: Bool, into products: inout MutableSpan<Number>
) {
  var index = 0
  while index < products.count {
    let row = index / columns
    let x = a.extracting(row * features % a.count..<row * features % a.count + features)
    let column = row / rows * features * columns % b.count + index % columns
    // Columns side by side, so that a sum seldom waits for itself.
    let width = columns - index % columns < 8 ? 1 : 8
    for start in stride(from: 0, to: features, by: tile) {
      let part = start..<min(start + tile, features)
      let replaces = start == 0 && !adds
      if width == 8 {
        var sums = InlineArray<8, Number>(repeating: 0)
        for i in part {
          let b = b.extracting(column + i * columns..<column + i * columns + 8)
          for lane in 0..<8 { sums[lane].addProduct(x[i], b[lane]) }
        }
        for lane in 0..<8 { add(sums[lane], factor[0], to: &products[index + lane], replaces) }
      } else {
        var sum: Number = 0
        for i in part { sum.addProduct(x[i], b[column + i * columns]) }
        add(sum, factor[0], to: &products[index], replaces)
      }
    }
    index += width
  }
}

@inline(__always)
private func add<Number: BinaryFloatingPoint>(
  _ sum: Number, _ factor: Number, to product: inout Number, _ replaces: Bool
) {
  product = replaces ? sum * factor : product.addingProduct(sum, factor)
}

/// The same by the instructions that this module is compiled with, which the processor may not have.
/// 同じ計算を、このモジュールのコンパイルに用いた命令（プロセッサーに無いことがある）で行うもの。
///
/// - Parameters: As of `fusedTiles`.
@inline(never)
public func fusedTilesByInstruction(
  _ a: Span<Float>, _ b: Span<Float>, rows: Int, features: Int, columns: Int, tile: Int, factor: Span<Float>,
  adds: Bool, into products: inout MutableSpan<Float>
) {
  fusedTiles(
    a, b, rows: rows, features: features, columns: columns, tile: tile, factor: factor, adds: adds, into: &products)
}

/// The same for float64.
/// float64 の場合。
///
/// - Parameters: As of `fusedTiles`.
@inline(never)
public func fusedTilesByInstruction(
  _ a: Span<Double>, _ b: Span<Double>, rows: Int, features: Int, columns: Int, tile: Int, factor: Span<Double>,
  adds: Bool, into products: inout MutableSpan<Double>
) {
  fusedTiles(
    a, b, rows: rows, features: features, columns: columns, tile: tile, factor: factor, adds: adds, into: &products)
}
