import Bytes
import CLinux
import EventLoop
import HTTP
import Inference
import Synchronization

// The server's life: listen, serve until a signal, drain, end.
struct Server<Model: CompiledModel>: ~Copyable {
  private let configuration: Configuration

  // Descriptors for other things than connections: the standard streams, the loop's own, and some to spare.
  private static var reservedDescriptors: Int { 32 }

  init(_ configuration: Configuration) {
    self.configuration = configuration
  }

  func run() -> ExitStatus {
    // Before anything listens: as process 1 the kernel drops signals that nobody waits for. Threads made later inherit
    // the mask, so signals come to the wait below and nowhere else.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe sigaddset(&signals, SIGINT)
    // A log whose reader is gone is an error of the write, not the end.
    var blocked = signals
    unsafe sigaddset(&blocked, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)

    let count = configuration.number(.workers) ?? ProcessorCount.granted()
    let descriptorLimit = Self.raiseDescriptorLimit()
    // Beyond this a table of connections would be the larger problem.
    let descriptors = min(descriptorLimit, 1 << 20)
    var port = configuration[.port]
    guard let requested = configuration.address(port: port) else { return .usage }
    if !configuration.reusesPort {
      let error = Listener.probe(requested)
      if error != 0 { return cannotListen(error) }
    }

    let counters = Counters(workers: count, classes: Model.classCount)
    let process = ProcessFigures(maxDescriptors: descriptorLimit)
    let connectionLimit =
      configuration.number(.maxConnections) ?? max(1, descriptors - Self.reservedDescriptors - 4 * count)
    let connections = Connections<HTTPService<Model>>(
      descriptorLimit: descriptors, limit: connectionLimit,
      memoryLimit: configuration[.maxKept])
    let remaining = Remaining(count)
    var workers: [Worker<HTTPService<Model>>] = []
    for index in 0..<count {
      let service = HTTPService<Model>(
        limits: configuration.requestLimits, outputLimit: configuration[.maxPendingOutput],
        age: ConnectionAge(seconds: configuration[.maxAge]), logger: logger(), counters: counters, worker: index,
        process: process)
      guard let address = configuration.address(port: port),
        let listener = Listener(address, bufferSize: configuration[.socketBuffer]),
        let worker = Worker(
          listener: listener, handsOverPort: configuration.reusesPort, connections: connections, service: service,
          limits: configuration.streamLimits,
          onDrained: { remaining.finishOne() })
      else { return cannotListen(linux_errno()) }
      // Port 0 was given a number by the kernel, which the other workers share.
      port = listener.port
      workers.append(worker)
    }
    // Before any worker starts, for Dispatch makes its threads then.
    let outcome = configuration.entersSandbox ? Sandbox.enter() : nil
    if outcome == .unfiltered { log(.warning, "this system has no filter for system calls") }
    report(port: port, workers: count, connectionLimit: connectionLimit)
    for worker in workers { worker.start() }

    _ = waitForSignal(&signals, seconds: nil)
    if configuration[.drainDelay] > 0 {
      log(.info, "not ready")
      for worker in workers { worker.leave() }
      // A second signal ends the delay.
      _ = waitForSignal(&signals, seconds: configuration[.drainDelay])
    }
    log(.info, "draining")
    for worker in workers { worker.drain() }
    // Ends early when the last worker has drained, see Remaining; another signal or the end of patience ends it here.
    _ = waitForSignal(&signals, seconds: configuration[.gracePeriod])
    log(.warning, "stopped before all connections were closed")
    return .success
  }

  private func logger() -> Logger {
    Logger(level: configuration.logLevel, format: configuration.logFormat)
  }

  // Raises the number of descriptors to what the system allows, and says how many that is.
  private static func raiseDescriptorLimit() -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
    let former = limit.rlim_cur
    limit.rlim_cur = limit.rlim_max
    if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) != 0 { limit.rlim_cur = former }
    return Int(clamping: limit.rlim_cur)
  }

  // True when a signal came, false when the time was up.
  private func waitForSignal(_ signals: inout sigset_t, seconds: Int?) -> Bool {
    while true {
      let result: Int32
      if let seconds {
        var time = timespec(tv_sec: seconds, tv_nsec: 0)
        result = unsafe sigtimedwait(&signals, nil, &time)
      } else {
        result = unsafe sigwaitinfo(&signals, nil)
      }
      if result > 0 { return true }
      if linux_errno() == EAGAIN { return false }
    }
  }

  private func cannotListen(_ error: Int32) -> ExitStatus {
    var message = ByteBuffer()
    message.append("model-server: cannot listen on ")
    appendAddress(port: configuration[.port], to: &message)
    message.append(": ")
    // strerror's text lasts until the next call, and no other thread runs yet.
    if let text = unsafe strerror(error) { unsafe message.append(Configuration.Text(start: UnsafePointer(text)).bytes) }
    message.append("\n")
    StandardStream.write(message.bytes, to: STDERR_FILENO)
    return .usage
  }

  // An address of IPv6 stands in brackets, RFC 3986 section 3.2.2.
  private func appendAddress(port: Int, to output: inout ByteBuffer) {
    let hasBrackets = configuration.address(port: port)?.isVersion6 == true
    if hasBrackets { output.add("[") }
    if let host = configuration.host { output.add(host.bytes) } else { output.add(Configuration.defaultHost) }
    output.add(hasBrackets ? "]:" : ":")
    output.add(port)
  }

  private func log(_ level: LogLevel, _ message: StaticString) {
    var logger = logger()
    guard logger.starts(level, message) else { return }
    logger.lines.end()
    logger.flush()
  }

  private func report(port: Int, workers: Int, connectionLimit: Int) {
    var logger = logger()
    for name in ["MODEL_FILEPATH", "LABEL_FILEPATH"] as [StaticString] where Configuration.environment(name) != nil {
      guard logger.starts(.warning, "variable has no effect at run time; the model is compiled in") else { continue }
      logger.lines.field("variable", name)
      logger.lines.field("model.name", Model.name)
      logger.lines.end()
    }
    if logger.starts(.info, "listening") {
      var url = ByteBuffer()
      url.append("http://")
      appendAddress(port: port, to: &url)
      logger.lines.field("url.full", url.bytes)
      logger.lines.field("service.version", Version.text)
      logger.lines.field("model.name", Model.name)
      logger.lines.field("model.version", Model.version)
      logger.lines.field("model.sha256", Model.sha256)
      // The numbers in force, each under the name of the variable that sets it.
      for setting in Setting.allCases where setting != .port {
        guard case .number = setting.kind else { continue }
        let depending = setting == .workers ? workers : connectionLimit
        logger.lines.field(setting.variable, configuration.number(setting) ?? depending)
      }
      logger.lines.end()
    }
    logger.flush()
  }
}

// Counts the workers that still have connections, and ends the process after the last.
private final class Remaining: Sendable {
  private let count: Atomic<Int>

  init(_ count: Int) {
    self.count = Atomic(count)
  }

  func finishOne() {
    if count.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { exit(ExitStatus.success.rawValue) }
  }
}
