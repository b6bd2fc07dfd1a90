import Testing

@testable import Generator

/// Arithmetic of constants, which is done while a model is compiled.
struct ArithmeticTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let arithmetic: Arithmetic
    let a: TensorElements
    let b: TensorElements
    let result: TensorElements?

    init(_ label: String, _ arithmetic: Arithmetic, _ a: TensorElements, _ b: TensorElements, _ result: TensorElements?)
    {
      testDescription = label
      (self.arithmetic, self.a, self.b, self.result) = (arithmetic, a, b, result)
    }
  }

  static let table: [Case] = [
    Case("floats are rounded once", .divide, .floats([1, 1]), .floats([3, 0]), .floats([0x1.555556p-2, .infinity])),
    Case("doubles", .add, .doubles([0.1, 1]), .doubles([0.2, -1]), .doubles([0x1.3333333333334p-2, 0])),
    Case("integers wrap around", .multiply, .int32s([.max, 3]), .int32s([2, -4]), .int32s([-2, -12])),
    Case("integers are divided towards zero", .divide, .int64s([-7, .min]), .int64s([2, -1]), .int64s([-3, .min])),
    Case("differences", .subtract, .int64s([.min, 1]), .int64s([1, 2]), .int64s([.max, -1])),
    Case("an integer divided by zero", .divide, .int64s([1, 2]), .int64s([1, 0]), nil),
    Case("truth values", .add, .bools([true, false]), .bools([true, false]), nil),
    Case("different types", .add, .floats([1, 2]), .doubles([1, 2]), nil),
  ]

  @Test(arguments: table)
  func isThatOfTheKernels(_ row: Case) {
    #expect(row.arithmetic.of(row.a, row.b, at: [(0, 0), (1, 1)]) == row.result)
  }
}
