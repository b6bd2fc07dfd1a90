import Bytes
import Foundation
import Testing

@testable import EventLoop
@testable import ModelServer

/// A connection that is old enough ends with its next answer, and not before.
struct ConnectionAgeTests {
  private static func time(_ milliseconds: UInt64) -> Clock { Clock(nanoseconds: milliseconds * 1_000_000, unix: 0) }

  private static let get = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var maxAge: Int
    /// Milliseconds after the connection began.
    var after: UInt64
    var requests: String
    /// The value of Connection in each answer, "" where there is none.
    var connection: [String]
    var state: StreamState

    init(
      _ label: String, maxAge: Int = 10, after: UInt64 = 11_000, _ requests: String, _ connection: [String],
      _ state: StreamState = .closing
    ) {
      testDescription = label
      self.maxAge = maxAge
      self.after = after
      self.requests = requests
      self.connection = connection
      self.state = state
    }
  }

  static let rows = [
    Row("young", after: 8_999, get, [""], .idle),
    Row("old", get, ["close"]),
    Row("no limit", maxAge: 0, after: .max / 2_000_000, get, [""], .idle),
    Row("the longest limit, not reached", maxAge: 86_400, after: 77_759_000, get, [""], .idle),
    Row("the longest limit, reached", maxAge: 86_400, after: 95_040_000, get, ["close"]),
    Row("pipelined, young", after: 8_999, get + get, ["", ""], .idle),
    Row("pipelined, old: nothing behind the last answer", get + get, ["close"]),
    Row("a part of the next request behind it", get + "GET /h", ["close"]),
    Row("a part of a request, old", "GET /health HTTP/1.1\r\n", [], .receivingHead),
    Row("HEAD", "HEAD /health HTTP/1.1\r\nHost: a\r\n\r\n", ["close"]),
    Row("an error", "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n", ["close"]),
    Row("the client's close", "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", ["close"], .finished),
    Row(
      "HTTP/1.0 that stays, young", after: 8_999, "GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
      ["keep-alive"], .idle),
    Row("HTTP/1.0 that stays, old", "GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", ["close"]),
    Row("HTTP/1.0", "GET /health HTTP/1.0\r\n\r\n", ["close"], .finished),
    Row(
      "leave to send content, old: the answer is the last",
      "POST /predict HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 15\r\n\r\n", [""], .receivingContent
    ),
  ]

  @Test(arguments: rows)
  func answers(_ row: Row) {
    var service = HTTPService<SumAndQuotient>.sample(maxAge: row.maxAge)
    service.beginTurn(Self.time(5_000))
    var stream = service.open()
    // What was answered before counts for nothing.
    #expect(Self.send(Self.get, &service, &stream).state == .idle)
    service.beginTurn(Self.time(5_000 + row.after))
    let (heads, state) = Self.send(row.requests, &service, &stream)
    let values = heads.map { head in head.firstMatch(of: /\r\nConnection: (.*)/).map { String($0.1) } ?? "" }
    #expect(values == row.connection)
    #expect(state == row.state)
  }

  /// The heads of the answers to requests whose answers have content of one line.
  private static func send(
    _ requests: String, _ service: inout HTTPService<SumAndQuotient>, _ stream: inout RequestStream
  ) -> (heads: [String], state: StreamState) {
    var input = ByteBuffer()
    var output = ByteBuffer()
    for byte in requests.utf8 { input.append(byte) }
    let state = service.receive(&input, &output, &stream, lifecycle: .serving)
    let text = String(decoding: output.bytes.indices.map { output.bytes[$0] }, as: UTF8.self)
    return (text.components(separatedBy: "HTTP/1.1 ").dropFirst().map { String($0) }, state)
  }

  /// Connections that began together end apart: none before nine tenths of the age nor after eleven, and no gap between
  /// the ends is twice what it would be if they were evenly spread.
  @Test(arguments: [1, 2, 3, 10, 64, 1000])
  func thoseOfOneMomentEndApart(_ count: Int) {
    var age = ConnectionAge(seconds: 100)
    age.beginTurn(Self.time(7))
    let ends = (0..<count).map { _ in age.end() - 7 }.sorted()
    #expect(ends.allSatisfy { (90_000...110_000).contains($0) })
    let gaps = zip([90_000] + ends, ends + [110_000]).map { $1 - $0 }
    #expect(gaps.max()! <= 2 * 20_000 / UInt64(count), "\(ends)")
  }
}
