import Testing

@testable import JSON

/// Lines of one row each, read as two numbers.
@Suite struct RowReaderTests {
  private func read(_ text: String, isJSON: Bool) -> ReadRow { ReadRow(Array(text.utf8), columns: 2, isJSON: isJSON) }

  @Test(
    arguments: [
      ("plain", "1,2", [1, 2]), ("signs, points, exponents", "-1.5,2e-1", [-1.5, 0.2]),
      ("spaces and tabs", " 1\t,  2 ", [1, 2]), ("quotes", #""1","2""#, [1, 2]),
      ("quotes and spaces", #" " 1 " , "2"  "#, [1, 2]), ("negative zero", "-0,-0.0", [-0.0, -0.0]),
      ("rounded twice", "1.00000005960464477540,1.0000000596046448", [1, 1]),
      ("the largest", "3.4028235677973362e38,1e-400", [0x1.fffffep127, 0]),
    ] as [(String, String, [Float])])
  func readsCSV(label: String, line: String, row: [Float]) {
    #expect(read(line, isJSON: false) == .row(row), "\(label)")
    #expect(read(line, isJSON: false).agrees(with: ReferenceRow.csv(Array(line.utf8), columns: 2)), "\(label)")
  }

  @Test(
    arguments: [
      ("a word", "1,x", .notNumber(column: 1)), ("a number and more", "1x,2", .notNumber(column: 0)),
      ("two numbers in one", "1 2,3", .notNumber(column: 0)), ("nan", "nan,1", .notNumber(column: 0)),
      ("infinity", "1,-inf", .notNumber(column: 1)), ("a plus", "+1,2", .notNumber(column: 0)),
      ("no digit before the point", ".5,2", .notNumber(column: 0)), ("nor behind it", "5.,2", .notNumber(column: 0)),
      ("leading zero", "01,2", .notNumber(column: 0)), ("hexadecimal", "0x1,2", .notNumber(column: 0)),
      ("a NUL", "1,\0", .notNumber(column: 1)), ("a NUL behind", "1,2\0", .notNumber(column: 1)),
      ("a CR inside", "1\r,2", .notNumber(column: 0)), ("semicolons", "1;2", .notNumber(column: 0)),
      ("quoted word", #"1,"x""#, .notNumber(column: 1)), ("quoted comma", #""1,5",2"#, .notNumber(column: 0)),
      ("doubled quote", #""1""",2"#, .notNumber(column: 0)), ("a quote behind", #"1",2"#, .notNumber(column: 0)),
      ("empty first", ",2", .empty(column: 0)), ("empty last", "1,", .empty(column: 1)),
      ("blank", "1,  ", .empty(column: 1)), ("empty quotes", #"1,"""#, .empty(column: 1)),
      ("blank quotes", #"" ",2"#, .empty(column: 0)), ("open quote", #"1,"2"#, .quote(column: 1)),
      ("only a quote", "1,\"", .quote(column: 1)), ("open over a comma", #""1,2"#, .quote(column: 0)),
      ("text behind quotes", #""1"x,2"#, .quote(column: 0)), ("too few", "1", .length(1)),
      ("too many", "1,2,3", .length(3)),
      ("a text too many", "1,2,a,b", .length(4)), ("a quoted comma too many", #"1,2,"a,b""#, .length(3)),
      ("a comma at the end", "1,2,", .length(3)), ("beyond float32", "1,1e39", .unfit(.float32, column: 1)),
      ("beyond double", "-1e999,2", .unfit(.float32, column: 0)), ("the first of two", "x,1e39", .notNumber(column: 0)),
    ] as [(String, String, RowError)])
  func refusesCSV(label: String, line: String, error: RowError) {
    #expect(read(line, isJSON: false) == .failure(error), "\(label)")
    #expect(ReferenceRow.csv(Array(line.utf8), columns: 2) == nil, "\(label)")
  }

  @Test(
    arguments: [
      ("list", "[1,2]", [1, 2]), ("white space", " [ 1 ,\t2 ] ", [1, 2]), ("object", #"{"data":[1,2]}"#, [1, 2]),
      ("other keys", #"{"id":7,"data":[1,2],"x":{"data":[3]}}"#, [1, 2]),
      ("escaped key", #"{"d\u0061ta":[1,2]}"#, [1, 2]),
      ("the last data wins", #"{"data":[3,4],"data":[1,2]}"#, [1, 2]),
    ] as [(String, String, [Float])])
  func readsJSON(label: String, line: String, row: [Float]) {
    #expect(read(line, isJSON: true) == .row(row), "\(label)")
    #expect(read(line, isJSON: true).agrees(with: ReferenceRow.json(Array(line.utf8), columns: 2)), "\(label)")
  }

  @Test(
    arguments: [
      ("empty list", "[]", .length(0)), ("too few", "[1]", .length(1)), ("too many", "[1,2,3]", .length(3)),
      ("string", #"["1",2]"#, .notNumber(column: 0)), ("null", "[1,null]", .notNumber(column: 1)),
      ("nested", "[[1,2]]", .notNumber(column: 0)), ("beyond float32", "[1,1e39]", .unfit(.float32, column: 1)),
      ("number", "1", .noList), ("empty object", "{}", .noList), ("no data", #"{"a":1}"#, .noList),
      ("data no list", #"{"data":1}"#, .noList), ("two values", "[1,2] 3", .syntax(.expectedEnd, offset: 6)),
      ("not closed", "[1,2", .syntax(.unexpectedEnd, offset: 4)),
      ("comma at the end", "[1,2,]", .syntax(.expectedValue, offset: 5)),
      ("comma behind data", #"{"data":[1,2],}"#, .syntax(.expectedKey, offset: 14)),
      ("object not closed", #"{"data":[1,2]"#, .syntax(.unexpectedEnd, offset: 13)),
      ("NaN", "[1,NaN]", .syntax(.expectedValue, offset: 3)), ("CSV", "1,2", .noList),
      ("no JSON", "x", .syntax(.expectedValue, offset: 0)),
    ] as [(String, String, RowError)])
  func refusesJSON(label: String, line: String, error: RowError) {
    #expect(read(line, isJSON: true) == .failure(error), "\(label)")
    #expect(ReferenceRow.json(Array(line.utf8), columns: 2) == nil, "\(label)")
  }

  @Test(
    arguments: [
      ("names", "a,b", true), ("quoted names", #""a","b,c""#, true), ("one empty", ",b", true),
      ("all empty", ",", false), ("numbers", "1,2", false), ("one number", "a,2", false),
      ("a quoted number", #"a,"2""#, false), ("a number with spaces", "a, 2 ", false),
      ("digits in names", "x1,2x", true),
      ("a quote that stays open", #"a,"b"#, false), ("nothing", "", false),
    ])
  func tellsHeaders(label: String, line: String, isHeader: Bool) {
    let bytes = Array(line.utf8)
    #expect(RowReader.isCSVHeader(bytes.span) == isHeader, "\(label)")
  }
}
