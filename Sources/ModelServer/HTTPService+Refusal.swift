import Bytes
import EventLoop
import HTTP

// Answers to what is not taken.
extension HTTPService {
  mutating func abandon(
    _ input: borrowing ByteBuffer, _ output: inout ByteBuffer, _ stream: inout RequestStream, _ reason: AbandonReason
  ) {
    refuse(reason == .time ? .timeout : .noMemory, input.bytes, &output, &stream)
  }

  mutating func refuse(_ reason: Rejection, _ output: inout ByteBuffer) {
    logger.refused(.serviceUnavailable, "no room for a connection")
    meter.rejectConnection(reason)
    _ = finish(.serviceUnavailable, "Service unavailable: too many connections", .detail, omitsContent: false, &output)
  }

  // Answers what is no request.
  @inline(never)
  mutating func refuse(
    _ error: RequestError, _ input: Span<UInt8>, _ output: inout ByteBuffer, _ stream: inout RequestStream
  ) {
    logger.refused(error.status, error.detail)
    let head = stream.parser.head
    // There is a path where the request line was read.
    let route = head.target.isEmpty ? nil : Self.route(of: input.extracting(head.target))
    let form = head.target.isEmpty ? .detail : ErrorForm(route, input.extracting(head.target))
    let length = finish(error.status, error.detail, form, omitsContent: head.method == .head, &output)
    meter.refuse(error, route, head.statedMethod, requestBytes: input.count, responseBytes: length, &stream)
  }

  private mutating func finish(
    _ status: Status, _ detail: StaticString, _ form: ErrorForm, omitsContent: Bool, _ output: inout ByteBuffer
  ) -> Int {
    var head = fail(status, detail, form)
    head.closes = true
    return write(head, omitsContent: omitsContent, &output)
  }

  // Makes an answer whose content is one line of explanation.
  mutating func fail(_ status: Status, _ detail: StaticString, _ form: ErrorForm) -> ResponseHead {
    content.removeAll()
    content.append(form == .detail ? "{\"detail\":\"" : "{\"error\":\"")
    if status == .badRequest { content.append("Bad request: ") }
    content.append(detail)
    content.append("\"}")
    return ResponseHead(status)
  }
}
