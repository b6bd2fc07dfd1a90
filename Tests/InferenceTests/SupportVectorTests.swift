import Lanes
import Testing

@testable import Inference

// A classifier of three classes and four support vectors; the expected bits are ONNX Runtime's.
struct SupportVectorTests {
  enum Kernel {
    case radialBasis
    case linear
    case square
    case cubeOfGammaOne
    case hyperbolicTangent
  }

  struct Row {
    var kernel: Kernel
    var x: [Float]
    var label: Int
    var bits: [UInt32]
  }

  static let probabilities: [Row] = [
    Row(kernel: .radialBasis, x: [1, 2, 3], label: 0, bits: [0x3e82_61bd, 0x3e92_059f, 0x3eeb_98a7]),
    Row(kernel: .radialBasis, x: [0.1, -0.2, 0.3], label: 0, bits: [0x3e85_f0c3, 0x3e94_ebf0, 0x3ee5_2351]),
    Row(kernel: .radialBasis, x: [.nan, 0, 1], label: 2, bits: [0x3eaa_aaab, 0x3eaa_aaab, 0x3eaa_aaab]),
    Row(kernel: .radialBasis, x: [1e20, 0, 0], label: 0, bits: [0x3e80_9c75, 0x3e96_115e, 0x3ee9_522b]),
    Row(kernel: .linear, x: [1, 2, 3], label: 0, bits: [0x3dc2_67b7, 0x3e50_f0ad, 0x3f33_76e1]),
    Row(kernel: .linear, x: [0.1, -0.2, 0.3], label: 0, bits: [0x3f14_b6d0, 0x3e4a_7d1e, 0x3e62_a79c]),
    Row(kernel: .linear, x: [.nan, 0, 1], label: 2, bits: [0x3eaa_aaab, 0x3eaa_aaab, 0x3eaa_aaab]),
    Row(kernel: .linear, x: [1e20, 0, 0], label: 2, bits: [0x28db_f181, 0x2903_f74b, 0x3f80_0000]),
    Row(kernel: .square, x: [1, 2, 3], label: 0, bits: [0x3de0_c9ff, 0x3e56_7cbe, 0x3f2e_4793]),
    Row(kernel: .square, x: [0.1, -0.2, 0.3], label: 0, bits: [0x3e86_480b, 0x3e80_0d9d, 0x3ef9_aa5a]),
    Row(kernel: .square, x: [.nan, 0, 1], label: 2, bits: [0x3eaa_aaab, 0x3eaa_aaab, 0x3eaa_aaab]),
    Row(kernel: .square, x: [1e20, 0, 0], label: 1, bits: [0x3eaa_aaab, 0x3eaa_aaab, 0x3eaa_aaab]),
    Row(kernel: .cubeOfGammaOne, x: [1, 2, 3], label: 0, bits: [0x3e12_372c, 0x3e7b_6041, 0x3f1c_9a23]),
    Row(kernel: .cubeOfGammaOne, x: [0.1, -0.2, 0.3], label: 0, bits: [0x3e5c_5240, 0x3e34_faf0, 0x3f1b_acb5]),
    Row(kernel: .cubeOfGammaOne, x: [.nan, 0, 1], label: 2, bits: [0x3eaa_aaab, 0x3eaa_aaab, 0x3eaa_aaab]),
    Row(kernel: .cubeOfGammaOne, x: [1e20, 0, 0], label: 2, bits: [0x3eaa_aaab, 0x3eaa_aaab, 0x3eaa_aaab]),
    Row(kernel: .hyperbolicTangent, x: [1, 2, 3], label: 0, bits: [0x3e37_e8d5, 0x3e4f_f9b0, 0x3f1e_0760]),
    Row(kernel: .hyperbolicTangent, x: [0.1, -0.2, 0.3], label: 0, bits: [0x3eb1_f68c, 0x3e91_5509, 0x3ebc_b469]),
    Row(kernel: .hyperbolicTangent, x: [.nan, 0, 1], label: 2, bits: [0x3eaa_aaab, 0x3eaa_aaab, 0x3eaa_aaab]),
    Row(kernel: .hyperbolicTangent, x: [1e20, 0, 0], label: 2, bits: [0x3d7a_1949, 0x3e41_7e02, 0x3f3f_fee8]),
  ]

