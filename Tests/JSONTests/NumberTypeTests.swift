import Inference
import Testing

@testable import JSON

/// Rows whose features are of several types: a float32, a float64, an int64, an int32 and a bool.
struct NumberTypeTests {
  static let types: StaticString = "fdlib"

  private static func words(_ values: (Float, Double, Int64, Int64, Bool)) -> [UInt64] {
    [
      .holding(values.0), .holding(values.1), .holding(values.2), .holding(values.3),
      .holding(values.4 ? 1 : 0 as Int64),
    ]
  }

  private static func matrix(_ row: String) throws(MatrixError) -> [UInt64] {
    let body = Array(#"{"data":[\#(row)]}"#.utf8)
    var values = [UInt64](repeating: 7, count: MatrixReader.capacity(forBodyOf: body.count))
    var span = values.mutableSpan
    let rows = try MatrixReader.read(body.span, columns: 5, types: types, into: &span)
    return Array(values[..<(rows * 5)])
  }

  private static func line(_ text: String, isJSON: Bool) throws(RowError) -> [UInt64] {
    let line = Array(text.utf8)
    var values = [UInt64](repeating: 7, count: 5)
    var span = values.mutableSpan
    if isJSON {
      try RowReader.readJSON(line.span, types: types, into: &span)
    } else {
      try RowReader.readCSV(line.span, types: types, into: &span)
    }
    return values
  }

  static let rows: [(label: String, text: String, values: (Float, Double, Int64, Int64, Bool))] = [
    ("plain", "1.5,2.5,3,4,1", (1.5, 2.5, 3, 4, true)),
    ("of its own width", "0.1,0.1,1,1,0", (0.1, 0.1, 1, 1, false)),
    // Halfway between two floats once it is a double, which the text is not.
    (
      "a float32 is rounded from the double", "1.00000017881393432617187499,1,0,0,0",
      (1.000_000_238_418_579_1, 1, 0, 0, false)
    ),
    (
      "the largest", "1,1.7976931348623157e308,9223372036854775807,2147483647,1",
      (1, .greatestFiniteMagnitude, .max, 2_147_483_647, true)
    ),
    (
      "the least", "-0.0,-4.9e-324,-9223372036854775808,-2147483648,0",
      (-0.0, -.leastNonzeroMagnitude, .min, -2_147_483_648, false)
    ),
    ("past 2^53", "1,1,9007199254740993,-0,1.0", (1, 1, 9_007_199_254_740_993, 0, true)),
    ("integers of other forms", "1,1,3.000,12e2,1e0", (1, 1, 3, 1200, true)),
    ("integers of many digits", "1,1,5.00000000000000000000000,0.000000000000000000000e99,10e-1", (1, 1, 5, 0, true)),
    (
      "an integer behind an exponent", "1,1,922337203685477580.7e1,2147483.647E3,0e5",
      (1, 1, .max, 2_147_483_647, false)
    ),
  ]

  @Test(arguments: rows.indices)
  func readsEachByItsType(_ index: Int) throws {
    let row = Self.rows[index]
    let expected = Self.words(row.values)
    #expect(try Self.matrix("[\(row.text)]") == expected, "\(row.label)")
    #expect(try Self.matrix("[\(row.text)],[\(row.text)]") == expected + expected, "\(row.label)")
    #expect(try Self.line("[\(row.text)]", isJSON: true) == expected, "\(row.label)")
    #expect(try Self.line(row.text, isJSON: false) == expected, "\(row.label)")
  }

  @Test func aBoolIsTrueOrFalse() throws {
    for (text, value) in [("true", true), ("false", false)] {
      let expected = Self.words((1, 1, 1, 1, value))
      #expect(try Self.matrix("[1,1,1,1,\(text)]") == expected)
      #expect(try Self.line("[1,1,1,1,\(text)]", isJSON: true) == expected)
    }
    #expect(throws: RowError.notNumber(column: 4)) { try Self.line("1,1,1,1,true", isJSON: false) }
    #expect(throws: MatrixError.syntax(.unknownLiteral, offset: 21)) { try Self.matrix("[1,1,1,1,tru]") }
    #expect(throws: RowError.syntax(.unknownLiteral, offset: 12)) { try Self.line("[1,1,1,1,tru]", isJSON: true) }
  }

  static let unfit: [(label: String, text: String, type: NumberType, column: Int)] = [
    ("beyond float32", "1e39,1,1,1,1", .float32, 0), ("beyond float64", "1,1e309,1,1,1", .float64, 1),
    ("a fraction", "1,1,1.5,1,1", .int64, 2), ("a small fraction", "1,1,1.00000000000000000000000001,1,1", .int64, 2),
    ("beyond int64", "1,1,9223372036854775808,1,1", .int64, 2),
    ("below int64", "1,1,-9223372036854775809,1,1", .int64, 2),
    ("far beyond int64", "1,1,1e400,1,1", .int64, 2), ("many digits", "1,1,18446744073709551617,1,1", .int64, 2),
    ("a large exponent", "1,1,1e99999999999999999999,1,1", .int64, 2), ("next to nothing", "1,1,1e-99,1,1", .int64, 2),
    ("beyond int32", "1,1,1,2147483648,1", .int32, 3), ("below int32", "1,1,1,-2147483649,1", .int32, 3),
    ("a fraction of int32", "1,1,1,0.1,1", .int32, 3), ("no bool", "1,1,1,1,2", .bool, 4),
    ("half a bool", "1,1,1,1,0.5", .bool, 4),
    ("a negative bool", "1,1,1,1,-1", .bool, 4), ("before the length", "1,1,1.5", .int64, 2),
  ]

  @Test(arguments: unfit.indices)
  func refusesWhatDoesNotFit(_ index: Int) {
    let row = Self.unfit[index]
    #expect(throws: MatrixError.unfit(row.type, row: 0, column: row.column), "\(row.label)") {
      try Self.matrix("[\(row.text)]")
    }
    for (text, isJSON) in [("[\(row.text)]", true), (row.text, false)] {
      #expect(throws: RowError.unfit(row.type, column: row.column), "\(row.label)") {
        try Self.line(text, isJSON: isJSON)
      }
    }
  }

  @Test func aBoolAloneMayBeALiteral() {
    for row in ["true,1,1,1,1", "1,true,1,1,1", "1,1,false,1,1", "1,1,1,true,1"] {
      #expect(throws: MatrixError.self) { try Self.matrix("[\(row)]") }
      #expect(throws: RowError.self) { try Self.line("[\(row)]", isJSON: true) }
    }
    #expect(throws: MatrixError.wrongType(.element(row: 0, column: 4))) { try Self.matrix("[1,1,1,1,null]") }
    #expect(throws: MatrixError.rowLength(row: 0, count: 6)) { try Self.matrix("[1,1,1,1,1,1.5]") }
  }

  static let messages: [(type: NumberType, text: String, kind: String)] = [
    (.float32, "a finite float32", "finite_number"), (.float64, "a finite float64", "finite_number"),
    (.int64, "an integer of int64", "int_type"), (.int32, "an integer of int32", "int_type"),
    (.bool, "true, false, 0 or 1", "bool_type"),
  ]

  @Test(arguments: messages.indices)
  func saysWhatIsWanted(_ index: Int) {
    let row = Self.messages[index]
    #expect(
      written { MatrixError.unfit(row.type, row: 1, column: 2).writeDetail(columns: 5, to: &$0) }
        == #"{"detail":[{"loc":["body","data",1,2],"msg":"input should be \#(row.text)","type":"\#(row.kind)"}]}"#)
    #expect(
      written { RowError.unfit(row.type, column: 2).writeReason(columns: 5, to: &$0) } == "value 3 is not \(row.text)")
  }

  /// Integers are read exactly wherever the point stands and however many zeros there are.
  @Test func readsIntegersExactly() {
    var random = SeededGenerator(seed: testSeed)
    for _ in 0..<min(valueCount, 50_000) {
      let value = Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random)
      let zeros = Int.random(in: 0..<25, using: &random)
      let digits = "\(value.magnitude)" + String(repeating: "0", count: zeros)
      let point = Int.random(in: 1..<digits.count + 1, using: &random)
      let fraction = digits.dropFirst(point)
      let whole = String(digits.prefix(point))
      let exponent = fraction.count - zeros
      let text = "\(value < 0 ? "-" : "")\(whole)\(fraction.isEmpty ? "" : ".\(fraction)")e\(exponent)"
      guard !(whole.count > 1 && whole.hasPrefix("0")) else { continue }
      #expect(
        (try? Self.line("[0,0,\(text),0,0]", isJSON: true))?[2] == UInt64(bitPattern: value),
        "\(text), seed \(testSeed)")
    }
  }
}
