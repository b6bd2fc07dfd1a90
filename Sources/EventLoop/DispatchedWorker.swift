import CDispatch
import CLinux

/// The part of a worker that Dispatch calls: its queue, its event source and its timer.
/// ワーカーのうち Dispatch が呼び出す部分：キュー、イベントソース、タイマー。
///
/// It is no generic class, because a C function pointer cannot know a generic parameter.
@safe public class DispatchedWorker {
  let listener: Int32
  // Watches the listener and all connections; Dispatch watches it.
  let epoll: Int32
  // Where one turn's events go; shape [256].
  let events: UnsafeMutableBufferPointer<epoll_event>
  private let queue: dispatch_queue_t
  private let source: dispatch_source_t
  private let timer: dispatch_source_t
  private var timerIsRunning = false
  // Whether the epoll set could be made and watches the listener.
  let isReady: Bool

  // The distance of two looks at the connections' deadlines.
  private static var tick: UInt64 { 500_000_000 }

  init(listener: Int32) {
    self.listener = listener
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    isReady = epoll >= 0 && SystemCall.control(epoll, EPOLL_CTL_ADD, listener, Interest.input)
    unsafe events = .allocate(capacity: 256)
    // The types are static objects of Dispatch; the other arguments are the objects just made.
    unsafe queue = dispatch_queue_create("worker", nil)
    unsafe source = dispatch_source_create(
      OpaquePointer(linux_dispatch_read()), UInt(bitPattern: Int(max(epoll, 0))), 0, queue)
    unsafe timer = dispatch_source_create(OpaquePointer(linux_dispatch_timer()), 0, 0, queue)
    unsafe dispatch_source_set_timer(timer, dispatch_time(0, Int64(Self.tick)), Self.tick, Self.tick / 10)

    // A worker lives as long as the process, so the context never dangles.
    let context = unsafe Unmanaged.passRetained(self).toOpaque()
    unsafe dispatch_set_context(dispatch_object_t(_ds: source), context)
    unsafe dispatch_set_context(dispatch_object_t(_ds: timer), context)
    unsafe dispatch_source_set_event_handler_f(source) { unsafe DispatchedWorker.at($0)?.handleEvents() }
    unsafe dispatch_source_set_event_handler_f(timer) { unsafe DispatchedWorker.at($0)?.handleTimer() }
  }

  /// Begins to accept and serve connections.
  /// 接続の受け入れと処理を始める。
  public func start() {
    unsafe dispatch_activate(dispatch_object_t(_ds: source))
  }

  /// Stops listening, and closes each connection after its next answer or a short silence.
  /// 待ち受けをやめ、各接続を次の応答後または短い無通信後に閉じる。
  public func drain() {
    unsafe dispatch_async_f(queue, Unmanaged.passUnretained(self).toOpaque()) {
      unsafe DispatchedWorker.at($0)?.handleDrain()
    }
  }

  // Called on the queue. The timer runs only while there is something to wait for, so an idle process sleeps.
  func startTimer() {
    if timerIsRunning { return }
    timerIsRunning = true
    unsafe dispatch_resume(dispatch_object_t(_ds: timer))
  }

  func stopTimer() {
    if !timerIsRunning { return }
    timerIsRunning = false
    unsafe dispatch_suspend(dispatch_object_t(_ds: timer))
  }

  func handleEvents() {}
  func handleTimer() {}
  func handleDrain() {}

  // The worker whose address was handed to Dispatch as a context.
  private static func at(_ context: UnsafeMutableRawPointer?) -> DispatchedWorker? {
    unsafe context.map { unsafe Unmanaged<DispatchedWorker>.fromOpaque($0).takeUnretainedValue() }
  }
}