  @Test(arguments: probabilities.indices)
  func computesProbabilities(_ index: Int) {
    let row = Self.probabilities[index]
    let (label, decisions) = votes(of: row.kernel, row.x)
    var p = InlineArray<3, Float>(repeating: 0)
    var pairs = InlineArray<4, Float>(repeating: 0)
    let a: [Float] = [-1.5, -2, -0.75, 0]
    let b: [Float] = [0.125, -0.25, 0.5, 0]
    pairwiseCoupling(
      decisions.span, a: a.span, b: b.span, pairs: pairs.mutableSpan, into: &p)
    #expect(label == row.label)
    #expect(p.indices.map { p[$0].bitPattern } == row.bits)
  }

  static let raw: [(x: [Float], label: Int, bits: [UInt32])] = [
    (x: [1, 2, 3], label: 0, bits: [0x3e55_86e0, 0xbf05_fa2f, 0x3e8a_9234]),
    (x: [0.1, -0.2, 0.3], label: 0, bits: [0x3ef2_6dda, 0xbf22_3e71, 0x3f2c_b302]),
  ]

  @Test(arguments: raw.indices)
  func computesDecisions(_ index: Int) {
    let row = Self.raw[index]
    let (label, decisions) = votes(of: .radialBasis, row.x)
    #expect(label == row.label)
    #expect(decisions.prefix(3).map(\.bitPattern) == row.bits)
  }

  private func votes(of kernel: Kernel, _ x: [Float]) -> (label: Int, decisions: [Float]) {
    let coefficients: [Float] = [1, -0.25, -0.5, 0.5, 0.75, 1, -1, -0.75]
    let intercepts: [Float] = [0.125, -0.5, 0.25]
    let starts = [0, 1, 3, 4]
    var sums = InlineArray<3, Double>(repeating: 0)
    var counts = InlineArray<3, Int>(repeating: 0)
    var decisions: [Float] = [0, 0, 0, 0]
    let vectors: [[Float]] = [[0.5, -1, 2], [1.5, 0.25, -0.75], [-2, 1, 0.5], [0.125, 3, -1.5]]
    let rows: [Float] = vectors.flatMap { $0 + Array(repeating: 0, count: 5) }
    let block: [Float] = (0..<3).flatMap { i in vectors.map { $0[i] } + Array(repeating: 0, count: 4) }
    // The same, as the generator packs it.
    let packed = PackedText(
      """
      \0\0  \0\0`\u{10}\0\0 @\0\0\u{10}\u{10}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
      \0\0\0?\0\0@?\0\0\0@\0\0\0>\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
      \0\0\0?\0\0\0>\0\0\0?\0\0@@\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
      \0\0\0@\0\0@?\0\0\0?\0\0@?\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0
      """)
    var values = [Float](repeating: 0, count: 8)
    switch kernel {
    case .radialBasis:
      let label = radialBasisVotes(
        x.span, supportVectors: block.span, gamma: 0.25, kernel: values.mutableSpan, coefficients: coefficients.span,
        intercepts: intercepts.span, starts: starts.span, sums: sums.mutableSpan, votes: counts.mutableSpan,
        into: decisions.mutableSpan)
      return (label, decisions)
    case .linear: dotProducts(x.span, matrix: rows.span, rows: 4, addend: 0, into: values.mutableSpan)
    case .square:
      matrixProduct(
        x.span, features: 3, matrix: packed, outputs: 4, tile: 3, alpha: 0.3, bias: [0.5].span,
        into: values.mutableSpan)
      square(values.mutableSpan)
    case .cubeOfGammaOne:
      dotProducts(x.span, matrix: rows.span, rows: 4, addend: 0.5, into: values.mutableSpan)
      cube(values.mutableSpan)
    case .hyperbolicTangent:
      matrixProduct(
        x.span, features: 3, matrix: packed, outputs: 4, tile: 3, alpha: 0.3, bias: [-0.1].span,
        into: values.mutableSpan)
      hyperbolicTangent(values.mutableSpan)
    }
    let label = pairwiseVotes(
      values.span, coefficients: coefficients.span, intercepts: intercepts.span, starts: starts.span,
      sums: sums.mutableSpan, votes: counts.mutableSpan, into: decisions.mutableSpan)
    return (label, decisions)
  }
}
