import Testing

@testable import Inference

struct ActivationTests {
  typealias Kernel = @Sendable (Span<Float>, consuming MutableSpan<Float>) -> Void

  static let row: [Float] = [-3, -0.3, 0.25, 2, -1.5]

  // What ONNX Runtime answers for the row: four elements side by side and one that is left over.
  static let table: [(name: String, kernel: Kernel, bits: [UInt32])] = [
    (
      "Elu", { exponentialUnits($0, alpha: 0.5, into: $1) },
      [0xbef3_4128, 0xbe04_b37a, 0x3e80_0000, 0x4000_0000, 0xbec6_e0f1]
    ),
    (
      "Selu", { scaledExponentialUnits($0, alpha: 1.673263192, gamma: 1.050701022, into: $1) },
      [0xbfd5_d532, 0xbee9_4d3b, 0x3e86_7d5f, 0x4006_7d5f, 0xbfae_d301]
    ),
    (
      "Celu", { continuousExponentialUnits($0, alpha: 0.5, into: $1) },
      [0xbeff_5d8d, 0xbe67_022a, 0x3e80_0000, 0x4000_0000, 0xbef3_4128]
    ),
    ("Erf", { errorFunction($0, into: $1) }, [0xbf7f_fe8d, 0xbea8_41c5, 0x3e8d_7aa7, 0x3f7e_cd71, 0xbf77_52ab]),
    ("Softplus", { softplus($0, into: $1) }, [0x3d47_0389, 0x3f0d_ea39, 0x3f53_70c5, 0x4008_1f97, 0x3e4e_3f49]),
    (
      "LeakyRelu", { leakyRectify($0, alpha: 0.1, into: $1) },
      [0xbe99_999a, 0xbcf5_c290, 0x3e80_0000, 0x4000_0000, 0xbe19_999a]
    ),
    ("ThresholdedRelu", { thresholdRectify($0, alpha: 0.5, into: $1) }, [0, 0, 0, 0x4000_0000, 0]),
    (
      "HardSigmoid", { hardLogistic($0, alpha: 0.2, beta: 0.5, into: $1) },
      [0, 0x3ee1_47ae, 0x3f0c_cccd, 0x3f66_6666, 0x3e4c_cccc]
    ),
    ("Softsign", { softsign($0, into: $1) }, [0xbf40_0000, 0xbe6c_4ec6, 0x3e4c_cccd, 0x3f2a_aaab, 0xbf19_999a]),
    ("Gelu", { gaussianUnits($0, into: $1) }, [0xbb84_b340, 0xbdea_c157, 0x3e19_44d1, 0x3ffa_2d0c, 0xbdcd_3b54]),
    (
      "Gelu by tanh", { approximateGaussianUnits($0, into: $1) },
      [0xbb6e_6380, 0xbdea_c2a7, 0x3e19_447f, 0x3ffa_3042, 0xbdcd_ad6c]
    ),
    (
      "LpNormalization by sum", { divideBySum($0, into: $1) },
      [0xbed9_df51, 0xbd2e_4c42, 0x3d11_3f8c, 0x3e91_3f8c, 0xbe59_df51]
    ),
    (
      "LpNormalization by length", { divideByLength($0, into: $1) },
      [0xbf43_b04b, 0xbd9c_8d09, 0x3d82_7587, 0x3f02_7587, 0xbec3_b04b]
    ),
    (
      "LogSoftmax", { logSoftmax($0, count: 5, into: $1) },
      [0xc0a8_aa1d, 0xc024_876e, 0xc001_543b, 0xbe8a_a1d5, 0xc071_543b]
    ),
  ]

  @Test(arguments: table.indices)
  func answersLikeTheReference(_ index: Int) {
    let (name, kernel, bits) = Self.table[index]
    var y = [Float](repeating: 9, count: 5)
    kernel(Self.row.span, y.mutableSpan)
    #expect(y.map(\.bitPattern) == bits, "\(name)")
  }

  @Test func multipliesWithSlopesBelowZero() {
    var y = [Float](repeating: 9, count: 5)
    rectify(([-2, 0, -0.0, 3, -1] as [Float]).span, slopes: ([-0.5] as [Float]).span, into: y.mutableSpan)
    #expect(y.map(\.bitPattern) == ([1, 0, -0.0, 3, 0.5] as [Float]).map(\.bitPattern))
  }
}
