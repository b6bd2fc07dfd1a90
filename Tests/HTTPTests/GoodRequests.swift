import Testing

@testable import HTTP

/// A request that must be taken, and what must be seen in it.
struct GoodRequest: CustomTestStringConvertible, Sendable {
  let label: String
  let section: String
  let bytes: String
  var method = Method.post
  var target = "/"
  var body = ""
  var keepsAlive = true
  var content = RequestHead.Content.unstated
  var expectsContinue = false
  var jsonLength: Int?

  var testDescription: String { "\(label), RFC \(section)" }

  static func line(
    _ label: String, _ section: String, _ line: String, _ method: Method = .get, target: String = "/"
  ) -> GoodRequest {
    GoodRequest(
      label: label, section: section, bytes: "\(line)\r\nHost: a\r\n\r\n", method: method, target: target)
  }

  static func target(_ label: String, _ section: String, _ target: String) -> GoodRequest {
    line(label, section, "GET \(target) HTTP/1.1", target: target)
  }

  static func host(_ label: String, _ section: String, _ value: String) -> GoodRequest {
    GoodRequest(label: label, section: section, bytes: "GET / HTTP/1.1\r\nHost: \(value)\r\n\r\n", method: .get)
  }

  static func fields(
    _ label: String, _ section: String, _ lines: String, body: String = "", keepsAlive: Bool = true,
    content: RequestHead.Content = .unstated, expectsContinue: Bool = false
  ) -> GoodRequest {
    GoodRequest(
      label: label, section: section, bytes: "POST / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n\(body)", body: body,
      keepsAlive: keepsAlive, content: content, expectsContinue: expectsContinue)
  }

  static func type(_ section: String, _ value: String, _ content: RequestHead.Content) -> GoodRequest {
    fields("Content-Type: \(value)", section, "Content-Type: \(value)", content: content)
  }

  static func coding(_ label: String, _ section: String, _ lines: String) -> GoodRequest {
    GoodRequest(
      label: label, section: section, bytes: "POST / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n1\r\nx\r\n0\r\n\r\n",
      body: "x")
  }

  static func chunks(_ label: String, _ section: String, _ chunks: String, body: String) -> GoodRequest {
    GoodRequest(
      label: label, section: section,
      bytes: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)", body: body)
  }

  static let table =
    requestLines + targets + hosts + fieldLines + connection + contentTypes + contentLengths + jsonLengths
    + transferCodings + chunked + trailers
}
