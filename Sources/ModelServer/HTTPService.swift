import Bytes
import EventLoop
import HTTP
import Inference
import JSON

// What is kept of a connection: the request that is being received.
struct RequestStream: Sendable {
  var parser = RequestParser()
  // Whether 100 (Continue) has been sent for this request.
  var sentContinue = false
}

// The server's protocol for one worker: requests in, answers out.
struct HTTPService<Model: CompiledModel>: StreamService, ~Copyable {
  let limits: RequestLimits
  // Past this many bytes of answers no further pipelined request is taken until they are sent.
  let outputLimit: Int
  var logger: Logger

  // The content of the answer being made.
  var content = ByteBuffer()
  // The rows of the request being answered, shape [rows, featureCount]; grows to the largest request.
  var features: [Float]
  // One row's scores, shape [scoreCount].
  var scores: [Float]

  // Whether new requests are welcome, for the readiness probe.
  var isReady = true

  // The head of the request before, and its route: that of this request while it is answered.
  private var known = KnownHead()
  private var route: Route?

  // The field Date of this second.
  private var date = InlineArray<29, UInt8>(repeating: 0x20)
  private var dateSeconds = -1

  init(limits: RequestLimits, outputLimit: Int, logger: consuming Logger) {
    self.limits = limits
    self.outputLimit = outputLimit
    self.logger = logger
    features = []
    scores = [Float](repeating: 0, count: Model.scoreCount)
  }

  func open() -> RequestStream { RequestStream() }

  mutating func beginTurn(_ clock: Clock) {
    logger.clock = clock
    let seconds = clock.unix / 1000
    if seconds != dateSeconds {
      dateSeconds = seconds
      var text = date.mutableSpan
      HTTPDate.write(seconds, into: &text)
    }
  }

  mutating func endTurn() {
    logger.flush()
  }

  mutating func receive(
    _ input: inout ByteBuffer, _ output: inout ByteBuffer, _ stream: inout RequestStream, lifecycle: Lifecycle
  ) -> StreamState {
    while !input.isEmpty {
      if output.count >= outputLimit { return .outputFull }
      let count = input.count
      let isKnown = stream.parser.isNew && known.recall(input.bytes, into: &stream.parser)
      var bytes = input.mutableBytes
      switch stream.parser.parse(&bytes, limits: limits) {
      case .partial:
        guard stream.parser.headIsComplete else { return stream.parser.hasBegun(count) ? .receivingHead : .idle }
        return awaitContent(input.bytes, count, &output, &stream)
      case .invalid(let error):
        refuse(error, stream, &output)
        return .closing
      case .complete:
        let closes = answer(input.bytes, stream.parser, isKnown: isKnown, &output, lifecycle)
        let keepsAlive = stream.parser.head.keepsAlive
        input.consume(stream.parser.consumed)
        stream = RequestStream()
        // A client that did not ask for the close may have its next request on the way, RFC 9112 section 9.6.
        if closes { return keepsAlive || !input.isEmpty ? .closing : .finished }
      }
    }
    return .idle
  }

  // Answers a complete request. True where the connection ends with the answer.
  private mutating func answer(
    _ input: Span<UInt8>, _ parser: RequestParser, isKnown: Bool, _ output: inout ByteBuffer, _ lifecycle: Lifecycle
  ) -> Bool {
    let head = parser.head
    let target = input.extracting(head.target)
    if !isKnown {
      known.remember(input, parser)
      route = Self.route(of: target)
    }
    isReady = lifecycle == .serving
    var answer = answer(head, route, target, input.extracting(parser.body))
    answer.closes = !head.keepsAlive || lifecycle == .draining || head.method == .connect
    answer.confirmsKeepAlive = head.isVersion10
    logger.access(head.method, target, route, answer.status, content.count)
    write(answer, omitsContent: head.method == .head, &output)
    return answer.closes
  }

  // RFC 9110 section 10.1.1: the client waits for leave to send its content, and gets it or the final answer.
  private mutating func awaitContent(
    _ bytes: Span<UInt8>, _ count: Int, _ output: inout ByteBuffer, _ stream: inout RequestStream
  ) -> StreamState {
    let head = stream.parser.head
    guard head.expectsContinue, !stream.sentContinue, stream.parser.awaitsContent(count) else {
      return .receivingContent
    }
    let target = bytes.extracting(head.target)
    let route = Self.route(of: target)
    if var refusal = refusal(head, route, target) {
      refusal.closes = true
      logger.access(head.method, target, route, refusal.status, content.count)
      write(refusal, omitsContent: head.method == .head, &output)
      return .closing
    }
    output.append("HTTP/1.1 100 Continue\r\n\r\n")
    stream.sentContinue = true
    return .receivingContent
  }

  mutating func abandon(_ output: inout ByteBuffer, _ stream: inout RequestStream, _ reason: AbandonReason) {
    refuse(reason == .time ? .timeout : .noMemory, stream, &output)
  }

  mutating func refuse(_ output: inout ByteBuffer) {
    logger.refused(.serviceUnavailable, "no room for a connection")
    finish(.serviceUnavailable, "Service unavailable: too many connections", omitsContent: false, &output)
  }

  // Answers what is no request.
  private mutating func refuse(_ error: RequestError, _ stream: RequestStream, _ output: inout ByteBuffer) {
    logger.refused(error.status, error.detail)
    finish(error.status, error.detail, omitsContent: stream.parser.head.method == .head, &output)
  }

  private mutating func finish(
    _ status: Status, _ detail: StaticString, omitsContent: Bool, _ output: inout ByteBuffer
  ) {
    var head = fail(status, detail)
    head.closes = true
    write(head, omitsContent: omitsContent, &output)
  }

  private mutating func write(_ head: ResponseHead, omitsContent: Bool, _ output: inout ByteBuffer) {
    head.write(contentLength: content.count, date: date.span, to: &output)
    if !omitsContent { output.append(content.bytes) }
  }

  // Makes an answer whose content is one line of explanation.
  mutating func fail(_ status: Status, _ detail: StaticString) -> ResponseHead {
    content.removeAll()
    content.append("{\"detail\":\"")
    if status == .badRequest { content.append("Bad request: ") }
    content.append(detail)
    content.append("\"}")
    return ResponseHead(status)
  }
}
