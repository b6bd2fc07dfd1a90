import Testing

@testable import HTTP

struct KnownHeadTests {
  /// A repeated head is taken from memory, unless its content is chunked or it is long; the request stays the same.
  @Test(arguments: GoodRequest.table)
  func aRepeatedRequestIsTheSame(_ request: GoodRequest) {
    let bytes = Array(request.bytes.utf8)
    var known = KnownHead()
    let first = parse([bytes], known: &known)
    let isChunked = request.bytes.lowercased().contains("\r\ntransfer-encoding:")
    let isKnown = recalls(known, bytes)
    #expect(isKnown == (!isChunked && bytes.count - request.body.utf8.count <= 1024))
    for place in 0...bytes.count {
      let again = parse([bytes[..<place], bytes[place...]], known: &known)
      #expect(again == first, "split at \(place)")
    }
  }

  /// What came before changes nothing: each request takes turns with every twelfth of all, from its own place on.
  @Test(arguments: GoodRequest.table.indices)
  func anotherRequestIsNotMistaken(_ index: Int) {
    let request = GoodRequest.table[index]
    let others = GoodRequest.table.map(\.bytes) + BadRequest.table.map(\.bytes)
    var known = KnownHead()
    for place in stride(from: index % 12, to: others.count, by: 12) {
      let other = others[place]
      let (mine, theirs) = (parse([request.bytes.utf8], known: &known), parse([other.utf8], known: &known))
      #expect(mine == parse(request.bytes) && theirs == parse(other), "\(other.debugDescription)")
    }
  }

  /// One byte less, one other byte or one line more is another head.
  @Test func aHeadIsKnownByAllItsBytes() {
    let text = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"
    var known = KnownHead()
    _ = parse([Array((text + "ab").utf8)], known: &known)
    for index in text.utf8.indices {
      var bytes = Array(text.utf8)
      let place = text.utf8.distance(from: text.startIndex, to: index)
      bytes[place] ^= 1
      let recallsChanged = recalls(known, bytes)
      let recallsCut = recalls(known, Array(text.utf8.prefix(place)))
      #expect(!recallsChanged && !recallsCut, "byte \(place)")
    }
    let recallsItself = recalls(known, Array(text.utf8))
    let recallsMore = recalls(known, Array((text + "xyz").utf8))
    #expect(recallsItself && recallsMore)
  }

  private func recalls(_ known: borrowing KnownHead, _ bytes: [UInt8]) -> Bool {
    var parser = RequestParser()
    return known.recall(bytes.span, into: &parser)
  }
}
