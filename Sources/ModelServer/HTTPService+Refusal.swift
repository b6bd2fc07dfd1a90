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
    var head = fail(.serviceUnavailable, "Service unavailable: too many connections", .detail)
    head.closes = true
    _ = write(head, omitsContent: false, requestID: Span(), &output)
  }

  // Answers what is no request.
  @inline(never)
  mutating func refuse(
    _ error: RequestError, _ input: Span<UInt8>, _ output: inout ByteBuffer, _ stream: inout RequestStream
  ) {
    let head = stream.parser.head
    // There is a path where the request line was read.
    let route = head.target.isEmpty ? nil : Self.route(of: input.extracting(head.target))
    let form = head.target.isEmpty ? .detail : ErrorForm(route, input.extracting(head.target))
    var answer = fail(error.status, error.detail, form)
    answer.closes = true
    let omitsContent = head.method == .head
    logger.refused(stream, input, route, error, contentLength: omitsContent ? 0 : content.count)
    let length = write(answer, omitsContent: omitsContent, requestID: input.extracting(head.requestID), &output)
    meter.refuse(error, route, head.statedMethod, requestBytes: input.count, responseBytes: length, &stream)
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
