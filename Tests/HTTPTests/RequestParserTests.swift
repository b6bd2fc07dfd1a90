import Bytes
import Testing

@testable import HTTP

struct RequestParserTests {
  @Test(arguments: GoodRequest.table)
  func takes(_ request: GoodRequest) {
    let expected = Outcome(
      result: .complete, consumed: request.bytes.utf8.count, method: request.method, target: request.target,
      body: request.body, keepsAlive: request.keepsAlive, content: request.content,
      expectsContinue: request.expectsContinue, jsonLength: request.jsonLength)
    #expect(parse(request.bytes) == expected)
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

  /// A request ends where it ends, whatever comes behind it.
  @Test(arguments: GoodRequest.table)
  func leavesWhatFollows(_ request: GoodRequest) {
    let alone = parse(request.bytes)
    for next in ["GET /next HTTP/1.1\r\nHost: a\r\n\r\n", "\r\nGET", "0\r\n\r\n", "\0"] {
      #expect(parse(request.bytes + next) == alone, "before \(next)")
    }
  }

  /// In a pipeline each request before the bad one is taken, and nothing behind it.
  @Test(arguments: BadRequest.table)
  func takesWhatComesBeforeABadRequest(_ request: BadRequest) {
    let first = "POST /1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"
    let second = "GET /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx"
    let outcomes = parseAll(Array((first + second + request.bytes + second).utf8))
    #expect(outcomes == [parse(first), parse(second), Outcome(result: .invalid(request.error))])
  }

  /// Damaged requests are read the same way however they arrive.
  @Test(arguments: 1...150 as ClosedRange<UInt64>)
  func everySplitOfADamagedRequestGivesTheSame(seed: UInt64) {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    var bytes = Array(GoodRequest.table[next(GoodRequest.table.count)].bytes.utf8)
    let damage = Array(" \t\r\n\0:;,=\"\\0aF[]%?/".utf8)
    for _ in 0...next(3) {
      let place = next(bytes.count)
      switch next(3) {
      case 0: bytes[place] = damage[next(damage.count)]
      case 1: bytes.insert(damage[next(damage.count)], at: place)
      default: bytes.remove(at: place)
      }
    }
    let whole = parse([bytes])
    #expect(parse(bytes.map { [$0] }) == whole, "seed \(seed), byte by byte")
    let place = next(bytes.count)
    #expect(parse([bytes[..<place], bytes[place...]]) == whole, "seed \(seed), split at \(place)")
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

  @Test func awaitsContentUntilItsFirstByte() {
    for fields in ["Content-Length: 3", "Transfer-Encoding: chunked"] {
      var buffer = ByteBuffer()
      for byte in "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\(fields)\r\n\r\n".utf8 { buffer.append(byte) }
      var parser = RequestParser()
      var bytes = buffer.mutableBytes
      #expect(parser.parse(&bytes, limits: RequestLimits()) == .partial)
      #expect(parser.awaitsContent(buffer.count), "\(fields)")
      buffer.append(0x31)
      bytes = buffer.mutableBytes
      #expect(parser.parse(&bytes, limits: RequestLimits()) == .partial)
      #expect(!parser.awaitsContent(buffer.count), "\(fields)")
    }
  }

  /// A field line may end just at the limit of all fields, just past it, or with the empty line beyond it.
  @Test(arguments: -6...6)
  func fieldsThatEndAroundTheLimit(_ distance: Int) {
    var limits = RequestLimits()
    limits.fields = 64
    let name = "Host: a\r\nX: "
    let fields = name + String(repeating: "x", count: limits.fields + distance - name.utf8.count - 2) + "\r\n"
    #expect(fields.utf8.count == limits.fields + distance)
    let bytes = Array("GET / HTTP/1.1\r\n\(fields)\r\n".utf8)
    let expected: ParseResult = distance <= 0 ? .complete : .invalid(.fieldsTooLarge)
    #expect(parse([bytes], limits: limits).result == expected)
    #expect(parse(bytes.map { [$0] }, limits: limits).result == expected)
  }
}
