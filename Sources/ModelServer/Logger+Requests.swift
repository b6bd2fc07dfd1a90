import EventLoop
import HTTP

// The lines of requests, with OpenTelemetry's names for what it has names for. Requests for predictions are logged at INFO,
// all others, probes and descriptions, at DEBUG. The functions are neither inlined nor compiled a second time into the service
// that is specialised for the model.
extension Logger {
  // An answer to a request. Where the head is the one that the service knows, its text is kept.
  @inline(never) @export(interface)
  mutating func access(
    _ stream: RequestStream, _ input: Span<UInt8>, _ route: Route?, _ status: Status, contentLength: Int,
    hasKnownHead: Bool
  ) {
    let line = Self.level(of: route)
    guard logs(line) else { return }
    if !hasKnownHead { forgetHead() }
    if headText.buffer.isEmpty { writeHead(line, "access", stream.parser.head, input, route) }
    writeAnswer(stream, status, contentLength)
    if let reason = ErrorReason(status) { lines.field("error.type", reason.label) }
    lines.end()
    if !hasKnownHead { forgetHead() }
  }

  // A request that was not taken; what is known of it depends on where it went wrong.
  @inline(never) @export(interface)
  mutating func refused(
    _ stream: RequestStream, _ input: Span<UInt8>, _ route: Route?, _ error: RequestError, contentLength: Int
  ) {
    let line = Self.level(of: route)
    guard logs(line) else { return }
    forgetHead()
    writeHead(line, "refused", stream.parser.head, input, route)
    writeAnswer(stream, error.status, contentLength)
    lines.field("error.type", ErrorReason(error).label)
    lines.field("error.reason", error.detail)
    lines.end()
    forgetHead()
  }

  // A connection that was turned away.
  @inline(never) @export(interface)
  mutating func refused(_ status: Status, _ reason: StaticString) {
    guard starts(.debug, "refused") else { return }
    lines.field("http.response.status_code", Int(status.rawValue))
    lines.field("error.reason", reason)
    lines.end()
  }

  private static func level(of route: Route?) -> LogLevel { route?.predicts == true ? .info : .debug }

  private mutating func writeHead(
    _ line: LogLevel, _ message: StaticString, _ head: RequestHead, _ input: Span<UInt8>, _ route: Route?
  ) {
    headText.append(line, message)
    if !head.target.isEmpty {
      let target = input.extracting(head.target)
      headText.field("http.request.method", MethodLabel(head.statedMethod).text)
      headText.field("url.path", target.extracting(RequestTarget.path(of: target)))
      if let route { headText.field("http.route", route.path) }
      headText.field("network.protocol.version", head.isVersion10 ? "1.0" : "1.1")
    }
    if !head.requestID.isEmpty { headText.field("request_id", input.extracting(head.requestID)) }
    guard !head.traceParent.isEmpty else { return }
    // As the specification of trace context in log formats other than OTLP has it. There is no span of the server's own.
    let traceParent = input.extracting(head.traceParent)
    headText.field("trace_id", traceParent.extracting(TraceParent.traceID))
    headText.field("span_id", traceParent.extracting(TraceParent.parentID))
    headText.field("trace_flags", traceParent.extracting(TraceParent.flags))
  }

  private mutating func writeAnswer(_ stream: RequestStream, _ status: Status, _ contentLength: Int) {
    begin()
    lines.append(headText)
    lines.field("http.response.status_code", Int(status.rawValue))
    lines.field("http.request.body.size", stream.parser.body.count)
    lines.field("http.response.body.size", contentLength)
    // From the arrival, as the metrics have it, to the answer before it is sent.
    let start = stream.start == 0 ? clock.nanoseconds : stream.start
    lines.field("duration_s", nanoseconds: Clock.exact() &- start)
    lines.field("client.address", stream.peer)
  }
}
