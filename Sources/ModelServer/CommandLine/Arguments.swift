import Bytes
import CLinux

// The arguments of the command line. Embedded Swift has no CommandLine; like it, this reads what the kernel keeps.
@safe struct Arguments: ~Copyable {
  // The arguments, each with its terminating null byte; kept for the life of the process.
  private let block: UnsafeMutablePointer<CChar>
  private let count: Int
  private var position = 0

  // The kernel's own bound for one argument block is larger; no sensible command line comes near this.
  private static var limit: Int { 64 << 10 }

  init() throws(UsageError) {
    guard let content = SmallFile.read("/proc/self/cmdline", limit: Self.limit) else { throw .tooManyArguments }
    count = content.count
    // Never deallocated: texts made from it are immortal.
    unsafe block = .allocate(capacity: count + 1)
    for index in 0..<count { unsafe block[index] = CChar(bitPattern: content.bytes[index]) }
    unsafe block[count] = 0
    // The first argument is the program's own name.
    _ = next()
  }

  // The next argument, nil behind the last.
  mutating func next() -> Configuration.Text? {
    guard position < count else { return nil }
    // position is at the start of an argument, and a null byte stands at the latest at count.
    let text = unsafe Configuration.Text(start: UnsafePointer(block + position))
    position += text.bytes.count + 1
    return text
  }
}
