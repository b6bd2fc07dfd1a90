import Bytes
import CDispatch
import CLinux

/// A serial queue that serves the connections of one listener, without ever blocking.
/// 一つのリスナーの接続を、ブロックせずに処理する直列キュー。
///
/// All sockets are in one epoll set, and the set's own descriptor is watched by one Dispatch source. Everything here runs on
/// the queue, except `start`, `leave` and `drain`, which only put work on it.
public final class Worker<Service: StreamService & ~Copyable>: DispatchedWorker, @unchecked Sendable {
  var service: Service
  let table: ConnectionTable<Service.Stream>
  let limits: StreamLimits
  let onDrained: @Sendable () -> Void

  // What one turn reads and what it answers; a connection gets the memory of the output only where the socket takes less.
  var input = ByteBuffer()
  var output = ByteBuffer()
  var buffers = BufferPool()
  var clock = Clock.now()

  // The most recent connection of the list that runs through the table, -1 where there is none.
  var firstConnection: Int32 = -1
  var lifecycle = Lifecycle.serving

  // An open descriptor to give up for answering a connection when no other is left.
  var spareDescriptor: Int32 = -1
  var isListening = true
  private var hasDrained = false

  // Whether another process listens on the port when this one stops.
  let handsOverPort: Bool
  // When to close the listener, 0 while it stays.
  var stopsListening: UInt64 = 0
  // When to listen again after the descriptors ran out, 0 while listening.
  var listensAgain: UInt64 = 0

  /// Makes a worker that has not started.
  /// まだ開始していないワーカーを作る。
  ///
  /// - Parameters:
  ///   - handsOverPort: Whether another process takes over the port when this one stops.
  ///   - onDrained: Called on the queue when the last connection has closed after `drain`.
  /// - Returns: Nil with the reason in `errno`.
  public init?(
    listener: Listener, handsOverPort: Bool, connections: Connections<Service>, service: consuming Service,
    limits: StreamLimits,
    onDrained: @escaping @Sendable () -> Void
  ) {
    self.service = service
    self.handsOverPort = handsOverPort
    self.table = connections.table
    self.limits = limits
    self.onDrained = onDrained
    super.init(listener: listener.descriptor)
    spareDescriptor = openSpare()
    guard isReady, spareDescriptor >= 0 else { return nil }
  }

  override func handleEvents() {
    // Dispatch calls because there is an event. The next ones are waited for in the epoll set itself: to return to Dispatch
    // and be called again costs two more threads' switches. The worker's timer ends the wait, for a wait with a limit sets
    // and cancels a timer of the kernel's each time.
    var patience: Int32 = 0
    var ticked = false
    repeat {
      let count = unsafe SystemCall.wait(epoll, into: events, milliseconds: patience)
      if count <= 0 { return }
      patience = -1
      clock = Clock.now()
      service.beginTurn(clock)
      for index in 0..<count {
        // index is below the number of events the kernel wrote.
        let (descriptor, reported) = unsafe (events[index].data.fd, events[index].events)
        if descriptor == listener {
          // As many as there are events: a flood does not starve the open connections, and to a lone one no call is lost
          // that would say there is no other.
          acceptConnections(count)
        } else if descriptor == timer {
          ticked = true
        } else {
          handle(descriptor, reported)
        }
      }
      // Only now, for it ends connections that might have had an event in this turn.
      if ticked { handleTimer() }
      service.endTurn()
      // Only now, for the process may end with the call, and the service has had its last word.
      finishIfDrained()
      // Whatever else Dispatch has for the queue gets its turn with every tick.
    } while !ticked && mayWait
  }

  // Errors and hang-ups show in what the socket answers.
  private func handle(_ descriptor: Int32, _ reported: UInt32) {
    // The epoll set holds only descriptors in the table.
    switch unsafe table.pointer(descriptor).pointee.phase {
    case .idle, .receiving: receive(descriptor, reported)
    case .sending, .sendingLast: resumeSending(descriptor)
    case .lingering: dropInput(descriptor, reported)
    }
  }

  // Takes on a connection. What its client has sent by now is served at once, and the epoll set watches it only if it
  // goes on: one that ends with its first answer never gets there.
  func add(_ descriptor: Int32, _ peer: PeerAddress) {
    var connection = Connection(
      descriptor: descriptor, deadline: clock.monotonic + idleLimit, stream: service.open(peer))
    connection.next = firstConnection
    table.insert(connection)
    // The list holds only descriptors in the table.
    if firstConnection >= 0 { unsafe table.pointer(firstConnection).pointee.previous = descriptor }
    firstConnection = descriptor
    startTimer()
    receive(descriptor, 0)
  }

  // Ends a connection; closing the descriptor takes it out of the epoll set.
  func remove(_ descriptor: Int32) {
    let (previous, next) = unsafe (table.pointer(descriptor).pointee.previous, table.pointer(descriptor).pointee.next)
    if previous >= 0 { unsafe table.pointer(previous).pointee.next = next } else { firstConnection = next }
    if next >= 0 { unsafe table.pointer(next).pointee.previous = previous }
    unsafe service.close(&table.pointer(descriptor).pointee.stream)
    table.remove(descriptor)
    close(descriptor)
  }

  // How long a connection may be silent between messages.
  var idleLimit: UInt64 { lifecycle == .draining ? limits.idleWhileDraining : limits.idle }

  private func handleTimer() {
    acknowledgeTimer()
    expireConnections()
    watchListener()
    if firstConnection >= 0 || stopsListening != 0 || listensAgain != 0 { startTimer() }
  }

  override func handleLeave() {
    lifecycle = .leaving
  }

  override func handleDrain() {
    guard lifecycle != .draining else { return }
    lifecycle = .draining
    clock = Clock.now()
    var descriptor = firstConnection
    while descriptor >= 0 {
      let connection = unsafe table.pointer(descriptor)
      if unsafe connection.pointee.phase == .idle {
        unsafe connection.pointee.deadline = clock.monotonic + limits.idleWhileDraining
      }
      descriptor = unsafe connection.pointee.next
    }
    beginToStopListening()
    finishIfDrained()
  }

  // Says once that the last connection has closed after drain.
  private func finishIfDrained() {
    guard lifecycle == .draining, !isListening, firstConnection < 0, !hasDrained else { return }
    hasDrained = true
    onDrained()
  }
}

/// The connections of all workers of a process.
/// プロセスの全ワーカーの接続。
public struct Connections<Service: StreamService & ~Copyable>: Sendable {
  let table: ConnectionTable<Service.Stream>

  /// Makes room for connections.
  /// 接続の場所を作る。
  ///
  /// - Parameters:
  ///   - descriptorLimit: The number of descriptors that the process may open; a descriptor is less than it.
  ///   - limit: The number of connections that may be open at once.
  ///   - memoryLimit: The memory that they may keep of messages under way and answers not yet sent, in bytes.
  public init(descriptorLimit: Int, limit: Int, memoryLimit: Int) {
    table = ConnectionTable(capacity: descriptorLimit, limit: limit, memoryLimit: memoryLimit)
  }
}

// The sets of epoll events that connections are watched for.
enum Interest {
  static let listener = EPOLLIN.rawValue
  static let timer = EPOLLIN.rawValue
  // Edge-triggered: reported once for each arrival, and not looked at again in the next turn.
  static let input = EPOLLIN.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
  static let output = EPOLLOUT.rawValue
  // The peer sends no more, or the connection is broken.
  static let end = EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue
}
