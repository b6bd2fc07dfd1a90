import EventLoop
import HTTP

// What is kept of a connection: its peer, and the request that is being received.
struct RequestStream: Sendable {
  let peer: PeerAddress
  var parser = RequestParser()
  // Whether 100 (Continue) has been sent for this request.
  var sentContinue = false
  // When its first bytes came, in nanoseconds; 0 while none have come, or all at once.
  var start: UInt64 = 0

  init(_ peer: PeerAddress) {
    self.peer = peer
  }
}
