import EventLoop
import HTTP

// Counts what one worker does.
struct RequestMeter: ~Copyable {
  private let counters: CounterBlock
  // When the turn of the loop began: a request that has come whole has waited since then.
  private var turn = Clock.now()
  private var run = RequestRun()
  // The rows of the request being answered, once they are being predicted.
  private var rows = 0

  init(_ counters: CounterBlock) {
    self.counters = counters
  }

  mutating func beginTurn(_ clock: Clock) {
    turn = clock
  }

  func openConnection() { counters.add(1, to: CounterLayout.connectionsOpened) }

  // Ends a connection, with the request of which a part has come.
  func closeConnection(_ stream: inout RequestStream) {
    endPartial(&stream)
    counters.add(1, to: CounterLayout.connectionsClosed)
  }

  func rejectConnection(_ reason: Rejection) { counters.add(1, to: CounterLayout.rejections(reason)) }

  func dropLogLines(_ count: Int) { counters.add(count, to: CounterLayout.logLinesDropped) }

  // A part of a request has come, and the rest is yet to come.
  func beginPartial(_ stream: inout RequestStream) {
    guard stream.start == 0 else { return }
    stream.start = turn.nanoseconds
    counters.add(1, to: CounterLayout.requestsInFlight)
  }

  private func endPartial(_ stream: inout RequestStream) {
    guard stream.start != 0 else { return }
    stream.start = 0
    counters.add(-1, to: CounterLayout.requestsInFlight)
  }

  // Work on what a connection has sent begins.
  func beginWork() { counters.add(1, to: CounterLayout.requestsInFlight) }

  mutating func endWork() {
    endRun()
    counters.add(-1, to: CounterLayout.requestsInFlight)
  }

  // A request is about to be answered.
  mutating func begin(_ route: Route?, _ method: Method) {
    if route == run.route && method == run.method { return }
    endRun()
    run.route = route
    run.method = method
  }

  // The rows of the request are about to be predicted. A single one joins those of the run; more are worth readings of the
  // clock of their own.
  mutating func beginPrediction(rows: Int) {
    self.rows = rows
    if rows == 1 && run.predictions > 0 { return }
    run.predictionStart = endRun() ?? Clock.exact()
  }

  // A row was predicted; -1 stands for a model without labels.
  func countPrediction(_ label: Int) {
    counters.add(1, to: CounterLayout.predictions(label: label))
  }

  // The answer of a request is written.
  mutating func end(_ status: Status, requestBytes: Int, responseBytes: Int, _ stream: inout RequestStream) {
    if rows > 0 { run.predictions += 1 }
    if status == .ok && stream.start == 0 {
      run.requests += 1
      run.requestBytes += requestBytes
      run.responseBytes += responseBytes
      if rows > 1 { endRun() }
    } else {
      if let reason = ErrorReason(status) { count(reason) }
      endAlone(run.route, run.method, status, requestBytes, responseBytes, &stream)
    }
    if rows > 1 && status == .ok { counters.add(rows - 1, to: CounterLayout.furtherRows) }
    rows = 0
  }

  // A request was not taken; nil for a method that did not come or that nobody knows.
  mutating func refuse(
    _ error: RequestError, _ route: Route?, _ method: Method?, requestBytes: Int, responseBytes: Int,
    _ stream: inout RequestStream
  ) {
    count(ErrorReason(error))
    endAlone(route, method, error.status, requestBytes, responseBytes, &stream)
  }

  private func count(_ reason: ErrorReason) { counters.add(1, to: CounterLayout.errors(reason)) }

  @inline(never)
  private mutating func endAlone(
    _ route: Route?, _ method: Method?, _ status: Status, _ requestBytes: Int, _ responseBytes: Int,
    _ stream: inout RequestStream
  ) {
    let now = endRun() ?? Clock.exact()
    let start = stream.start == 0 ? turn.nanoseconds : stream.start
    endPartial(&stream)
    if status != .ok, let route, let method, route.predicts && route.takes(method) {
      counters.add(Int(truncatingIfNeeded: now &- start), to: CounterLayout.failedTime)
    }
    count(HandlerLabel(route), MethodLabel(method), status, 1, now &- start, requestBytes, responseBytes)
  }

  // Counts the requests of the run. The time now, nil where there were none.
  @discardableResult
  mutating func endRun() -> UInt64? {
    if run.isEmpty { return nil }
    let now = Clock.exact()
    if run.requests > 0 {
      count(
        HandlerLabel(run.route), MethodLabel(run.method), .ok, run.requests, now &- turn.nanoseconds,
        run.requestBytes, run.responseBytes)
    }
    if run.predictions > 0 {
      // Those that came together share the time evenly.
      let time = now &- run.predictionStart
      counters.observe(
        time / UInt64(run.predictions), total: time, times: run.predictions, in: CounterLayout.predictionTime)
      counters.set(turn.unix, to: CounterLayout.lastPrediction)
    }
    run.requests = 0
    run.requestBytes = 0
    run.responseBytes = 0
    run.predictions = 0
    return now
  }

  private func count(
    _ handler: HandlerLabel, _ method: MethodLabel, _ status: Status, _ requests: Int, _ nanoseconds: UInt64,
    _ requestBytes: Int, _ responseBytes: Int
  ) {
    counters.add(requests, to: CounterLayout.requests(handler, method, StatusLabel(status)))
    counters.add(requestBytes, to: CounterLayout.requestBytes(handler))
    counters.add(responseBytes, to: CounterLayout.responseBytes(handler))
    counters.observe(
      nanoseconds, total: nanoseconds &* UInt64(requests), times: requests,
      in: CounterLayout.requestTime(handler, method))
  }
}
