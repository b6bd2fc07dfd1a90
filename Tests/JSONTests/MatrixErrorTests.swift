import Bytes
import Testing

@testable import JSON

@Suite struct MatrixErrorTests {
  @Test(
    arguments: [
      (
        .syntax(.expectedCommaOrBracket, offset: 12), 400,
        #"{"detail":"Invalid data format: expected ',' or ']' at byte 12"}"#
      ),
      (.syntax(.unexpectedEnd, offset: 0), 400, #"{"detail":"Invalid data format: unexpected end at byte 0"}"#),
      (
        .syntax(.nestingTooDeep, offset: 64), 400,
        #"{"detail":"Invalid data format: nesting deeper than 64 at byte 64"}"#
      ),
      (.noRows, 400, #"{"detail":"Invalid data format: data has no rows"}"#),
      (
        .rowLength(row: 0, count: 3), 400, #"{"detail":"Invalid data format: row 0 has 3 features, the model takes 4"}"#
      ),
      (
        .rowLength(row: 17, count: 1), 400,
        #"{"detail":"Invalid data format: row 17 has 1 feature, the model takes 4"}"#
      ),
      (.missing, 422, #"{"detail":[{"loc":["body","data"],"msg":"field required","type":"missing"}]}"#),
      (.wrongType(.body), 422, #"{"detail":[{"loc":["body"],"msg":"input should be an object","type":"dict_type"}]}"#),
      (
        .wrongType(.data), 422,
        #"{"detail":[{"loc":["body","data"],"msg":"input should be a list","type":"list_type"}]}"#
      ),
      (
        .wrongType(.row(3)), 422,
        #"{"detail":[{"loc":["body","data",3],"msg":"input should be a list","type":"list_type"}]}"#
      ),
      (
        .wrongType(.element(row: 0, column: 2)), 422,
        #"{"detail":[{"loc":["body","data",0,2],"msg":"input should be a number","type":"float_type"}]}"#
      ),
      (
        .unfit(.float32, row: 1, column: 0), 422,
        #"{"detail":[{"loc":["body","data",1,0],"msg":"input should be a finite float32","type":"finite_number"}]}"#
      ),
    ] as [(MatrixError, Int, String)])
  func answersError(error: MatrixError, status: Int, detail: String) {
    #expect(error.status == status)
    #expect(written { error.writeDetail(columns: 4, to: &$0) } == detail)
  }

  // Every reason, found by a body that has it, makes an answer that is JSON itself.
  @Test(
    arguments: [
      ("{", .unexpectedEnd), ("[}", .expectedValue), (#"{"":1,}"#, .expectedKey), ("{1", .expectedKeyOrBrace),
      (#"{""]"#, .expectedColon),
      (#"{"":1]"#, .expectedCommaOrBrace), ("[1}", .expectedCommaOrBracket), ("1 1", .expectedEnd),
      ("-a", .expectedDigit),
      ("01", .leadingZero), ("tree", .unknownLiteral), ("\"\t\"", .controlCharacter), (#""\a""#, .invalidEscape),
      (#""\uxxxx""#, .expectedHexadecimal), (String(repeating: "[", count: 65), .nestingTooDeep),
    ] as [(String, SyntaxReason)])
  func answersSyntaxErrorInJSON(body: String, reason: SyntaxReason) {
    guard case .failure(let error) = read(body), case .syntax(reason, _) = error else {
      Issue.record("\(body) gives \(read(body))")
      return
    }
    let detail = written { error.writeDetail(columns: 2, to: &$0) }
    #expect(read(detail) == .failure(.missing), "\(detail)")
  }
}
