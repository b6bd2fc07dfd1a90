import Testing

@testable import JSON

@Suite struct MatrixReaderTests {
  @Test(
    arguments: [
      ("one row", #"{"data":[[1,2]]}"#, [[1, 2]]), ("two rows", #"{"data":[[1,2],[3,4]]}"#, [[1, 2], [3, 4]]),
      ("white space", " \t\r\n{ \"data\" \n:\t[ [ 1 , 2 ] , [ 3 , 4 ] ] } \r\n", [[1, 2], [3, 4]]),
      ("extra keys", #"{"a":null,"data":[[1,2]],"b":{"data":[3]},"c":[{},[],"",true,false,-1e5]}"#, [[1, 2]]),
      ("empty key", #"{"":1,"data":[[1,2]]}"#, [[1, 2]]),
      ("longer keys", #"{"dat":1,"data":[[1,2]],"data2":1}"#, [[1, 2]]),
      ("escaped key", #"{"d\u0061ta":[[1,2]]}"#, [[1, 2]]),
      ("key of escapes", #"{"\u0064\u0061\u0074\u0061":[[1,2]]}"#, [[1, 2]]),
      (
        "other escapes in keys", #"{"d\u0041ta":0,"data\u0000":0,"data\n":0,"\/data":0}"#, nil
      ),
      ("the last data wins", #"{"data":[[1,2]],"data":[[3,4],[5,6]]}"#, [[3, 4], [5, 6]]),
      ("errors of an earlier data", #"{"data":[[1],"x",[1e99]],"data":[[3,4]]}"#, [[3, 4]]),
      ("earlier data of another type", #"{"data":7,"d\u0061ta":[[3,4]]}"#, [[3, 4]]),
      ("float32 is rounded to", #"{"data":[[0.1,16777217]]}"#, [[0.1, 16777216]]),
      ("rounded twice", #"{"data":[[1.00000005960464477540,1.0000000596046448]]}"#, [[1, 1]]),
      (
        "the largest", #"{"data":[[3.4028235677973362e38,-3.4028235677973362e38]]}"#,
        [[0x1.fffffep127, -0x1.fffffep127]]
      ),
      ("the least", #"{"data":[[1.4e-45,7e-46]]}"#, [[0x1p-149, 0]]),
      ("negative zero", #"{"data":[[-0,-0.0e0]]}"#, [[-0.0, -0.0]]),
      ("lone surrogate", #"{"a":"\ud800","data":[[1,2]]}"#, [[1, 2]]),
      ("all escapes", #"{"a":"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00","data":[[1,2]]}"#, [[1, 2]]),
      (
        "all lengths of UTF-8", "{\"é語😀\u{7F}\":\"\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\",\"data\":[[1,2]]}",
        [[1, 2]]
      ),
    ] as [(String, String, [[Float]]?)])
  func readsBody(label: String, body: String, rows: [[Float]]?) {
    #expect(read(body) == rows.map(Outcome.rows) ?? .failure(.missing), "\(label)")
  }

  @Test(
    arguments: [
      ("empty", "", .missing), ("white space", " \n\t\r", .missing), ("no keys", "{}", .missing),
      ("no data", #"{"a":1}"#, .missing),
      ("data deeper", #"{"a":{"data":[[1,2]]}}"#, .missing), ("other case", #"{"Data":[[1,2]]}"#, .missing),
      ("body a list", "[[1,2]]", .wrongType(.body)), ("body a number", "1", .wrongType(.body)),
      ("body a string", #""data""#, .wrongType(.body)), ("body null", "null", .wrongType(.body)),
      ("data null", #"{"data":null}"#, .wrongType(.data)), ("data a number", #"{"data":1}"#, .wrongType(.data)),
      ("data a string", #"{"data":"[[1,2]]"}"#, .wrongType(.data)),
      ("data an object", #"{"data":{}}"#, .wrongType(.data)),
      ("a row a number", #"{"data":[1,2]}"#, .wrongType(.row(0))),
      ("a later row", #"{"data":[[1,2],{}]}"#, .wrongType(.row(1))),
      ("numeric string", #"{"data":[[1,"2"]]}"#, .wrongType(.element(row: 0, column: 1))),
      ("boolean", #"{"data":[[1,2],[true,1]]}"#, .wrongType(.element(row: 1, column: 0))),
      ("null", #"{"data":[[null,1]]}"#, .wrongType(.element(row: 0, column: 0))),
      ("list as element", #"{"data":[[[1],2]]}"#, .wrongType(.element(row: 0, column: 0))),
      ("object as element", #"{"data":[[1,2],[3,{"a":[1]}]]}"#, .wrongType(.element(row: 1, column: 1))),
      ("the first of several", #"{"data":[[1,2],[3,false],"x",[null]]}"#, .wrongType(.element(row: 1, column: 1))),
      ("beyond double", #"{"data":[[1,1e999]]}"#, .unfit(.float32, row: 0, column: 1)),
      ("beyond float32", #"{"data":[[1,2],[-3.4028235677973366e38,4]]}"#, .unfit(.float32, row: 1, column: 0)),
      ("type before not finite", #"{"data":[[null,1e99]]}"#, .wrongType(.element(row: 0, column: 0))),
      ("not finite before type", #"{"data":[[1e99,null]]}"#, .unfit(.float32, row: 0, column: 0)),
      ("type before shape", #"{"data":[[1],[2,"x"]]}"#, .wrongType(.element(row: 1, column: 1))),
      ("not finite before shape", #"{"data":[[],[2,3,1e99]]}"#, .unfit(.float32, row: 1, column: 2)),
      ("no rows", #"{"data":[]}"#, .noRows), ("no rows, spaced", #"{"data":[ ]}"#, .noRows),
      ("empty row", #"{"data":[[]]}"#, .rowLength(row: 0, count: 0)),
      ("short row", #"{"data":[[1]]}"#, .rowLength(row: 0, count: 1)),
      ("long row", #"{"data":[[1,2,3]]}"#, .rowLength(row: 0, count: 3)),
      ("ragged", #"{"data":[[1,2],[1,2],[1],[1,2,3]]}"#, .rowLength(row: 2, count: 1)),
      ("same total", #"{"data":[[1],[1,2,3]]}"#, .rowLength(row: 0, count: 1)),
      ("a wrong last data", #"{"data":[[1,2]],"data":null}"#, .wrongType(.data)),
      ("an empty last data", #"{"data":[[null]],"data":[]}"#, .noRows),
    ] as [(String, String, MatrixError)])
  func rejectsContent(label: String, body: String, error: MatrixError) {
    #expect(read(body) == .failure(error), "\(label)")
  }

  @Test(
    arguments: [
      ("trailing comma in a row", #"{"data":[[1,2,]]}"#, .expectedValue, 14),
      ("trailing comma in data", #"{"data":[[1,2],]}"#, .expectedValue, 15),
      ("trailing comma in the body", #"{"data":[[1,2]],}"#, .expectedKey, 16),
      ("leading comma", "{,}", .expectedKeyOrBrace, 1),
      ("comma missing in a row", #"{"data":[[1 2]]}"#, .expectedCommaOrBracket, 12),
      ("comma missing in data", #"{"data":[[1][2]]}"#, .expectedCommaOrBracket, 12),
      ("comma missing in the body", #"{"data":[[1,2]]"a":1}"#, .expectedCommaOrBrace, 15),
      ("colon missing", #"{"data"[[1,2]]}"#, .expectedColon, 7),
      ("key not a string", "{data:1}", .expectedKeyOrBrace, 1),
      ("value missing", #"{"a":}"#, .expectedValue, 5),
      ("wrong bracket", #"{"data":[[1,2}]}"#, .expectedCommaOrBracket, 13),
      ("wrong brace", #"{"a":{"b":1]}"#, .expectedCommaOrBrace, 11),
      ("wrong bracket inside", #"[{},[}]"#, .expectedValue, 5),
      ("trailing comma inside", #"{"a":[1,]}"#, .expectedValue, 8),
      ("key inside", #"{"a":{"b":1,}}"#, .expectedKey, 12),
      ("text after", #"{"data":[[1,2]]} x"#, .expectedEnd, 17), ("two values", "{}{}", .expectedEnd, 2),
      ("NaN", #"{"data":[[NaN,1]]}"#, .expectedValue, 10), ("Infinity", #"{"data":[[Infinity]]}"#, .expectedValue, 10),
      ("-Infinity", #"{"data":[[-Infinity]]}"#, .expectedDigit, 11), ("plus", #"{"data":[[+1]]}"#, .expectedValue, 10),
      ("leading zero", #"{"data":[[01]]}"#, .leadingZero, 11),
      ("no digit before the point", #"{"data":[[.5]]}"#, .expectedValue, 10),
      ("no digit after the point", #"{"data":[[5.]]}"#, .expectedDigit, 12),
      ("no exponent", #"{"data":[[5e]]}"#, .expectedDigit, 12),
      ("single quotes", "{'data':1}", .expectedKeyOrBrace, 1), ("comment", "{/**/}", .expectedKeyOrBrace, 1),
      ("capital literal", "True", .expectedValue, 0), ("misspelt literal", "nul ", .unknownLiteral, 3),
      ("misspelt literal inside", #"{"a":tru,"data":1}"#, .unknownLiteral, 8),
      ("longer literal", "nulll", .expectedEnd, 4),
      ("byte order mark", "\u{FEFF}{}", .expectedValue, 0), ("no-break space", "\u{A0}{}", .expectedValue, 0),
      ("form feed", "\u{0C}{}", .expectedValue, 0), ("NUL", "\u{0}", .expectedValue, 0),
      ("NUL after", "{}\u{0}", .expectedEnd, 2),
      ("NUL in a string", "\"a\u{0}\"", .controlCharacter, 2),
      ("line feed in a string", "\"a\n\"", .controlCharacter, 2),
      ("control character", "{\"a\u{1F}\":1}", .controlCharacter, 3), ("unknown escape", #""\x41""#, .invalidEscape, 2),
      ("escaped quote only", #""\'""#, .invalidEscape, 2),
      ("short unicode escape", #""\u12g4""#, .expectedHexadecimal, 5),
      ("unicode escape cut", #""\u12""#, .expectedHexadecimal, 5), ("capital U", #""\U0041""#, .invalidEscape, 2),
      ("end in an object", #"{"data""#, .unexpectedEnd, 7), ("end in a row", #"{"data":[[1"#, .unexpectedEnd, 11),
      ("end in a string", #"{"dat"#, .unexpectedEnd, 5), ("end in a literal", #"{"a":fals"#, .unexpectedEnd, 9),
      ("syntax beats a wrong type", #"{"data":["x"}"#, .expectedCommaOrBracket, 12),
      ("syntax beats a wrong body", "[1,2", .unexpectedEnd, 4),
      ("syntax in an extra key", #"{"data":[[1,2]],"x":01}"#, .leadingZero, 21),
      ("syntax in an earlier data", #"{"data":[-],"data":[[1,2]]}"#, .expectedDigit, 10),
    ] as [(String, String, SyntaxReason, Int)])
  func rejectsSyntax(label: String, body: String, reason: SyntaxReason, offset: Int) {
    #expect(read(body) == .failure(.syntax(reason, offset: offset)), "\(label)")
  }

  @Test(
    arguments: [
      ("lone continuation", [0x80], 0), ("overlong of two", [0xC0, 0x80], 0), ("overlong of two", [0xC1, 0xBF], 0),
      ("overlong of three", [0xE0, 0x9F, 0xBF], 1), ("overlong of four", [0xF0, 0x8F, 0xBF, 0xBF], 1),
      ("least surrogate", [0xED, 0xA0, 0x80], 1), ("last surrogate", [0xED, 0xBF, 0xBF], 1),
      ("beyond U+10FFFF", [0xF4, 0x90, 0x80, 0x80], 1), ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80], 0),
      ("0xFF", [0xFF], 0), ("cut after one", [0xC3], 1), ("cut after two", [0xE8, 0xAA], 2),
      ("cut after three", [0xF0, 0x9F, 0x98], 3), ("lead after lead", [0xE8, 0xE8], 1),
    ] as [(String, [UInt8], Int)])
  func rejectsInvalidUTF8(label: String, bytes: [UInt8], offset: Int) {
    for (before, after) in [("\"", "\""), ("{\"ab", "\":1}"), ("{\"data\":[[\"é", "\"]]}")] {
      let body = Array(before.utf8) + bytes + Array(after.utf8)
      let error = MatrixError.syntax(.invalidUTF8, offset: before.utf8.count + offset)
      #expect(read(body, columns: 2) == .failure(error), "\(label)")
    }
    // At the end of the body a sequence that is cut short is an early end.
    let body = [UInt8(ascii: "\"")] + bytes.prefix(offset)
    #expect(read(body, columns: 2) == .failure(.syntax(.unexpectedEnd, offset: body.count)), "\(label)")
  }

  @Test func boundsNesting() {
    func nested(_ open: String, _ close: String, _ depth: Int) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    let limit = MatrixReader.maximumDepth
    #expect(limit == 64)
    #expect(read(nested("[", "]", limit)) == .failure(.wrongType(.body)))
    #expect(read(nested("[", "]", limit + 1)) == .failure(.syntax(.nestingTooDeep, offset: limit)))
    #expect(read(nested("{\"a\":", "}", limit)) == .failure(.missing))
    #expect(read(nested("{\"a\":", "}", limit + 1)) == .failure(.syntax(.nestingTooDeep, offset: 5 * limit)))
    // The body, data and its rows are three levels.
    let element = MatrixError.wrongType(.element(row: 0, column: 0))
    #expect(read("{\"data\":[[" + nested("[", "]", limit - 3) + "]]}") == .failure(element))
    #expect(
      read("{\"data\":[[" + nested("[", "]", limit - 2) + "]]}")
        == .failure(.syntax(.nestingTooDeep, offset: 10 + limit - 3)))
    #expect(read(String(repeating: "[", count: 1_000_000)) == .failure(.syntax(.nestingTooDeep, offset: limit)))
    // Kinds of brackets are told apart on every level.
    let mixed = String(repeating: "[{\"a\":", count: 32) + "[}" + String(repeating: "}]", count: 32)
    #expect(read(mixed) == .failure(.syntax(.nestingTooDeep, offset: 6 * 32)))
    #expect(
      read(String(repeating: "[{\"a\":", count: 32) + "0" + String(repeating: "}]", count: 32))
        == .failure(.wrongType(.body)))
  }

  @Test func fillsTheCapacityAtMost() {
    // The densest bodies: one digit a number, one comma between two, complete or cut.
    for count in 1...100 {
      let numbers = String(repeating: "1,", count: count - 1) + "1"
      let body = "{\"data\":[[\(numbers)]]}"
      #expect(read(body, columns: count) == .rows([[Float](repeating: 1, count: count)]))
      #expect(
        read("{\"data\":[[\(numbers)", columns: count) == .failure(.syntax(.unexpectedEnd, offset: 9 + 2 * count)))
    }
  }

  @Test func everyPrefixIsAnEarlyEnd() {
    let bodies = [
      #"{"data":[[5.1,-3.5e0,1E+4,0.2],[0,1,2,3]]}"#,
      #" { "a" : [ true , { "b" : null } ] , "d\u0061ta" : [ [ 1 ] ] }"#,
      #"{"é語😀":"\"\\\n\u00e9\ud800","x":{},"y":[],"z":[[],{},false],"data":[]}"#,
      #"{"data":null,"data":[["x",1e999]]}"#,
    ]
    for body in bodies {
      let bytes = Array(body.utf8)
      for count in 0..<bytes.count {
        let error: MatrixError =
          bytes.prefix(count).allSatisfy { $0 == 0x20 } ? .missing : .syntax(.unexpectedEnd, offset: count)
        #expect(read(Array(bytes.prefix(count)), columns: 4) == .failure(error), "\(count) bytes of \(body)")
      }
      if case .failure(.syntax) = read(bytes, columns: 4) { Issue.record("\(body)") }
    }
  }
}
