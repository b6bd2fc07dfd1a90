import Bytes
import Testing

@testable import HTTP

struct ResponseHeadTests {
  private let date = "Sun, 06 Nov 1994 08:49:37 GMT"

  private func written(_ head: ResponseHead, _ length: Int, requestID: StaticString = "") -> String {
    var date = ByteBuffer()
    for byte in self.date.utf8 { date.append(byte) }
    var output = ByteBuffer()
    head.write(contentLength: length, date: date.bytes, requestID: requestID.bytes, to: &output)
    return text(output.bytes)
  }

  @Test func writesTheFields() {
    var head = ResponseHead(.methodNotAllowed)
    head.allow = "GET"
    head.closes = true
    #expect(
      written(head, 12) == """
        HTTP/1.1 405 Method Not Allowed\r
        Date: \(date)\r
        Content-Type: application/json\r
        Content-Length: 12\r
        Allow: GET\r
        Connection: close\r
        \r

        """)
  }

  @Test func writesTheRequestsOwnIdentifier() {
    #expect(
      written(ResponseHead(.noContent), 0, requestID: "a-1")
        == "HTTP/1.1 204 No Content\r\nDate: \(date)\r\nX-Request-Id: a-1\r\n\r\n")
  }

  @Test func writesTheLengthOfTheJSONBeforeBinaryData() {
    var head = ResponseHead(.ok)
    head.contentType = .octets
    head.jsonLength = 7
    #expect(
      written(head, 15) == """
        HTTP/1.1 200 OK\r
        Date: \(date)\r
        Content-Type: application/octet-stream\r
        Content-Length: 15\r
        Inference-Header-Content-Length: 7\r
        \r

        """)
  }

  @Test func writesNoLengthWithoutContent() {
    #expect(written(ResponseHead(.noContent), 0) == "HTTP/1.1 204 No Content\r\nDate: \(date)\r\n\r\n")
  }

  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (951_868_799, "Tue, 29 Feb 2000 23:59:59 GMT"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
  ])
  func writesDates(_ seconds: Int, _ expected: String) {
    var room = InlineArray<29, UInt8>(repeating: 0)
    var span = room.mutableSpan
    HTTPDate.write(seconds, into: &span)
    #expect(text(room.span) == expected)
  }
}
