import EventLoop
import HTTP

// What is kept of a connection: its peer, and the request that is being received.
struct RequestStream: Sendable {
  let peer: PeerAddress
  // From when on an answer is the connection's last, in milliseconds of the monotonic clock.
  let end: UInt64
  var parser = RequestParser()
  // Whether 100 (Continue) has been sent for this request.
  var sentContinue = false
  // When its first bytes came, in nanoseconds; 0 while none have come, or all at once.
  var start: UInt64 = 0

  init(_ peer: PeerAddress, end: UInt64) {
    self.peer = peer
    self.end = end
  }

  // Makes ready for the next request.
  mutating func renew() {
    self = RequestStream(peer, end: end)
  }
}
