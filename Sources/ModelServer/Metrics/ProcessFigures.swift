import Bytes
import CLinux
import EventLoop

// What the kernel says of the process. It is opened before the sandbox closes, and read from any worker; where there is no
// /proc, or an older kernel, what it would say is not known.
struct ProcessFigures: Sendable {
  // /proc/self/stat and /proc/self/fd, -1 where they could not be opened.
  private let stat: Int32
  private let descriptors: Int32
  // In nanoseconds since 1970.
  let startTime: Int
  let maxDescriptors: Int

  // What one look tells; nil where it is not known. Memory is in bytes.
  struct Usage {
    var threads: Int?
    var virtualMemory: Int?
    var residentMemory: Int?
    var openDescriptors: Int?
  }

  // A line of /proc/self/stat has 52 numbers of at most 20 digits.
  private static var lineLimit: Int { 2048 }

  // To be made when the process starts and may still open files.
  init(maxDescriptors: Int) {
    self.maxDescriptors = maxDescriptors
    startTime = Clock.now().unix * 1_000_000
    stat = SmallFile.open("/proc/self/stat")
    descriptors = SmallFile.open("/proc/self/fd")
  }

  func usage() -> Usage {
    var usage = Usage()
    readStat(&usage)
    var status = CLinux.stat()
    // Since Linux 6.2 the size of this folder is the number of its entries, and 0 before.
    if unsafe fstat(descriptors, &status) == 0, status.st_size > 0 { usage.openDescriptors = Int(status.st_size) }
    return usage
  }

  private func readStat(_ usage: inout Usage) {
    var line = ByteBuffer()
    line.append(upTo: Self.lineLimit) { area in
      // The kernel writes at most count bytes behind baseAddress. A position of its own lets workers read side by side.
      max(0, unsafe area.withUnsafeMutableBufferPointer { unsafe pread(stat, $0.baseAddress, $0.count, 0) })
    }
    Self.parse(line.bytes, pageSize: Int(getpagesize()), &usage)
  }

  // The fields of proc_pid_stat(5): the second is a name in parentheses, which may hold any character, 20 is the number of
  // threads, 23 the mapped memory in bytes and 24 the resident memory in pages.
  static func parse(_ line: Span<UInt8>, pageSize: Int, _ usage: inout Usage) {
    var index = line.count
    while index > 0 && line[index - 1] != UInt8(ascii: ")") { index -= 1 }
    // The third field stands behind a space.
    var field = 2
    while index > 0 && index < line.count {
      if line[index] == UInt8(ascii: " ") {
        field += 1
        let value = SmallFile.number(line, from: index + 1).value
        switch field {
        case 20: usage.threads = value
        case 23: usage.virtualMemory = value
        case 24: usage.residentMemory = value.map { $0 &* pageSize }
        default: break
        }
      }
      index += 1
    }
  }
}
