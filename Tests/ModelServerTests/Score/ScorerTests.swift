import Bytes
import Testing

@testable import ModelServer

/// Whole inputs through the scorer: what comes out, what is told of bad rows.
struct ScorerTests {
  struct Result: Equatable {
    var output = ""
    var messages = ""
    var rows = 0
    var badRows = 0
    var hasFailed = false
  }

  // The input arrives in pieces that end at the given places.
  private func score(
    _ text: [UInt8], _ options: ScoreOptions = ScoreOptions(), splitAt splits: [Int] = [], lineLimit: Int = 1 << 20
  ) -> Result {
    var scorer = Scorer<SumAndQuotient>(options, lineLimit: lineLimit)
    var result = Result()
    var output = [UInt8]()
    var messages = [UInt8]()
    var start = 0
    // An empty piece behind the last is the end.
    for (end, isEnd) in splits.map({ ($0, false) }) + [(text.count, false), (text.count, true)] {
      for byte in text[start..<end] { scorer.input.append(byte) }
      start = end
      var outcome: Scorer<SumAndQuotient>.Outcome
      repeat {
        outcome = scorer.advance(atEnd: isEnd)
        output += scorer.output.bytes.indices.map { scorer.output.bytes[$0] }
        messages += scorer.messages.bytes.indices.map { scorer.messages.bytes[$0] }
        scorer.output.removeAll()
        scorer.messages.removeAll()
      } while outcome == .outputIsFull
      if outcome == .failed {
        result.hasFailed = true
        break
      }
    }
    result.output = String(decoding: output, as: UTF8.self)
    result.messages = String(decoding: messages, as: UTF8.self)
    result.rows = scorer.rows
    result.badRows = scorer.badRows
    return result
  }

  private func score(
    _ text: String, format: RowFormat = .auto, header: HeaderLine = .auto, onError: BadRowPolicy = .fail
  ) -> Result {
    score(Array(text.utf8), ScoreOptions(format: format, header: header, onError: onError))
  }

  @Test(
    arguments: [
      ("a row", "1,2\n", "1,2,3.0,0.5,sum\n"), ("no last newline", "1,2", "1,2,3.0,0.5,sum\n"),
      ("the label of the larger score", "4,0.5\n1,2", "4,0.5,4.5,8.0,quotient\n1,2,3.0,0.5,sum\n"),
      ("the row as it was", " 1 ,\"2.00\"\n", " 1 ,\"2.00\",3.0,0.5,sum\n"),
      ("CRLF", "1,2\r\n1,2\r\n", "1,2,3.0,0.5,sum\r\n1,2,3.0,0.5,sum\r\n"),
      ("CRLF and LF", "1,2\r\n1,2\n", "1,2,3.0,0.5,sum\r\n1,2,3.0,0.5,sum\n"),
      ("header", "a,\"b,c\"\n1,2\n", "a,\"b,c\",sum,quotient,label\n1,2,3.0,0.5,sum\n"),
      ("header with CRLF", "a,b\r\n", "a,b,sum,quotient,label\r\n"),
      ("byte order mark", "\u{FEFF}1,2\n", "1,2,3.0,0.5,sum\n"),
      ("byte order mark and header", "\u{FEFF}a,b\n1,2", "a,b,sum,quotient,label\n1,2,3.0,0.5,sum\n"),
      ("empty lines", "\n \n\r\n1,2\n\n\t\n1,2\n\n", "1,2,3.0,0.5,sum\n1,2,3.0,0.5,sum\n"),
      ("nothing", "", ""), ("only empty lines", "\n\r\n \n", ""), ("only a mark", "\u{FEFF}", ""),
      ("JSON", "[1,2]\n", "{\"prediction\":[3.0,0.5],\"label\":\"sum\"}\n"),
      (
        "JSON objects", "\u{FEFF}\n {\"data\":[1,2]}\r\n[4,0.5]",
        "{\"prediction\":[3.0,0.5],\"label\":\"sum\"}\n{\"prediction\":[4.5,8.0],\"label\":\"quotient\"}\n"
      ),
    ])
  func scores(label: String, input: String, output: String) {
    let result = score(input)
    #expect(result.output == output, "\(label)")
    #expect(result.messages == "" && result.badRows == 0 && !result.hasFailed, "\(label)")
    #expect(result.rows == output.split { $0.isNewline }.count { !$0.hasSuffix(",label") }, "\(label)")
  }

