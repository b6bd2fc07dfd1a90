import CLinux
import Lanes

/// Products of matrices, summed up as ONNX Runtime's matrix product does where it works in tiles.
/// 行列積（ONNX Runtime の行列積がタイルごとに行う順序で合計する）。
///
/// Where the processor has no instruction that fuses, every product is a call of the C library, with the same result.
///
/// - Parameters: As of `fusedTiles`.
public func tiledProducts(
  _ a: Span<Float>, _ b: Span<Float>, rows: Int, features: Int, columns: Int, tile: Int, factor: Span<Float>,
  adds: Bool, into products: consuming MutableSpan<Float>
) {
  if linux_has_fused_lanes() {
    fusedTilesByInstruction(
      a, b, rows: rows, features: features, columns: columns, tile: tile, factor: factor, adds: adds, into: &products)
  } else {
    fusedTiles(
      a, b, rows: rows, features: features, columns: columns, tile: tile, factor: factor, adds: adds, into: &products)
  }
}

/// Products of matrices of float64.
/// float64 の行列積。
///
/// - Parameters: As of `fusedTiles`.
public func tiledProducts(
  _ a: Span<Double>, _ b: Span<Double>, rows: Int, features: Int, columns: Int, tile: Int, factor: Span<Double>,
  adds: Bool, into products: consuming MutableSpan<Double>
) {
  if linux_has_fused_lanes() {
    fusedTilesByInstruction(
      a, b, rows: rows, features: features, columns: columns, tile: tile, factor: factor, adds: adds, into: &products)
  } else {
    fusedTiles(
      a, b, rows: rows, features: features, columns: columns, tile: tile, factor: factor, adds: adds, into: &products)
  }
}

/// Products of matrices of integers, which wrap around.
/// 整数の行列積（桁あふれは循環する）。
///
/// - Parameters: As of `fusedTiles`.
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
