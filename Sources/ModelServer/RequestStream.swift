import HTTP

// What is kept of a connection: the request that is being received.
struct RequestStream: Sendable {
  var parser = RequestParser()
  // Whether 100 (Continue) has been sent for this request.
  var sentContinue = false
  // When its first bytes came, in nanoseconds; 0 while none have come, or all at once.
  var start: UInt64 = 0
}
