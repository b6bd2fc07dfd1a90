import Bytes
import EventLoop
import HTTP
import Inference
import JSON

// The server's protocol for one worker: requests in, answers out.
struct HTTPService<Model: CompiledModel>: StreamService, ~Copyable {
  let limits: RequestLimits
  // Past this many bytes of answers no further pipelined request is taken until they are sent.
  let outputLimit: Int
  var logger: Logger
  var meter: RequestMeter
  // What all workers count, and what the kernel says of the process, for a scrape.
  let counters: Counters
  let process: ProcessFigures

  // The content of the answer being made.
  var content = ByteBuffer()
  // The rows of the request being answered, shape [rows, featureCount]; grows to the largest request.
  var features: [Model.Feature]
  // One row's scores, shape [scoreCount].
  var scores: [Model.Score]

  // What reads requests of the Open Inference Protocol, and what is made of their rows.
  var requestReader = InferenceRequestReader(ModelTensor<Model>.signature)
  var outputs = OutputData<Model>()

  private var age: ConnectionAge

  // Whether new requests are welcome, for the readiness probe.
  var isReady = true

  // The head of the request before, and its route: that of this request while it is answered.
  private var known = KnownHead()
  private var route: Route?

  // The field Date of this second.
  private var date = InlineArray<29, UInt8>(repeating: 0x20)
  private var dateSeconds = -1

  init(
    limits: RequestLimits, outputLimit: Int, age: ConnectionAge, logger: consuming Logger, counters: Counters,
    worker: Int, process: ProcessFigures
  ) {
    self.limits = limits
    self.outputLimit = outputLimit
    self.age = age
    self.logger = logger
    self.counters = counters
    self.process = process
    meter = RequestMeter(counters.block(worker))
    features = []
    scores = [Model.Score](repeating: .blank, count: Model.scoreCount)
  }

  mutating func open(_ peer: PeerAddress = PeerAddress()) -> RequestStream {
    meter.openConnection()
    return RequestStream(peer, end: age.end())
  }

  mutating func close(_ stream: inout RequestStream) {
    meter.closeConnection(&stream)
  }

  mutating func beginTurn(_ clock: Clock) {
    logger.clock = clock
    meter.beginTurn(clock)
    age.beginTurn(clock)
    let seconds = clock.unix / 1000
    if seconds != dateSeconds {
      dateSeconds = seconds
      var text = date.mutableSpan
      HTTPDate.write(seconds, into: &text)
    }
  }

  mutating func endTurn() {
    let dropped = logger.flush()
    if dropped > 0 { meter.dropLogLines(dropped) }
  }

  mutating func receive(
    _ input: inout ByteBuffer, _ output: inout ByteBuffer, _ stream: inout RequestStream, lifecycle: Lifecycle
  ) -> StreamState {
    meter.beginWork()
    let state = serve(&input, &output, &stream, lifecycle)
    if state == .receivingHead || state == .receivingContent { meter.beginPartial(&stream) }
    meter.endWork()
    return state
  }

  private mutating func serve(
    _ input: inout ByteBuffer, _ output: inout ByteBuffer, _ stream: inout RequestStream, _ lifecycle: Lifecycle
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
        refuse(error, input.bytes, &output, &stream)
        return .closing
      case .complete:
        let closes = answer(input.bytes, isKnown: isKnown, &output, &stream, lifecycle)
        let keepsAlive = stream.parser.head.keepsAlive
        input.consume(stream.parser.consumed)
        stream.renew()
        // A client that did not ask for the close may have its next request on the way, RFC 9112 section 9.6.
        if closes { return keepsAlive || !input.isEmpty ? .closing : .finished }
      }
    }
    return .idle
  }

  // Answers a complete request. True where the connection ends with the answer.
  private mutating func answer(
    _ input: Span<UInt8>, isKnown: Bool, _ output: inout ByteBuffer, _ stream: inout RequestStream,
    _ lifecycle: Lifecycle
  ) -> Bool {
    let parser = stream.parser
    let head = parser.head
    let target = input.extracting(head.target)
    if !isKnown {
      known.remember(input, parser)
      route = Self.route(of: target)
      logger.forgetHead()
    }
    isReady = lifecycle == .serving
    meter.begin(route, head.method)
    var answer = answer(head, route, target, input.extracting(parser.body))
    answer.closes =
      !head.keepsAlive || lifecycle == .draining || head.method == .connect || age.isOver(stream)
    answer.confirmsKeepAlive = head.isVersion10
    finish(answer, route, input, requestBytes: parser.consumed, hasKnownHead: true, &output, &stream)
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
    meter.begin(route, head.method)
    if var refusal = refusal(head, route, target) {
      refusal.closes = true
      finish(refusal, route, bytes, requestBytes: count, hasKnownHead: false, &output, &stream)
      return .closing
    }
    output.append("HTTP/1.1 100 Continue\r\n\r\n")
    stream.sentContinue = true
    return .receivingContent
  }

  // Logs, writes and counts the answer to a request that was taken.
  private mutating func finish(
    _ answer: ResponseHead, _ route: Route?, _ input: Span<UInt8>, requestBytes: Int, hasKnownHead: Bool,
    _ output: inout ByteBuffer, _ stream: inout RequestStream
  ) {
    let head = stream.parser.head
    let omitsContent = head.method == .head
    logger.access(
      stream, input, route, answer.status, contentLength: omitsContent ? 0 : content.count, hasKnownHead: hasKnownHead)
    let length = write(answer, omitsContent: omitsContent, requestID: input.extracting(head.requestID), &output)
    meter.end(answer.status, requestBytes: requestBytes, responseBytes: length, &stream)
  }

  // The number of bytes that the answer has.
  mutating func write(
    _ head: ResponseHead, omitsContent: Bool, requestID: Span<UInt8>, _ output: inout ByteBuffer
  ) -> Int {
    let start = output.count
    head.write(contentLength: content.count, date: date.span, requestID: requestID, to: &output)
    if !omitsContent { output.append(content.bytes) }
    return output.count - start
  }
}
