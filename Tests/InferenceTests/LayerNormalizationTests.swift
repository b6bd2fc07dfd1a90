import Testing

@testable import Inference

struct LayerNormalizationTests {
  // What ONNX Runtime answers for a row of 5, 13 or 21 with the epsilon 0.01: short ones are divided, long ones multiplied, and
  // what is left over of eight is summed up in another way.
  struct Row {
    var kind: String
    var bits: [UInt32]
  }

  static let rows: [Row] = [
    Row(kind: "bias", bits: [0x3f42_cc68, 0x3ff6_6939, 0xbf6c_6712, 0xc09f_e801, 0xbfb9_830a]),
    Row(kind: "none", bits: [0x3f02_cc68, 0xbd99_6c71, 0x3f13_98ee, 0xbfff_a005, 0xbf93_1ca3]),
    Row(kind: "root", bits: [0x3e98_2a59, 0x3d6c_b3a6, 0x3fbe_34ef, 0xc01e_8172, 0xc01e_8172]),
    Row(
      kind: "bias",
      bits: [
        0x3f59_0e12, 0x3fdc_686a, 0xc03f_258e, 0xc037_79b8, 0x3fe0_30da, 0x3efb_50d5, 0x4001_3eb8, 0xbf1b_45e1,
        0xc094_dc64, 0xbfe8_cb67, 0x3e09_0b0f, 0x4014_493a, 0x3fe3_053a,
      ]),
    Row(
      kind: "none",
      bits: [
        0x3f19_0e12, 0xbe8e_5e57, 0xbfbe_4b1c, 0x3e08_647e, 0x4003_4ba0, 0x3e76_a1a9, 0x3c9f_5be1, 0x3f64_ba1f,
        0xbfd3_7190, 0xbfc2_6500, 0xbded_e9e3, 0x3ea2_49d4, 0x4051_829d,
      ]),
    Row(
      kind: "root",
      bits: [
        0x3e07_1e2d, 0x3cd2_2ef0, 0x3f28_e5b8, 0xbf8c_bf6e, 0xbf8c_bf6e, 0xbdb4_283c, 0x3e55_efc6, 0x4008_0e62,
        0xc00c_bf6e, 0xc053_1f25, 0xbe9d_a334, 0x3ec8_ccd7, 0x4065_e356,
      ]),
    Row(
      kind: "root",
      bits: [
        0x3da3_7bc0, 0x3c7e_4eb8, 0x3ecc_5aaf, 0xbf2a_4b92, 0xbf2a_4b92, 0xbd59_fa55, 0x3e01_6ca2, 0x3fa4_9e62,
        0xbfaa_4b92, 0xbfff_715b, 0xbe3e_bb0a, 0x3e72_f458, 0x400b_130d, 0xbfff_715b, 0xc054_de76, 0xbea3_7bc0,
        0x3eb2_3e08, 0x4043_d6e8, 0xc02a_4b92, 0xc095_0220, 0xbee7_99fa,
      ]),
  ]

  // Of two rows each is normalized by itself.
  @Test(arguments: rows.indices)
  func answersLikeTheReference(_ index: Int) {
    let row = Self.rows[index]
    let count = row.bits.count
    let numbers: [Float] = [-3, -0.3, 0.25, 2, -1.5]
    let x = (0..<count).map { numbers[$0 % 5] + Float($0) }
    let scale = (0..<count).map { numbers[($0 + 1) % 5] }
    let bias = row.kind == "bias" ? (0..<count).map { numbers[($0 + 2) % 5] } : []
    var y = [Float](repeating: 9, count: 2 * count)
    if row.kind == "root" {
      rootMeanSquareNormalization((x + x).span, scale: scale.span, epsilon: 0.01, into: y.mutableSpan)
    } else {
      layerNormalization((x + x).span, scale: scale.span, bias: bias.span, epsilon: 0.01, into: y.mutableSpan)
    }
    #expect(y.map(\.bitPattern) == row.bits + row.bits)
  }
}
