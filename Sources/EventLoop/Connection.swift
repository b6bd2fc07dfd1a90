import Bytes

// An accepted socket. An idle connection owns no memory beyond this value.
struct Connection<Stream>: ~Copyable {
  let descriptor: Int32
  // The worker's other connections, -1 at the ends of the list.
  var previous: Int32 = -1
  var next: Int32 = -1
  // The events the epoll set watches for, 0 while the connection is not in it.
  var interest: UInt32 = 0
  var phase = Phase.idle
  // When the phase must be over, and when the message began, in milliseconds of the monotonic clock.
  var deadline: UInt64
  var messageStart: UInt64 = 0
  var stream: Stream
  // Bytes of a message that is incomplete, or behind an output that is full.
  var input = ByteBuffer()
  // Bytes the socket did not take yet.
  var output = ByteBuffer()
  // What the table has counted of their memory, in bytes.
  var counted = 0

  enum Phase: UInt8 {
    // Between messages.
    case idle
    // A message has begun.
    case receiving
    // The socket takes no more bytes; nothing is read meanwhile.
    case sending
    // As sending; the connection is over then.
    case sendingLast
    // All is sent and the sending side is closed; what comes is dropped.
    case lingering
  }

  init(descriptor: Int32, deadline: UInt64, stream: Stream) {
    self.descriptor = descriptor
    self.deadline = deadline
    self.stream = stream
  }
}
