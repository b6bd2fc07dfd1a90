import Foundation
import Testing

/// A bad request to POST /predict, and the answer that design and documentation promise.
struct BadInput: CustomTestStringConvertible, Sendable {
  let label: String
  let body: String
  let status: Int
  let answer: String

  var testDescription: String { label }

  static func syntax(_ label: String, _ body: String, _ reason: String) -> BadInput {
    BadInput(label: label, body: body, status: 400, answer: #"{"detail":"Invalid data format: \#(reason)"}"#)
  }

  static func invalid(_ label: String, _ body: String, loc: String, msg: String, type: String) -> BadInput {
    BadInput(
      label: label, body: body, status: 422,
      answer: #"{"detail":[{"loc":[\#(loc)],"msg":"\#(msg)","type":"\#(type)"}]}"#)
  }

  static let table: [BadInput] = [
    .syntax("no JSON", "hello", "expected a value at byte 0"),
    .syntax("NaN", #"{"data":[[NaN,1,2,3]]}"#, "expected a value at byte 10"),
    .syntax("Infinity", #"{"data":[[Infinity,1,2,3]]}"#, "expected a value at byte 10"),
    .syntax("a trailing comma", #"{"data":[[1,2,3,4],]}"#, "expected a value at byte 19"),
    .syntax("an open end", #"{"data":[[1,2,3"#, "unexpected end at byte 15"),
    .syntax("invalid UTF-8", "{\"data\":[[1,2,3,4]],\"x\":\"\u{FFFF}", "unexpected end at byte 28"),
    .syntax("too deep", String(repeating: "[", count: 100), "nesting deeper than 64 at byte 64"),
    .syntax("a row too short", #"{"data":[[1,2,3]]}"#, "row 0 has 3 features, the model takes 4"),
    .syntax("a row too long", #"{"data":[[1,2,3,4,5]]}"#, "row 0 has 5 features, the model takes 4"),
    .syntax("ragged rows", #"{"data":[[1,2,3,4],[1,2]]}"#, "row 1 has 2 features, the model takes 4"),
    .syntax("an empty row", #"{"data":[[]]}"#, "row 0 has 0 features, the model takes 4"),
    .invalid("an empty body", "", loc: #""body","data""#, msg: "field required", type: "missing"),
    .invalid("no data", #"{"rows":[[1,2,3,4]]}"#, loc: #""body","data""#, msg: "field required", type: "missing"),
    .invalid(
      "null for data", #"{"data":null}"#, loc: #""body","data""#, msg: "input should be a list", type: "list_type"),
    .invalid(
      "an object for data", #"{"data":{}}"#, loc: #""body","data""#, msg: "input should be a list", type: "list_type"),
    .invalid(
      "a number for a row", #"{"data":[1,2]}"#, loc: #""body","data",0"#, msg: "input should be a list",
      type: "list_type"),
    .invalid(
      "a string for a number", #"{"data":[[1,2,"3",4]]}"#, loc: #""body","data",0,2"#, msg: "input should be a number",
      type: "float_type"),
    .invalid(
      "true for a number", #"{"data":[[1,2,3,4],[true,2,3,4]]}"#, loc: #""body","data",1,0"#,
      msg: "input should be a number", type: "float_type"),
    .invalid(
      "a list for the body", "[[1,2,3,4]]", loc: #""body""#, msg: "input should be an object", type: "dict_type"),
    .invalid(
      "a number beyond float32", #"{"data":[[1,2,3,1e39]]}"#, loc: #""body","data",0,3"#,
      msg: "input should be a finite float32", type: "finite_number"),
    .invalid(
      "a number beyond float64", #"{"data":[[1,-1e999,3,4]]}"#, loc: #""body","data",0,1"#,
      msg: "input should be a finite float32", type: "finite_number"),
  ]
}

/// The table of errors in the HTTP contract, row by row.
struct ErrorTableTests {
  private let server: ServerProcess
  private let client: Client

  init() throws {
    server = try ServerProcess()
    client = try Client(server)
  }

  @Test(arguments: BadInput.table, ["/predict", "/predict/label"])
  func answers(_ input: BadInput, _ path: String) throws {
    let answer = try client.post(path, input.body)
    #expect(answer.status == input.status)
    #expect(answer.body == input.answer)
    #expect(answer.fields["content-type"] == "application/json")
    #expect(try client.get("/health").status == 200, "the connection goes on")
  }

  @Test func noRows() throws {
    let answer = try client.post("/predict", #"{"data":[]}"#)
    #expect(answer.status == 400)
    #expect(answer.body.hasPrefix(#"{"detail":"Invalid data format: "#))
  }

  @Test func extraKeysAreIgnoredAndTheLastOfEqualKeysWins() throws {
    let plain = try client.post("/predict", #"{"data":[[5.1,3.5,1.4,0.2]]}"#)
    let adorned = #" { "x" : [{"data":1}], "data" : "no", "d\u0061ta" : [ [ 5.1, 35e-1 ,1.4,0.2 ] ], "y":null } "#
    #expect(try client.post("/predict", adorned) == plain)
  }

  @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
  func contentThatIsNotJSON(_ type: String) throws {
    let answer = try client.post("/predict", "{}", type: type)
    #expect(answer.status == 415)
    #expect(try client.get("/health").status == 200, "the connection goes on")
  }

  @Test(arguments: ["application/json; charset=utf-8", "application/geo+json", nil] as [String?])
  func contentThatMayBeJSON(_ type: String?) throws {
    #expect(try client.post("/predict", #"{"data":[[5.1,3.5,1.4,0.2]]}"#, type: type).status == 200)
  }

  @Test(arguments: ["/nope", "/predict/", "/PREDICT", "//health", "/predict/test/labels", "/%00"])
  func paths(_ path: String) throws {
    let answer = try client.get(path)
    #expect(answer.status == 404)
    #expect(answer.body == #"{"detail":"Not Found"}"#)
  }

  @Test(arguments: [
    ("GET", "/predict", "POST, OPTIONS"), ("POST", "/health", "GET, HEAD, OPTIONS"),
    ("PUT", "/label", "GET, HEAD, OPTIONS"),
    ("DELETE", "/predict/label", "POST, OPTIONS"), ("PATCH", "/metadata", "GET, HEAD, OPTIONS"),
    ("TRACE", "/", "GET, HEAD, OPTIONS"),
  ])
  func methods(_ method: String, _ path: String, _ allow: String) throws {
    client.request(method, path, method == "GET" ? nil : "some content")
    let answer = try client.answer()
    #expect(answer.status == 405)
    #expect(answer.body == #"{"detail":"Method Not Allowed"}"#)
    #expect(answer.fields["allow"] == allow)
    #expect(try client.get("/health").status == 200, "the connection goes on")
  }

  @Test(arguments: [
    ("a method nobody knows", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    ("a tunnel", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    ("another version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
    ("no Host", "GET / HTTP/1.1\r\n\r\n", 400),
    ("a bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400),
    (
      "smuggling",
      "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400
    ),
    ("a body past the limit", "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", 413),
    ("an expectation nobody knows", "GET / HTTP/1.1\r\nHost: a\r\nExpect: x\r\n\r\n", 417),
    ("a target past the limit", "GET /" + String(repeating: "x", count: 9000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    (
      "fields past the limit", "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 20000) + "\r\n\r\n",
      431
    ),
  ])
  func endsTheConnection(_ label: String, _ bytes: String, _ status: Int) throws {
    client.send(bytes)
    let answer = try client.answer()
    #expect(answer.status == status)
    #expect(answer.body.hasPrefix(#"{"detail":""#))
    #expect(answer.fields["connection"] == "close")
    #expect(client.isClosed())
  }
}
