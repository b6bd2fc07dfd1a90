import Testing

@testable import HTTP

/// A request that must not be taken, and why.
struct BadRequest: CustomTestStringConvertible, Sendable {
  let label: String
  let section: String
  let bytes: String
  let error: RequestError

  var testDescription: String { "\(label), RFC \(section)" }

  static func line(_ label: String, _ section: String, _ line: String, _ error: RequestError) -> BadRequest {
    BadRequest(label: label, section: section, bytes: "\(line)\r\nHost: a\r\n\r\n", error: error)
  }

  static func target(_ label: String, _ section: String, _ target: String) -> BadRequest {
    line(label, section, "GET \(target) HTTP/1.1", .badTarget)
  }

  static func host(_ label: String, _ section: String, _ value: String) -> BadRequest {
    BadRequest(label: label, section: section, bytes: "GET / HTTP/1.1\r\nHost: \(value)\r\n\r\n", error: .badHost)
  }

  /// Lines behind a good Host, ended by an empty line.
  static func fields(_ label: String, _ section: String, _ lines: String, _ error: RequestError) -> BadRequest {
    BadRequest(label: label, section: section, bytes: "POST / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n", error: error)
  }

  static func chunks(_ label: String, _ section: String, _ chunks: String, _ error: RequestError = .badChunk)
    -> BadRequest
  {
    BadRequest(
      label: label, section: section,
      bytes: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)", error: error)
  }

  static let table =
    requestLines + targets + hosts + fieldLines + lineEnds + connection + contentTypes + contentLengths
    + transferCodings + chunked + trailers + limits
}
