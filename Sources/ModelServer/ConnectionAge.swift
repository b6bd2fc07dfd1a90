import EventLoop

// How old a worker's connections may become. A balancer of connections gives a client that keeps its own to one pod, so
// those that were added since get nothing of it until it connects anew.
struct ConnectionAge {
  // In milliseconds; 0 where there is no limit.
  private let limit: UInt64
  // The connections so far.
  private var count: UInt32 = 0
  // The time of the turn, in milliseconds of the monotonic clock.
  private var now: UInt64 = 0

  init(seconds: Int) {
    limit = UInt64(seconds) * 1000
  }

  mutating func beginTurn(_ clock: Clock) {
    now = clock.monotonic
  }

  // When the connection that begins now is to end with its next answer. Those that began at once do not end at once: their
  // ages are spread evenly over a tenth less to a tenth more, as the multiples of the golden ratio are over the unit.
  mutating func end() -> UInt64 {
    if limit == 0 { return .max }
    count &+= 1
    let place = UInt64(count &* 0x9E37_79B9)
    return now + limit - limit / 10 + (limit / 5 * place) >> 32
  }

  func isOver(_ stream: RequestStream) -> Bool { now >= stream.end }
}
