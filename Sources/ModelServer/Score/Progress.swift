import Bytes
import CLinux
import EventLoop

// A line on the standard error that tells how far scoring is, where that is a terminal.
struct Progress: ~Copyable {
  let isShown: Bool
  private let start = Clock.exact()
  private var shown: UInt64
  // The bytes to be read, nil where that is not known.
  private let size: Int?

  init(_ input: Int32) {
    isShown = isatty(STDERR_FILENO) == 1
    shown = start
    size = Self.remaining(input)
  }

  // The bytes of a file from where it is read; a pipe tells nothing.
  private static func remaining(_ input: Int32) -> Int? {
    var status = stat()
    guard unsafe fstat(input, &status) == 0, Int32(bitPattern: status.st_mode) & S_IFMT == S_IFREG else { return nil }
    return max(0, Int(status.st_size) - max(0, lseek(input, 0, SEEK_CUR)))
  }

  // Shows the figures, five times a second at most.
  mutating func update(rows: Int, bytes: Int) {
    let now = Clock.exact()
    guard isShown, now - shown >= 200_000_000 else { return }
    shown = now
    var line = ByteBuffer()
    line.add("\r")
    writeRate(rows, now, to: &line)
    if let size, bytes > 0 {
      line.add(", ")
      // The time so far for each byte that was read, for those that were not.
      line.add(Int(Double(now - start) / 1e9 * Double(max(0, size - bytes)) / Double(bytes)))
      line.add(" s left")
    }
    line.add("\u{1B}[K")
    StandardStream.write(line.bytes, to: STDERR_FILENO)
  }

  // Appends what makes room for a message.
  func clear(_ output: inout ByteBuffer) {
    if isShown { output.add("\r\u{1B}[K") }
  }

  // `1000000 rows, 2500000 rows/s`
  func writeRate(_ rows: Int, _ now: UInt64 = Clock.exact(), to output: inout ByteBuffer) {
    output.add(rows)
    output.add(" rows, ")
    output.add(Int(Double(rows) * 1e9 / Double(max(1, now - start))))
    output.add(" rows/s")
  }
}
