import Bytes
import Testing

@testable import HTTP

struct RequestParserTests {
  @Test(arguments: GoodRequest.table)
  func takes(_ request: GoodRequest) {
    let outcome = parse(request.bytes)
    #expect(outcome.result == .complete)
    #expect(outcome.target == request.target)
    #expect(outcome.body == request.body)
    #expect(outcome.keepsAlive == request.keepsAlive)
    #expect(outcome.consumed == request.bytes.utf8.count)
  }

  @Test(arguments: BadRequest.table)
  func refuses(_ request: BadRequest) {
    #expect(parse(request.bytes).result == .invalid(request.error))
  }

  @Test(arguments: GoodRequest.table)
  func everyPrefixIsPartial(_ request: GoodRequest) {
    let bytes = Array(request.bytes.utf8)
    for end in 0..<bytes.count {
      #expect(parse([bytes[..<end]]).result == .partial, "the first \(end) bytes")
    }
  }

  @Test(arguments: GoodRequest.table)
  func everySplitGivesTheSame(_ request: GoodRequest) {
    let bytes = Array(request.bytes.utf8)
    expectSameHoweverSplit(bytes)
  }

  @Test(arguments: BadRequest.table.filter { $0.bytes.utf8.count < 500 })
  func everySplitOfABadRequestGivesTheSame(_ request: BadRequest) {
    expectSameHoweverSplit(Array(request.bytes.utf8))
  }

  private func expectSameHoweverSplit(_ bytes: [UInt8]) {
    let whole = parse([bytes])
    for place in 0...bytes.count {
      #expect(parse([bytes[..<place], bytes[place...]]) == whole, "split at \(place)")
    }
    #expect(parse(bytes.map { [$0] }) == whole, "byte by byte")
  }

  @Test func leavesWhatFollows() {
    let first = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"
    #expect(parse(first + "GET /next HTTP/1.1\r\n").consumed == first.utf8.count)
  }

  @Test func takesWhatIsJustWithinTheLimits() {
    var limits = RequestLimits()
    limits.content = 4
    let target = "/" + String(repeating: "x", count: limits.requestLine - "GET / HTTP/1.1".utf8.count)
    #expect(parse("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n", limits: limits).result == .complete)
    let fields =
      "Host: a\r\nX: " + String(repeating: "x", count: limits.fields - "Host: a\r\nX: \r\n".utf8.count) + "\r\n"
    #expect(fields.utf8.count == limits.fields)
    #expect(parse("GET / HTTP/1.1\r\n\(fields)\r\n", limits: limits).result == .complete)
    let many = String(repeating: "X: y\r\n", count: limits.fieldCount - 1)
    #expect(parse("GET / HTTP/1.1\r\nHost: a\r\n\(many)\r\n", limits: limits).result == .complete)
    #expect(parse("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd", limits: limits).result == .complete)
    let chunks = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n2\r\ncd\r\n"
    #expect(parse(chunks + "0\r\n\r\n", limits: limits).body == "abcd")
    #expect(parse(chunks + "1\r\ne\r\n0\r\n\r\n", limits: limits).result == .invalid(.contentTooLarge))
  }

  @Test func manySmallChunksRunOutOfOverhead() {
    let body = String(repeating: "1\r\nx\r\n", count: 4_000)
    let request = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(body)0\r\n\r\n"
    #expect(parse(request).result == .invalid(.chunkOverhead))
  }

  @Test(arguments: [
    ("application/json", RequestHead.Content.json), ("Application/JSON; charset=utf-8", .json),
    ("application/problem+json", .json), ("text/plain", .other), ("application/x-www-form-urlencoded", .other),
    ("application/jsonx", .other), ("", .other), ("+json", .other),
  ])
  func tellsJSONByItsType(_ type: String, _ content: RequestHead.Content) {
    var buffer = ByteBuffer()
    for byte in "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: \(type)\r\n\r\n".utf8 { buffer.append(byte) }
    var parser = RequestParser()
    var bytes = buffer.mutableBytes
    #expect(parser.parse(&bytes, limits: RequestLimits()) == .complete)
    #expect(parser.head.content == content)
  }

  @Test func waitsForLeaveOnlyBeforeContent() {
    for (fields, expects) in [
      ("Expect: 100-continue\r\nContent-Length: 3", true), ("Expect: 100-Continue\r\nTransfer-Encoding: chunked", true),
      ("Expect: 100-continue", false), ("Expect: 100-continue\r\nContent-Length: 0", false),
    ] {
      var buffer = ByteBuffer()
      for byte in "POST / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n".utf8 { buffer.append(byte) }
      var parser = RequestParser()
      var bytes = buffer.mutableBytes
      _ = parser.parse(&bytes, limits: RequestLimits())
      #expect(parser.head.expectsContinue == expects, "\(fields)")
      if expects { #expect(parser.awaitsContent(buffer.count)) }
    }
  }
}
