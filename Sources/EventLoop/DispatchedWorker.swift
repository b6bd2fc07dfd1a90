import CDispatch
import CLinux
import Synchronization

/// The part of a worker that Dispatch calls: its queue and its event source.
/// ワーカーのうち Dispatch が呼び出す部分：キューとイベントソース。
///
/// It is no generic class, because a C function pointer cannot know a generic parameter.
@safe public class DispatchedWorker {
  let listener: Int32
  // Watches the listener, the timer and all connections; Dispatch watches it.
  let epoll: Int32
  // Where one turn's events go; shape [256].
  let events: UnsafeMutableBufferPointer<epoll_event>
  private let queue: dispatch_queue_t
  private let source: dispatch_source_t
  // Expires once after it was set. It is no timer of Dispatch, which makes its descriptor at the first use and goes
  // without where there is none left: the worker that needs the timer to recover from that would never hear of it.
  let timer: Int32
  private var timerIsRunning = false
  // The functions that are on the queue and have not had their turn.
  private let pending = Atomic(0)
  // Whether the epoll set could be made and watches the listener and the timer.
  let isReady: Bool

  // The time from one look at the deadlines to the next, in nanoseconds.
  private static var tick: Int { 500_000_000 }

  init(listener: Int32) {
    self.listener = listener
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    timer = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_NONBLOCK | TFD_CLOEXEC))
    isReady =
      epoll >= 0 && timer >= 0 && SystemCall.control(epoll, EPOLL_CTL_ADD, listener, Interest.listener)
      && SystemCall.control(epoll, EPOLL_CTL_ADD, timer, Interest.timer)
    unsafe events = .allocate(capacity: 256)
    // The types are static objects of Dispatch; the other arguments are the objects just made.
    unsafe queue = dispatch_queue_create("worker", nil)
    unsafe source = dispatch_source_create(
      OpaquePointer(linux_dispatch_read()), UInt(bitPattern: Int(max(epoll, 0))), 0, queue)

    // A worker lives as long as the process, so the context never dangles.
    let context = unsafe Unmanaged.passRetained(self).toOpaque()
    unsafe dispatch_set_context(dispatch_object_t(_ds: source), context)
    unsafe dispatch_source_set_event_handler_f(source) { unsafe DispatchedWorker.at($0)?.handleEvents() }
  }

  /// Begins to accept and serve connections.
  /// 接続の受け入れと処理を始める。
  public func start() {
    unsafe dispatch_activate(dispatch_object_t(_ds: source))
  }

  /// Says from now on that the server is not ready, and serves on.
  /// 以後は準備完了でないと伝えつつ、処理を続ける。
  public func leave() {
    unsafe enqueue { unsafe DispatchedWorker.at($0)?.dequeued().handleLeave() }
  }

  /// Stops listening, and closes each connection after its next answer or a short silence.
  /// 待ち受けをやめ、各接続を次の応答後または短い無通信後に閉じる。
  public func drain() {
    unsafe enqueue { unsafe DispatchedWorker.at($0)?.dequeued().handleDrain() }
  }

  // Has the handler return to Dispatch, so that the function gets its turn on the queue. The timer is set off last: a
  // handler that has found nothing pending has set the timer before, and is woken by it now.
  private func enqueue(_ function: @convention(c) (UnsafeMutableRawPointer?) -> Void) {
    pending.add(1, ordering: .releasing)
    unsafe dispatch_async_f(queue, Unmanaged.passUnretained(self).toOpaque(), function)
    setTimer(1)
  }

  private func dequeued() -> DispatchedWorker {
    pending.subtract(1, ordering: .relaxed)
    return self
  }

  // Whether the handler may hold the queue: there is nothing else to do on it, and the timer will end the wait.
  var mayWait: Bool { timerIsRunning && pending.load(ordering: .acquiring) == 0 }

  // Called on the queue. The timer runs only while there is something to wait for, so an idle process sleeps.
  func startTimer() {
    if timerIsRunning { return }
    timerIsRunning = true
    setTimer(Self.tick)
  }

  // Called on the queue when the timer has expired.
  func acknowledgeTimer() {
    timerIsRunning = false
    SystemCall.acknowledge(timer)
  }

  private func setTimer(_ nanoseconds: Int) {
    var setting = itimerspec(it_interval: timespec(), it_value: timespec(tv_sec: 0, tv_nsec: nanoseconds))
    _ = unsafe timerfd_settime(timer, 0, &setting, nil)
  }

  func handleEvents() {}
  func handleLeave() {}
  func handleDrain() {}

  // The worker whose address was handed to Dispatch as a context.
  private static func at(_ context: UnsafeMutableRawPointer?) -> DispatchedWorker? {
    unsafe context.map { unsafe Unmanaged<DispatchedWorker>.fromOpaque($0).takeUnretainedValue() }
  }
}