  @Test(
    arguments: [
      ("a word", "1,2\n1,x\n", #"line 2: value 2 is not a number: "1,x""#),
      ("behind empty lines", "\n\n1,2\r\n\r\n1\r\n", #"line 5: 1 value, the model takes 2: "1""#),
      ("the first line", "1,x", #"line 1: value 2 is not a number: "1,x""#),
      ("a short header", "a\n", #"line 1: a header of 1 name, the model takes 2 values: "a""#),
      ("a second header", "a,b\nc,d\n", #"line 2: value 1 is not a number: "c,d""#),
      ("control characters", "1,\u{1B}[2J\n", #"line 1: value 2 is not a number: "1,\u001b[2J""#),
      ("an answer that is not finite", "1,0\n", #"line 1: the prediction is not finite: "1,0""#),
      ("JSON", "[1,2]\n[1]\n", #"line 2: 1 value, the model takes 2: "[1]""#),
      ("no JSON", "[1,2]\n1,2\n", #"line 2: expected a list, or an object with a list as data: "1,2""#),
      ("cut JSON", "[1,2", #"line 1: unexpected end at byte 5: "[1,2""#),
      ("a long row", String(repeating: "x", count: 201) + ",1\n1,2\n", nil),
    ] as [(String, String, String?)])
  func failsAtTheFirstBadRow(label: String, input: String, message: String?) {
    let result = score(input)
    #expect(result.hasFailed && result.badRows == 1, "\(label)")
    let shown = "line 1: value 1 is not a number: \"\(String(repeating: "x", count: 200))\"..."
    #expect(result.messages == "model-server: \(message ?? shown)\n", "\(label)")
  }

  @Test func skipsBadRows() {
    let result = score("1,2\nx,1\n4,0.5\n1\n", onError: .skip)
    #expect(result.output == "1,2,3.0,0.5,sum\n4,0.5,4.5,8.0,quotient\n")
    #expect(
      result.messages == """
        model-server: line 2: value 1 is not a number: "x,1"
        model-server: line 4: 1 value, the model takes 2: "1"

        """)
    #expect(result.rows == 2 && result.badRows == 2 && !result.hasFailed)
  }

  @Test func takesTheHeaderAndTheFormatAsTold() {
    #expect(score("1,2\n1,2\n", header: .yes).output == "1,2,sum,quotient,label\n1,2,3.0,0.5,sum\n")
    #expect(score("a,b\n", header: .no).messages.contains("line 1: value 1 is not a number"))
    #expect(score("[1,2]\n", format: .csv, header: .no).messages.contains("line 1: value 1 is not a number"))
    #expect(score("1,2\n", format: .jsonl).messages.contains("line 1: expected a list"))
  }

  @Test func withoutLabelsThereIsNone() {
    var scorer = Scorer<Doubled>(ScoreOptions())
    for byte in "x\n1.5\n".utf8 { scorer.input.append(byte) }
    #expect(scorer.advance(atEnd: true) == .needsInput)
    let bytes = scorer.output.bytes.indices.map { scorer.output.bytes[$0] }
    #expect(String(decoding: bytes, as: UTF8.self) == "x,score_0\n1.5,3.0\n")
  }

  @Test(
    arguments: [
      "\u{FEFF}a,b\r\n1,2\r\n\r\n\"4\",0.5\n1\nx,\"\n7,8", "[1,2]\r\n\n{\"data\":[4,0.5]}\nnull\n[3,4]\r", "\r\n\r",
      "1,2\n\n",
    ])
  func splitsOfTheInputDoNotMatter(_ input: String) {
    let bytes = Array(input.utf8)
    let options = ScoreOptions(onError: .skip)
    let whole = score(bytes, options)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        #expect(score(bytes, options, splitAt: [first, second]) == whole, "\(first), \(second)")
      }
    }
  }

  @Test func refusesLinesBeyondTheLimitHoweverTheyArrive() {
    let limit = 20
    let options = ScoreOptions(onError: .skip)
    for excess in [-1, 0, 1, limit] {
      let blanks = String(repeating: " ", count: limit - 3 + excess)
      for text in ["1,2\n3,4\(blanks)\n5,6", "1,2\n5,6\n3,4\(blanks)"] {
        let input = Array(text.utf8)
        let whole = score(input, options, lineLimit: limit)
        #expect(whole.rows == (excess > 0 ? 2 : 3) && whole.badRows == (excess > 0 ? 1 : 0), "\(excess)")
        #expect(whole.messages.contains("longer than 20 bytes") == (excess > 0), "\(excess)")
        for first in 0...input.count {
          for second in first...input.count {
            let parts = score(input, options, splitAt: [first, second], lineLimit: limit)
            // How much of the line is shown depends on how much of it was there.
            #expect(parts.output == whole.output && parts.badRows == whole.badRows, "\(excess), \(first), \(second)")
          }
        }
      }
    }
  }

  @Test func outputIsHandedOverInParts() {
    let line = "1,2\n"
    let count = 20_000
    let result = score(String(repeating: line, count: count))
    #expect(result.rows == count)
    #expect(result.output == String(repeating: "1,2,3.0,0.5,sum\n", count: count))
  }
}
