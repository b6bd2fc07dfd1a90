import Lanes

// Products of a row with the rows of a constant matrix, in the order of summation ONNX Runtime's matrix product has for a
// single row on x86-64 where the factor `alpha` is 1; where it is not, they are those of `matrixProduct`.

/// The products of a row with every row of a matrix, plus an addend.
/// 行と行列の各行との内積に加数を足したもの。
///
/// Eight partial sums run along the features, without fused operations. How they are added up at the end depends on
/// whether the matrix's row is computed in a group of four, of two, or alone.
///
/// - Parameters:
///   - x: Shape [features].
///   - matrix: Shape [rows, features rounded up to a multiple of 8], padded with zeros.
///   - addend: Added to every product at the end, unless zero.
///   - products: Shape [at least rows].
public func dotProducts(
  _ x: Span<Float>, matrix: Span<Float>, rows: Int, addend: Float, into products: consuming MutableSpan<Float>
) {
  for row in 0..<rows {
    let sum = dotProduct(x, matrix: matrix, row: row, of: rows)
    products[row] = addend != 0 ? sum + addend : sum
  }
}

/// The same with an addend for every row of the matrix, added where it is zero too.
/// 行列の行ごとに加数を持つもの（0 でも足す）。
///
/// - Parameters:
///   - x: Shape [features].
///   - matrix: Shape [rows, features rounded up to a multiple of 8], padded with zeros.
///   - addends: Shape [rows].
///   - products: Shape [rows].
public func dotProducts(
  _ x: Span<Float>, matrix: Span<Float>, addends: Span<Float>, into products: consuming MutableSpan<Float>
) {
  for row in addends.indices {
    products[row] = dotProduct(x, matrix: matrix, row: row, of: addends.count) + addends[row]
  }
}

private func dotProduct(_ x: Span<Float>, matrix: Span<Float>, row: Int, of rows: Int) -> Float {
  total(of: partialSums(x, matrix: matrix, row: row), row: row, of: rows)
}

// Eight partial sums added up in the order of the group that the matrix's row is computed in.
func total(of p: SIMD8<Float>, row: Int, of rows: Int) -> Float {
  let left = rows - (row & ~3)
  if left >= 4 {
    return (((p[0] + p[1]) + p[2]) + p[3]) + (((p[4] + p[5]) + p[6]) + p[7])
  }
  if row & 3 < left & 2 {
    return ((p[0] + p[2]) + (p[4] + p[6])) + ((p[1] + p[3]) + (p[5] + p[7]))
  }
  return ((p[0] + p[1]) + (p[2] + p[3])) + ((p[4] + p[5]) + (p[6] + p[7]))
}

// Sum t is of the features t, t + 8, t + 16, ...
private func partialSums(_ x: Span<Float>, matrix: Span<Float>, row: Int) -> SIMD8<Float> {
  let whole = x.count & ~7
  let start = row * ((x.count + 7) & ~7)
  var sums = SIMD8<Float>.zero
  for i in stride(from: 0, to: whole, by: 8) {
    sums += x.lanes(at: i) * matrix.lanes(at: start + i)
  }
  if whole < x.count {
    var tail = SIMD8<Float>.zero
    for i in whole..<x.count {
      tail[i - whole] = x[i]
    }
    sums += tail * matrix.lanes(at: start + whole)
  }
  return sums
}
