// What relates a request to the others of the same work: X-Request-Id and traceparent. A value that cannot be used, and one
// that stands twice, counts as not sent; no request is refused for it.
extension RequestHead {
  @inline(never) @export(interface)
  mutating func readRequestID(_ bytes: Span<UInt8>, _ place: Range<Int>) {
    requestIDField.take(bytes.extracting(place).isRequestID ? place : nil)
  }

  @inline(never) @export(interface)
  mutating func readTraceParent(_ bytes: Span<UInt8>, _ place: Range<Int>) {
    traceParentField.take(TraceParent.isValid(bytes.extracting(place)) ? place : nil)
  }
}

extension Span<UInt8> {
  // What proxies and libraries make: UUIDs, hexadecimal and base64 text, fields joined by punctuation. No byte of it means
  // anything in a header field, in JSON or between quotation marks.
  fileprivate var isRequestID: Bool {
    get {
      guard count >= 1 && count <= 64 else { return false }
      for index in indices {
        switch self[index] {
        // "+", "/", ":" and "=".
        case 0x2B, 0x2F, 0x3A, 0x3D: continue
        case let byte where byte.isUnreserved: continue
        default: return false
        }
      }
      return true
    }
  }
}
