import Bytes
import CLinux
import HTTP
import Inference

// `score`: predictions for the lines of a file or of the standard input, on the standard output.
struct ScoreCommand<Model: CompiledModel>: ~Copyable {
  private var scorer: Scorer<Model>
  private var progress: Progress
  private let input: Int32
  private var bytes = 0

  // What one read takes at most.
  private static var chunk: Int { 256 << 10 }

  static func run(_ options: ScoreOptions, file: Configuration.Text?) -> ExitStatus {
    // Where nobody reads any more, a write fails, and the progress is cleared before the end.
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    unsafe sigaddset(&blocked, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)
    var input = STDIN_FILENO
    if let file, !file.bytes.equals("-") {
      input = unsafe linux_open_read_only(file.start)
      guard input >= 0 else { return tell(linux_errno(), "cannot open ", file) }
    }
    var command = ScoreCommand(options, input)
    return command.run()
  }

  private init(_ options: ScoreOptions, _ input: Int32) {
    scorer = Scorer(options)
    progress = Progress(input)
    self.input = input
  }

  private mutating func run() -> ExitStatus {
    let status = scoreAll()
    // The shell writes next, and not behind the progress.
    progress.clear()
    return status
  }

  private mutating func scoreAll() -> ExitStatus {
    while true {
      let count = StandardStream.read(input, upTo: Self.chunk, into: &scorer.input)
      guard count >= 0 else { return failed("cannot read the input") }
      bytes += count
      var outcome: Scorer<Model>.Outcome
      repeat {
        outcome = scorer.advance(atEnd: count == 0)
        guard StandardStream.write(scorer.output.bytes, to: STDOUT_FILENO) else {
          return linux_errno() == EPIPE ? .closedPipe : failed("cannot write the output")
        }
        scorer.output.removeAll()
        tellBadRows()
      } while outcome == .outputIsFull
      if outcome == .failed { return .failure }
      if count == 0 { return finish() }
      progress.update(rows: scorer.rows, bytes: bytes)
    }
  }

  private mutating func tellBadRows() {
    guard !scorer.messages.isEmpty else { return }
    progress.clear()
    StandardStream.write(scorer.messages.bytes, to: STDERR_FILENO)
    scorer.messages.removeAll()
  }

  // The summary, for a reader or where rows are missing.
  private mutating func finish() -> ExitStatus {
    guard progress.isShown || scorer.badRows > 0 else { return .success }
    progress.clear()
    var message = ByteBuffer()
    message.add("model-server: ")
    progress.writeRate(scorer.rows, to: &message)
    if scorer.badRows > 0 {
      message.add(", ")
      message.add(scorer.badRows)
      message.add(" skipped")
    }
    message.add("\n")
    StandardStream.write(message.bytes, to: STDERR_FILENO)
    return scorer.badRows > 0 ? .skipped : .success
  }

  private mutating func failed(_ what: StaticString) -> ExitStatus {
    let error = linux_errno()
    progress.clear()
    return Self.tell(error, what)
  }

  private static func tell(_ error: Int32, _ what: StaticString, _ file: Configuration.Text? = nil) -> ExitStatus {
    // glibc's texts are never deallocated.
    let reason = unsafe Configuration.Text(start: UnsafePointer(strerror(error)))
    var message = ByteBuffer()
    message.add("model-server: ")
    message.add(what)
    if let file { message.add(file.bytes) }
    message.add(": ")
    message.add(reason.bytes)
    message.add("\n")
    StandardStream.write(message.bytes, to: STDERR_FILENO)
    return .failure
  }
}
