import Testing

@testable import JSON

@Suite struct MatrixPropertyTests {
  private static let bodies = [
    #"{"data":[[5.1,3.5],[1.4,0.2]]}"#, #"{"data":[[1,2]],"data":[[3,-4e2]]}"#,
    #" { "a" : [ true , { "b" : null } ] , "data" : [ [ 1 , 2 ] ] } "#,
    #"{"d\u0061ta":[[1e38,2E-5]],"é語😀":"\"\\\/\n\u00e9\ud800"}"#,
    #"{"x":{"y":[[],{},false,""]},"data":[[0,-0.0],["a",null]]}"#,
    #"{"data":[]}"#, #"{"data":[[1],[2,3]]}"#, #"[[[{"a":[1]}]]]"#,
    #"{"data":[[0.10000000149011612,12345678901234567890.5]]}"#,
  ].map { Array($0.utf8) }

  private static let pieces =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0064", "\"data\":", "[[1,2]]", "0", "1", "-", "+", ".", "e", "E9",
      "1e999", "00", " ",
      "\n", "\u{0}", "\u{1F}", "true", "null", "é", "\u{10FFFF}", "NaN", "[[[[[[[[[[[[[[[[", "]]]]]]]]]]]]]]]]",
    ].map { Array($0.utf8) } + [[0x80], [0xC0], [0xE0, 0x9F], [0xED, 0xA0], [0xF4, 0x90], [0xFF]]

  private func mutated(_ body: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var body = body
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let start = Int.random(in: 0...body.count, using: &generator)
      let end = min(body.count, start + Int.random(in: 0...4, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: body.removeSubrange(start..<end)
      case 1: body.insert(contentsOf: Self.pieces.randomElement(using: &generator)!, at: start)
      case 2: body.replaceSubrange(start..<end, with: Self.pieces.randomElement(using: &generator)!)
      case 3: body.insert(contentsOf: body[start..<end], at: Int.random(in: 0...body.count, using: &generator))
      default: if start < body.count { body[start] = UInt8(truncatingIfNeeded: generator.next()) }
      }
    }
    return body
  }

  @Test func agreesWithReferenceOnMutatedBodies() {
    var generator = SeededGenerator(seed: testSeed)
    var kinds = (rows: 0, content: 0, syntax: 0)
    for _ in 0..<valueCount / 20 {
      let body = mutated(Self.bodies.randomElement(using: &generator)!, using: &generator)
      let outcome = read(body, columns: 2)
      let text = String(decoding: body, as: UTF8.self)
      if case .failure(.syntax(let reason, let offset)) = outcome {
        kinds.syntax += 1
        #expect(ReferenceJSON.outcome(of: body, columns: 2) == nil, "\(text), seed \(testSeed)")
        expectFirst(reason, at: offset, in: body, "\(text), seed \(testSeed)")
      } else {
        if case .rows = outcome { kinds.rows += 1 } else { kinds.content += 1 }
        #expect(outcome == ReferenceJSON.outcome(of: body, columns: 2), "\(text), seed \(testSeed)")
      }
    }
    // The mutations are of use only if each kind comes up often.
    #expect(min(kinds.rows, kinds.content, kinds.syntax) > valueCount / 20 / 50, "\(kinds)")
  }

  // Up to the offending byte there is nothing wrong but the end, and what follows it does not matter.
  private func expectFirst(_ reason: SyntaxReason, at offset: Int, in body: [UInt8], _ comment: Comment) {
    if case .failure(.syntax(let early, let end)) = read(Array(body.prefix(offset)), columns: 2) {
      #expect(early == .unexpectedEnd && end == offset, comment)
    }
    #expect((reason == .unexpectedEnd) == (offset == body.count), comment)
    if offset < body.count {
      #expect(read(Array(body.prefix(offset + 1)), columns: 2) == .failure(.syntax(reason, offset: offset)), comment)
    }
  }

  @Test func survivesRandomBytes() {
    var generator = SeededGenerator(seed: testSeed)
    for _ in 0..<valueCount / 20 {
      var body: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) { body += Self.pieces.randomElement(using: &generator)! }
      let expected = ReferenceJSON.outcome(of: body, columns: 1)
      let outcome = read(body, columns: 1)
      if case .failure(.syntax) = outcome {
        #expect(expected == nil, "\(body), seed \(testSeed)")
      } else {
        #expect(expected == outcome, "\(body), seed \(testSeed)")
      }
    }
  }

  @Test func readsBackRowsItIsGiven() {
    var generator = SeededGenerator(seed: testSeed)
    for _ in 0..<valueCount / 400 {
      let columns = Int.random(in: 1...5, using: &generator)
      let rows = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        (0..<columns).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: generator.next())) }.map {
          $0.isFinite ? $0 : -0.0
        }
      }
      let body = written { buffer in
        buffer.append("{\"data\":")
        for (row, values) in rows.enumerated() {
          buffer.append(row == 0 ? "[[" : ",[")
          for (column, value) in values.enumerated() {
            if column > 0 { buffer.append(",") }
            JSONNumber.write(value, to: &buffer)
          }
          buffer.append("]")
        }
        buffer.append("]}")
      }
      #expect(read(body, columns: columns) == .rows(rows), "\(body), seed \(testSeed)")
    }
  }
}
