import Bytes
import Testing

@testable import HTTP

struct RequestTargetTests {
  @Test(arguments: [
    ("/", "/", ""), ("/a/b", "/a/b", ""), ("/a?b", "/a", "b"), ("/a?b?c", "/a", "b?c"), ("/a?", "/a", ""),
    ("http://h/a?b", "/a", "b"), ("http://h", "", ""), ("http://h?q", "", "q"), ("*", "*", ""),
  ])
  func findsPathAndQuery(_ target: String, _ path: String, _ query: String) {
    let buffer = buffer(of: target)
    #expect(text(buffer.bytes.extracting(RequestTarget.path(of: buffer.bytes))) == path)
    #expect(text(buffer.bytes.extracting(RequestTarget.query(of: buffer.bytes))) == query)
  }

  @Test(arguments: [("/a", "/a"), ("/%61%62", "/ab"), ("/%2F%c3%A9", "//é"), ("/%25", "/%"), ("", "")])
  func decodes(_ path: String, _ decoded: String) {
    let buffer = buffer(of: path)
    var room = InlineArray<8, UInt8>(repeating: 0)
    var span = room.mutableSpan
    let count = RequestTarget.decode(buffer.bytes, into: &span)
    #expect(count.map { text(room.span.extracting(0..<$0)) } == decoded)
  }

  @Test func tellsAPathThatDoesNotFit() {
    let buffer = buffer(of: "/123456789")
    var room = InlineArray<8, UInt8>(repeating: 0)
    var span = room.mutableSpan
    #expect(RequestTarget.decode(buffer.bytes, into: &span) == nil)
  }

  private func buffer(of text: String) -> ByteBuffer {
    var buffer = ByteBuffer()
    for byte in text.utf8 { buffer.append(byte) }
    return buffer
  }
}
