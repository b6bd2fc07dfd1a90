import Testing

/// A request that must be taken, and what must be seen in it.
struct GoodRequest: CustomTestStringConvertible, Sendable {
  let label: String
  let bytes: String
  var target = "/"
  var body = ""
  var keepsAlive = true

  var testDescription: String { label }
}

extension GoodRequest {
  static let table: [GoodRequest] = [
    GoodRequest(label: "the least there is", bytes: "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    GoodRequest(label: "an empty line before it, RFC 9112 2.2", bytes: "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    GoodRequest(label: "a query", bytes: "GET /a?b=c&d=/? HTTP/1.1\r\nHost: a\r\n\r\n", target: "/a?b=c&d=/?"),
    GoodRequest(
      label: "percent-encoded octets", bytes: "GET /%7euser/%C3%a9 HTTP/1.1\r\nHost: a\r\n\r\n",
      target: "/%7euser/%C3%a9"),
    GoodRequest(
      label: "every character of a path", bytes: "GET /-._~!$&'()*+,;=:@aZ09 HTTP/1.1\r\nHost: a\r\n\r\n",
      target: "/-._~!$&'()*+,;=:@aZ09"),
    GoodRequest(
      label: "absolute-form, RFC 9112 3.2.2", bytes: "GET http://a.example:80/x HTTP/1.1\r\nHost: a\r\n\r\n",
      target: "http://a.example:80/x"),
    GoodRequest(
      label: "absolute-form without a path", bytes: "GET HTTP://a HTTP/1.1\r\nHost: a\r\n\r\n", target: "HTTP://a"),
    GoodRequest(label: "asterisk-form", bytes: "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", target: "*"),
    GoodRequest(label: "authority-form", bytes: "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", target: "a:443"),
    GoodRequest(label: "HTTP/1.0 closes", bytes: "GET / HTTP/1.0\r\n\r\n", keepsAlive: false),
    GoodRequest(label: "HTTP/1.0 with keep-alive", bytes: "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"),
    GoodRequest(label: "a later minor version", bytes: "GET / HTTP/1.9\r\nHost: a\r\n\r\n"),
    GoodRequest(
      label: "Connection: close", bytes: "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", keepsAlive: false),
    GoodRequest(
      label: "close in a list with empty elements",
      bytes: "GET / HTTP/1.1\r\nHost: a\r\nConnection: , x ,CLOSE,\r\n\r\n", keepsAlive: false),
    GoodRequest(
      label: "close beside keep-alive",
      bytes: "GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n", keepsAlive: false),
    GoodRequest(
      label: "names in any case, blanks around values", bytes: "GET / HTTP/1.1\r\nhOSt:\t a.b \t\r\nX:\r\n\r\n"),
    GoodRequest(label: "obs-text in a value, RFC 9110 5.5", bytes: "GET / HTTP/1.1\r\nHost: a\r\nX: é\r\n\r\n"),
    GoodRequest(label: "an IPv6 host", bytes: "GET / HTTP/1.1\r\nHost: [::1]:8000\r\n\r\n"),
    GoodRequest(label: "a host with an empty port", bytes: "GET / HTTP/1.1\r\nHost: a:\r\n\r\n"),
    GoodRequest(
      label: "Content-Length", bytes: "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", body: "abc"),
    GoodRequest(
      label: "Content-Length with leading zeros",
      bytes: "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0003\r\n\r\nabc", body: "abc"),
    GoodRequest(label: "Content-Length 0", bytes: "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"),
    GoodRequest(
      label: "content with GET", bytes: "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi", body: "hi"),
    GoodRequest(
      label: "one chunk",
      bytes: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", body: "abc"),
    GoodRequest(
      label: "chunks, sizes in any case and with zeros",
      bytes:
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CHUNKED\r\n\r\n0a\r\n0123456789\r\n00B\r\nabcdefghijk\r\n000\r\n\r\n",
      body: "0123456789abcdefghijk"),
    GoodRequest(
      label: "chunk extensions, RFC 9112 7.1.1",
      bytes: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1 ;a=b;c=\"d\"\r\nx\r\n0;e\r\n\r\n",
      body: "x"),
    GoodRequest(
      label: "trailers, RFC 9112 7.1.2",
      bytes:
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nA: b\r\nContent-Length: 7\r\n\r\n",
      body: "x"),
    GoodRequest(
      label: "chunked without content",
      bytes: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    GoodRequest(
      label: "line ends inside content", bytes: "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\n\r\n\r\n\n\nab",
      body: "\r\n\r\n\n\nab"),
  ]
}
