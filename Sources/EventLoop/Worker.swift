import Bytes
import CDispatch
import CLinux

/// A serial queue that serves the connections of one listener, without ever blocking.
/// 一つのリスナーの接続を、ブロックせずに処理する直列キュー。
///
/// All sockets are in one epoll set, and the set's own descriptor is watched by one Dispatch source. Everything here runs on
/// the queue, except `start` and `drain`, which only put work on it.
public final class Worker<Service: StreamService & ~Copyable>: DispatchedWorker, @unchecked Sendable {
  var service: Service
  let table: ConnectionTable<Service.Stream>
  let limits: StreamLimits
  let onDrained: @Sendable () -> Void

  // What one turn reads and what it answers; a connection gets the memory of the output only where the socket takes less.
  var input = ByteBuffer()
  var output = ByteBuffer()
  var clock = Clock.now()

  // The most recent connection of the list that runs through the table, -1 where there is none.
  var firstConnection: Int32 = -1
  var isDraining = false

  // An open descriptor to give up for answering a connection when no other is left.
  var spareDescriptor: Int32 = -1
  // When to listen again after the descriptors ran out, 0 while listening.
  var listensAgain: UInt64 = 0

  /// Makes a worker that has not started.
  /// まだ開始していないワーカーを作る。
  ///
  /// - Parameters:
  ///   - onDrained: Called on the queue when the last connection has closed after `drain`.
  /// - Returns: Nil with the reason in `errno`.
  public init?(
    listener: Listener, connections: Connections<Service>, service: consuming Service, limits: StreamLimits,
    onDrained: @escaping @Sendable () -> Void
  ) {
    self.service = service
    self.table = connections.table
    self.limits = limits
    self.onDrained = onDrained
    super.init(listener: listener.descriptor)
    spareDescriptor = openSpare()
    guard isReady, spareDescriptor >= 0 else { return nil }
  }

  override func handleEvents() {
    // Bounded, so that the timer and a stop on the same queue get their turn under steady traffic.
    for _ in 0..<64 {
      let count = unsafe SystemCall.wait(epoll, into: events)
      if count <= 0 { return }
      clock = Clock.now()
      service.beginTurn(clock)
      for index in 0..<count {
        // index is below the number of events the kernel wrote.
        let event = unsafe events[index]
        let descriptor = unsafe event.data.fd
        if descriptor == listener {
          acceptConnections()
        } else {
          handle(descriptor)
        }
      }
      service.endTurn()
    }
  }

  // Errors and hang-ups show in what the socket answers.
  private func handle(_ descriptor: Int32) {
    // The epoll set holds only descriptors in the table.
    switch unsafe table.pointer(descriptor).pointee.phase {
    case .idle, .receiving: receive(descriptor)
    case .sending, .sendingLast: resumeSending(descriptor)
    case .lingering: dropInput(descriptor)
    }
  }

  // Takes on a connection; it reads for the first time when the epoll set says so.
  func add(_ descriptor: Int32) {
    guard Int(descriptor) < table.capacity, SystemCall.control(epoll, EPOLL_CTL_ADD, descriptor, Interest.input) else {
      close(descriptor)
      return
    }
    var connection = Connection(
      descriptor: descriptor, interest: Interest.input, deadline: clock.monotonic + idleLimit, stream: service.open())
    connection.next = firstConnection
    table.insert(connection)
    // The list holds only descriptors in the table.
    if firstConnection >= 0 { unsafe table.pointer(firstConnection).pointee.previous = descriptor }
    firstConnection = descriptor
    startTimer()
  }

  // Ends a connection; closing the descriptor takes it out of the epoll set.
  func remove(_ descriptor: Int32) {
    let (previous, next) = unsafe (table.pointer(descriptor).pointee.previous, table.pointer(descriptor).pointee.next)
    if previous >= 0 { unsafe table.pointer(previous).pointee.next = next } else { firstConnection = next }
    if next >= 0 { unsafe table.pointer(next).pointee.previous = previous }
    table.remove(descriptor)
    close(descriptor)
    if firstConnection < 0 { becameEmpty() }
  }

  private func becameEmpty() {
    if listensAgain == 0 { stopTimer() }
    if isDraining { onDrained() }
  }

  // How long a connection may be silent between messages.
  var idleLimit: UInt64 { isDraining ? limits.idleWhileDraining : limits.idle }

  override func handleTimer() {
    expireConnections()
  }

  override func handleDrain() {
    guard !isDraining else { return }
    isDraining = true
    clock = Clock.now()
    // Connections that the kernel has completed are served; those that come later find the port closed.
    while acceptConnections() {}
    close(listener)
    listensAgain = 0
    var descriptor = firstConnection
    while descriptor >= 0 {
      let connection = unsafe table.pointer(descriptor)
      if unsafe connection.pointee.phase == .idle {
        unsafe connection.pointee.deadline = clock.monotonic + limits.idleWhileDraining
      }
      descriptor = unsafe connection.pointee.next
    }
    if firstConnection < 0 { becameEmpty() }
  }
}

/// The connections of all workers of a process.
/// プロセスの全ワーカーの接続。
public struct Connections<Service: StreamService & ~Copyable>: Sendable {
  let table: ConnectionTable<Service.Stream>

  /// Makes room for as many connections as there may be descriptors.
  /// 記述子の上限と同じ数の接続の場所を作る。
  public init(descriptorLimit: Int) {
    table = ConnectionTable(capacity: descriptorLimit)
  }
}

// The sets of epoll events that connections are watched for.
enum Interest {
  static let input = EPOLLIN.rawValue
  static let output = EPOLLOUT.rawValue
}
