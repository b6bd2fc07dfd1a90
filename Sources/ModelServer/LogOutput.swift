import CLinux

// The standard output, to which all workers write their lines, and other processes perhaps. It is never waited for, and a line
// is there whole or not at all.
struct LogOutput {
  // Whether the kernel has no write that does not wait for what stands there; then poll is asked before each.
  private var asksBefore: Bool

  // What a pipe takes in one piece or not at all: PIPE_BUF.
  private static var pieceSize: Int { 4096 }

  init() {
    var facts = stat()
    // A file is written to as by anybody: it never makes a writer wait for a reader.
    asksBefore = unsafe fstat(STDOUT_FILENO, &facts) == 0 && Int32(bitPattern: facts.st_mode) & S_IFMT == S_IFREG
  }

  // Writes what is taken at once, in pieces of whole lines. The number of bytes that are out.
  mutating func write(_ lines: Span<UInt8>) -> Int {
    var start = 0
    while start < lines.count {
      let written = writePiece(Self.piece(lines.extracting(start..<lines.count)))
      if written <= 0 { break }
      start += written
    }
    return start
  }

  // The whole lines that a pipe takes in one piece. No line is longer, for the values in it are cut.
  @_lifetime(copy lines)
  private static func piece(_ lines: Span<UInt8>) -> Span<UInt8> {
    if lines.count <= pieceSize { return lines }
    var end = pieceSize
    while end > 0 && lines[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    return lines.extracting(0..<(end > 0 ? end : pieceSize))
  }

  private mutating func writePiece(_ piece: Span<UInt8>) -> Int {
    if !asksBefore {
      let written = unsafe piece.withUnsafeBufferPointer {
        unsafe linux_write_now(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if written >= 0 || linux_errno() == EAGAIN || linux_errno() == EPIPE { return written }
      // Kernels before 6.4 cannot for a pipe, and some systems do not know the call.
      asksBefore = true
    }
    // Between the answer and the write another process may fill the pipe: that is what the call above is for.
    var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    guard unsafe poll(&output, 1, 0) == 1, output.revents & Int16(POLLOUT) != 0 else { return 0 }
    return unsafe piece.withUnsafeBufferPointer { unsafe CLinux.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
