import Bytes
import CLinux
import EventLoop

// A line on the standard error that tells how far scoring is, where that is a terminal and the predictions go elsewhere.
struct Progress: ~Copyable {
  let isShown: Bool
  private let start = Clock.exact()
  private var shown: UInt64
  // Whether the line stands on the terminal.
  private var isOnScreen = false
  // The bytes to be read, nil where that is not known.
  private let size: Int?

  init(_ input: Int32) {
    isShown = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) != 1
    shown = start
    size = Self.remaining(input)
  }

  // The bytes of a file from where it is read; a pipe tells nothing, and a file of /proc that it is empty.
  private static func remaining(_ input: Int32) -> Int? {
    var status = stat()
    guard unsafe fstat(input, &status) == 0, Int32(bitPattern: status.st_mode) & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size) - max(0, lseek(input, 0, SEEK_CUR))
    return size > 0 ? size : nil
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
      line.add(Int(min(1e9, Double(now - start) / 1e9 * Double(max(0, size - bytes)) / Double(bytes))))
      line.add(" s left")
    }
    line.add("\u{1B}[K")
    isOnScreen = true
    StandardStream.write(line.bytes, to: STDERR_FILENO)
  }

  // Makes room for what is written next.
  mutating func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    var sequence = ByteBuffer()
    sequence.add("\r\u{1B}[K")
    StandardStream.write(sequence.bytes, to: STDERR_FILENO)
  }

  // `1000000 rows, 2500000 rows/s`
  func writeRate(_ rows: Int, _ now: UInt64 = Clock.exact(), to output: inout ByteBuffer) {
    output.add(rows)
    output.add(" rows, ")
    output.add(Int(Double(rows) * 1e9 / Double(max(1, now - start))))
    output.add(" rows/s")
  }
}
