import Testing

@testable import Inference

struct PolynomialKernelTests {
  static let products: [Float] = [1.1, -0.7, 0.3, 12.34, 1.1]

  // What ONNX Runtime answers: of degree 5 and 6 the last is not the first, though the products are the same.
  static let table: [(degree: Int, bits: [UInt32])] = [
    (0, [0x3f80_0000, 0x3f80_0000, 0x3f80_0000, 0x3f80_0000, 0x3f80_0000]),
    (1, [0x3f8c_cccd, 0xbf33_3333, 0x3e99_999a, 0x4145_70a4, 0x3f8c_cccd]),
    (4, [0x3fbb_67a2, 0x3e75_dcc5, 0x3c04_b5dd, 0x46b5_27b8, 0x3fbb_67a2]),
    (5, [0x3fce_2532, 0xbe2c_1a8a, 0x3b1f_40a3, 0x488b_b746, 0x3fce_2533]),
    (6, [0x3fe2_c284, 0x3df0_f1f4, 0x3a3f_1a5d, 0x4a57_8305, 0x3fe2_c285]),
    (7, [0x3ff9_6f92, 0xbda8_a95e, 0x3965_52d7, 0x4c26_36a6, 0x3ff9_6f92]),
  ]

  @Test(arguments: table.indices)
  func raisesToThePowerOfTheDegree(_ index: Int) {
    let (degree, bits) = Self.table[index]
    // What stands behind the products stays as it is.
    var values = Self.products + [9]
    powers(values.mutableSpan, count: 5, degree: degree)
    #expect(values.map(\.bitPattern) == bits + [Float(9).bitPattern])
  }
}
