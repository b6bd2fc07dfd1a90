/// A request method that RFC 9110 or RFC 5789 defines.
/// RFC 9110 または RFC 5789 が定めるリクエストメソッド。
public enum Method: UInt8, CaseIterable, Sendable {
  case get, head, post, put, delete, connect, options, trace, patch

  // Methods are case-sensitive, RFC 9110 section 9.1. Nil for a token that is no known method.
  init?(_ token: Span<UInt8>) {
    if token.equals("GET") {
      self = .get
    } else if token.equals("POST") {
      self = .post
    } else if token.equals("HEAD") {
      self = .head
    } else if token.equals("OPTIONS") {
      self = .options
    } else if token.equals("PUT") {
      self = .put
    } else if token.equals("DELETE") {
      self = .delete
    } else if token.equals("PATCH") {
      self = .patch
    } else if token.equals("TRACE") {
      self = .trace
    } else if token.equals("CONNECT") {
      self = .connect
    } else {
      return nil
    }
  }

  /// The method's name as it stands in a request line.
  /// リクエスト行に現れるメソッド名。
  public var name: StaticString {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .put: "PUT"
    case .delete: "DELETE"
    case .connect: "CONNECT"
    case .options: "OPTIONS"
    case .trace: "TRACE"
    case .patch: "PATCH"
    }
  }
}
