/// The products of rows with every row of a constant matrix, times a factor, plus a bias, all fused.
/// 各行と定数行列の各行との内積に係数を掛け、バイアスを加えたもの（すべて融合積和演算）。
///
/// In the order of ONNX Runtime's matrix product where it has packed the constant beforehand: one sum a product, which starts
/// anew after every `tile` features and is then multiplied and added to what is there, the bias at first.
///
/// - Parameters:
///   - x: Shape [rows, features].
///   - features: The length of a row.
///   - matrix: Shape [blocks, features, 32], and [blocks, features, 8] for what is left of 32; the last block is padded.
///   - outputs: The number of the matrix's rows.
///   - tile: The number of features summed up at a time.
///   - alpha: The factor.
///   - bias: Shape [outputs]; [1] for the same everywhere, [0] for none.
///   - products: Shape [rows, outputs] or more.
@inline(__always)
public func fusedProducts(
  _ x: Span<Float>, features: Int, matrix: borrowing PackedText, outputs: Int, tile: Int, alpha: Float,
  bias: Span<Float>, into products: inout MutableSpan<Float>
) {
  guard features > 0 else { return }
  let factor = SIMD8<Float>(repeating: alpha)
  for row in 0..<x.count / features {
    let x = x.extracting(row * features..<(row + 1) * features)
    let end = (row + 1) * outputs
    var lanes = PackedLanes(matrix)
    var output = 0
    while outputs - output >= 32 {
      // Four vectors side by side, so that a sum seldom waits for itself.
      let block: LanePair<LanePair<SIMD8<Float>>> = productBlock(of: x, with: &lanes, output, tile, factor, bias)
      block.store(in: &products, from: end - outputs + output, to: end)
      output += 32
    }
    while output < outputs {
      let block: SIMD8<Float> = productBlock(of: x, with: &lanes, output, tile, factor, bias)
      block.store(in: &products, from: end - outputs + output, to: end)
      output += 8
    }
  }
}

// The products with a block of the matrix's rows from one on.
@inline(__always)
private func productBlock<Block: LaneBlock>(
  of x: Span<Float>, with matrix: inout PackedLanes, _ output: Int, _ tile: Int, _ factor: SIMD8<Float>,
  _ bias: Span<Float>
) -> Block {
  var result = Block(bias, from: output)
  for start in stride(from: 0, to: x.count, by: tile) {
    var sum = Block()
    for i in start..<min(start + tile, x.count) {
      sum.addProducts(SIMD8(repeating: x[i]), with: &matrix)
    }
    if start == 0 && bias.isEmpty {
      result = sum.multiplied(by: factor)
    } else {
      result.addProducts(sum, with: factor)
    }
  }
  return result
}

/// The same by the instructions that this module is compiled with, which the processor may not have.
/// 同じ計算を、このモジュールのコンパイルに用いた命令（プロセッサーに無いことがある）で行うもの。
///
/// - Parameters: As of `fusedProducts`.
@inline(never)
public func fusedProductsByInstruction(
  _ x: Span<Float>, features: Int, matrix: borrowing PackedText, outputs: Int, tile: Int, alpha: Float,
  bias: Span<Float>, into products: inout MutableSpan<Float>
) {
  fusedProducts(
    x, features: features, matrix: matrix, outputs: outputs, tile: tile, alpha: alpha, bias: bias, into: &products)
}
