import Bytes
import EventLoop
import Foundation
import Testing

@testable import ModelServer

/// What the service logs of a connection.
struct AccessLogTests {
  private typealias Fields = [String: String]

  private func lines(_ level: LogLevel, _ requests: [String]) throws -> [Fields] {
    var service = HTTPService<SumAndQuotient>.sample(logger: Logger(level: level, format: .json))
    for request in requests {
      var stream = service.open()
      var input = ByteBuffer()
      var output = ByteBuffer()
      for byte in request.utf8 { input.append(byte) }
      _ = service.receive(&input, &output, &stream, lifecycle: .serving)
    }
    let text = String(decoding: Array(of: service.logger.lines.buffer.bytes), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object).mapValues { "\($0)" }
    }
  }

  private func request(_ id: String, _ target: String = "/predict/test", _ more: String = "") -> String {
    "GET \(target) HTTP/1.1\r\nHost: a\r\nX-Request-Id: \(id)\r\n\(more)\r\n"
  }

  /// The text of a head is kept for the next of its kind: whatever comes between, each line has the fields of its own request.
  @Test func everyLineHasTheIdentifierOfItsOwnRequest() throws {
    let kinds: [(String) -> String] = [
      { request($0) }, { request($0, "/health") }, { request($0, "/nope") },
      { request($0, "/predict/test", "X: \u{1}\r\n") },
      { request($0, "/predict/test", "Content-Length: 5, 5\r\n") },
      { "POST /nope HTTP/1.1\r\nHost: a\r\nX-Request-Id: \($0)\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n" },
      {
        "POST /predict HTTP/1.1\r\nHost: a\r\nX-Request-Id: \($0)\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
      },
    ]
    var requests: [String] = []
    var expected: [String] = []
    for first in kinds {
      for second in kinds {
        for (kind, id) in [(first, "a"), (first, "a"), (second, "b"), (first, "a"), (second, "a"), (first, "c")] {
          requests.append(kind(id))
          expected.append(id)
        }
      }
    }
    let logged = try lines(.debug, requests)
    #expect(logged.map { $0["request_id"] } == expected)
    // Alone, nothing is known from before.
    for (index, request) in requests.enumerated() {
      var alone = try #require(lines(.debug, [request]).first)
      var together = logged[index]
      for name in ["time", "duration_s"] { (alone[name], together[name]) = (nil, nil) }
      #expect(alone == together, "\(request.debugDescription)")
    }
  }

  /// Label, request, level; error.type, http.route, whether it is taken.
  @Test(
    arguments: [
      ("a prediction", "GET /predict/test HTTP/1.1\r\nHost: a\r\n\r\n", "INFO", nil, "/predict/test", "access"),
      ("a probe", "GET /health HTTP/1.1\r\nHost: a\r\n\r\n", "DEBUG", nil, "/health", "access"),
      (
        "the model by name", "GET /v2/models/sum_and_quotient HTTP/1.1\r\nHost: a\r\n\r\n", "DEBUG", nil,
        "/v2/models/{name}[/versions/{version}]", "access"
      ),
      ("no route", "GET /x HTTP/1.1\r\nHost: a\r\n\r\n", "DEBUG", "not_found", nil, "access"),
      (
        "a wrong method", "GET /predict HTTP/1.1\r\nHost: a\r\n\r\n", "INFO", "method_not_allowed", "/predict", "access"
      ),
      (
        "no rows", "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}", "INFO", "invalid_content",
        "/predict",
        "access"
      ),
      ("no Host", "GET /predict/test HTTP/1.1\r\n\r\n", "INFO", "bad_request", "/predict/test", "refused"),
      (
        "a body too large", "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n", "INFO",
        "too_large",
        "/predict", "refused"
      ),
      ("an unknown method", "BREW /health HTTP/1.1\r\nHost: a\r\n\r\n", "DEBUG", "unsupported", "/health", "refused"),
      ("no request", "\u{1}\r\n", "DEBUG", "bad_request", nil, "refused"),
    ] as [(String, String, String, String?, String?, String)])
  func tellsWhatBecameOfARequest(
    _ label: String, _ request: String, _ level: String, _ error: String?, _ route: String?, _ message: String
  ) throws {
    let line = try #require(lines(.debug, [request]).first)
    #expect(line["level"] == level && line["error.type"] == error && line["http.route"] == route, "\(label): \(line)")
    #expect(line["msg"] == message && (line["error.reason"] != nil) == (message == "refused"), "\(label)")
    #expect(try lines(.info, [request]).count == (level == "INFO" ? 1 : 0), "\(label)")
    #expect(try lines(.warning, [request]).isEmpty, "\(label)")
  }

  @Test func theSizesAreThoseOfTheContent() throws {
    let body = #"{"data":[[4,2]]}"#
    let post = "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    let logged = try lines(.debug, [post, "HEAD /health HTTP/1.0\r\n\r\n"])
    #expect(logged[0]["http.request.body.size"] == "16")
    #expect(logged[0]["http.response.body.size"] == "\(#"{"prediction":[6.0,2.0]}"#.utf8.count)")
    #expect(logged[0]["network.protocol.version"] == "1.1" && logged[1]["network.protocol.version"] == "1.0")
    #expect(logged[1]["http.response.body.size"] == "0" && logged[1]["http.request.body.size"] == "0")
  }
}

extension Array<UInt8> {
  fileprivate init(of span: Span<UInt8>) {
    self = span.indices.map { span[$0] }
  }
}
