import Testing

@testable import HTTP

struct CorrelationFieldsTests {
  private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
  private static let span = "00f067aa0ba902b7"

  private func taken(_ lines: String) -> Outcome {
    parse("GET / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n")
  }

  @Test(arguments: [
    ("a UUID", "7d444840-9dc0-11d1-b245-5ffdce74fad2"), ("HAProxy's own form", "7F000001:8296_7F00001E:1F90_4F7B0A69"),
    ("base64", "aGVsbG8+d29ybGQ/IQ=="), ("one character", "~"), ("64 characters", String(repeating: "x", count: 64)),
  ])
  func aRequestIDIsTaken(_ label: String, _ value: String) {
    #expect(taken("X-Request-Id: \(value)").requestID == value, "\(label)")
    #expect(taken("x-REQUEST-iD:\t \(value) ").requestID == value, "\(label), other letters and blanks")
  }

  @Test(arguments: [
    ("empty", ""), ("65 characters", String(repeating: "x", count: 65)), ("a blank inside", "a b"), ("a quote", "a\"b"),
    ("a backslash", "a\\b"), ("no ASCII", "ä"), ("a list", "a,b"), ("an apostrophe", "a'b"), ("markup", "<a>"),
    ("twice", "a\r\nX-Request-Id: a"), ("twice, the first unusable", "a b\r\nX-Request-Id: a"),
    ("three times", "a\r\nX-Request-Id: a\r\nX-Request-Id: a"),
  ])
  func anotherRequestIDCountsAsNotSent(_ label: String, _ value: String) {
    let outcome = taken("X-Request-Id: \(value)")
    #expect(outcome.result == .complete && outcome.requestID.isEmpty, "\(label)")
  }

  @Test(arguments: [
    ("sampled", "00-\(trace)-\(span)-01"), ("not sampled", "00-\(trace)-\(span)-00"),
    ("other flags", "00-\(trace)-\(span)-ff"),
    ("a later version", "01-\(trace)-\(span)-01"),
    ("a later version with more", "cc-\(trace)-\(span)-01-what-the-future"),
  ])
  func aTraceParentIsTaken(_ label: String, _ value: String) {
    let found = taken("Traceparent: \(value)").traceParent
    #expect(found == value, "\(label)")
    let digits = Array(found.utf8)
    #expect(digits[TraceParent.traceID].elementsEqual(Self.trace.utf8))
    #expect(digits[TraceParent.parentID].elementsEqual(Self.span.utf8))
    #expect(digits[TraceParent.flags].elementsEqual(value.utf8.dropFirst(53).prefix(2)))
  }

  @Test(arguments: [
    ("empty", ""), ("version ff", "ff-\(trace)-\(span)-01"), ("version 00 with more", "00-\(trace)-\(span)-01-a"),
    ("a later version with more and no hyphen", "01-\(trace)-\(span)-01x"),
    ("capitals", "00-\(trace.uppercased())-\(span)-01"),
    ("no trace", "00-\(String(repeating: "0", count: 32))-\(span)-01"), ("no span", "00-\(trace)-0000000000000000-01"),
    ("a digit less", "00-\(trace.dropLast())-\(span)-01"), ("a digit more", "00-\(trace)0-\(span)-01"),
    ("no flags", "00-\(trace)-\(span)"), ("other hyphens", "00_\(trace)_\(span)_01"),
    ("no digits", "0x-\(trace)-\(span)-01"),
    ("twice", "00-\(trace)-\(span)-01\r\ntraceparent: 00-\(trace)-\(span)-01"),
  ])
  func anotherTraceParentCountsAsNotSent(_ label: String, _ value: String) {
    let outcome = taken("traceparent: \(value)")
    #expect(outcome.result == .complete && outcome.traceParent.isEmpty, "\(label)")
  }

  /// A head that differs from the one before in nothing but its identifiers is another head.
  @Test func aKnownHeadKeepsToItsOwnIdentifiers() {
    var known = KnownHead()
    for id in ["aaaa", "bbbb", "aaaa", "aaaa", "cccc"] {
      let parent = "00-\(id)\(Self.trace.dropFirst(4))-\(Self.span)-01"
      let request = "GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: \(id)\r\ntraceparent: \(parent)\r\n\r\n"
      let outcome = parse([Array(request.utf8)], known: &known)
      #expect(outcome.requestID == id && outcome.traceParent == parent)
    }
    let none = parse([Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)], known: &known)
    #expect(none.requestID.isEmpty && none.traceParent.isEmpty)
  }
}
