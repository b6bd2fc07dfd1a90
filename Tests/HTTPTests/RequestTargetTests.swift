import Bytes
import Testing

@testable import HTTP

struct RequestTargetTests {
  @Test(arguments: [
    ("/", "/", ""), ("/a/b", "/a/b", ""), ("/a?b", "/a", "b"), ("/a?b?c", "/a", "b?c"), ("/a?", "/a", ""),
    ("http://h/a?b", "/a", "b"), ("http://h", "", ""), ("http://h?q", "", "q"), ("*", "*", ""),
    ("HTTP://h:1/a/b", "/a/b", ""), ("http://h?/a", "", "/a"), ("//a", "//a", ""), ("/http://h/", "/http://h/", ""),
  ])
  func findsPathAndQuery(_ target: String, _ path: String, _ query: String) {
    let buffer = buffer(of: target)
    #expect(text(buffer.bytes.extracting(RequestTarget.path(of: buffer.bytes))) == path)
    #expect(text(buffer.bytes.extracting(RequestTarget.query(of: buffer.bytes))) == query)
  }

  @Test(arguments: [
    ("/a", "/a"), ("/%61%62", "/ab"), ("", ""), ("/%2F", "/%2F"), ("/%25", "/%25"), ("/%C3", "/%C3"),
    ("/%00", "/%00"), ("/%7e%2D", "/~-"), ("/%2561", "/%2561"),
  ])
  func decodes(_ path: String, _ decoded: String) {
    let buffer = buffer(of: path)
    var room = InlineArray<8, UInt8>(repeating: 0)
    var span = room.mutableSpan
    let count = RequestTarget.decode(buffer.bytes, into: &span)
    #expect(count.map { text(room.span.extracting(0..<$0)) } == decoded)
  }

  /// RFC 3986 section 6.2.2.2: an encoded octet equals the bare one only where that is unreserved.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func decodesWhatIsUnreserved(_ octet: UInt8) {
    let digits = Array("0123456789ABCDEF")
    let encoded = "%\(digits[Int(octet >> 4)])\(digits[Int(octet & 15)])"
    let isUnreserved = Array("-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8).contains(octet)
    let buffer = buffer(of: encoded)
    var room = InlineArray<8, UInt8>(repeating: 0)
    var span = room.mutableSpan
    let count = RequestTarget.decode(buffer.bytes, into: &span)
    #expect(count.map { text(room.span.extracting(0..<$0)) } == (isUnreserved ? String(UnicodeScalar(octet)) : encoded))
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
