import CLinux
import Synchronization

// The counters of all workers: a block each, so far apart that no two workers write to the same or to neighbouring cache
// lines, which processors fetch in pairs. A scrape adds the blocks up.
@safe final class Counters: @unchecked Sendable {
  // Shape [workers, stride]; a mapping, whose pages are zero and take no memory until they are written.
  private let slots: UnsafeMutablePointer<Atomic<UInt64>>
  private let workers: Int
  let stride: Int
  private let bytes: Int

  // The slots in two cache lines of 64 bytes.
  private static var alignment: Int { 128 / MemoryLayout<UInt64>.size }

  init(workers: Int, classes: Int) {
    self.workers = workers
    stride = (CounterLayout.count(classes: classes) + Self.alignment - 1) / Self.alignment * Self.alignment
    bytes = workers * stride * MemoryLayout<UInt64>.size
    let memory = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe memory, unsafe memory != UnsafeMutableRawPointer(bitPattern: -1) else {
      fatalError("out of memory")
    }
    // An atomic integer is its bits and nothing more, so zero bytes are counters at zero.
    unsafe slots = memory.bindMemory(to: Atomic<UInt64>.self, capacity: workers * stride)
  }

  deinit {
    unsafe munmap(slots, bytes)
  }

  // The block that a worker writes.
  func block(_ worker: Int) -> CounterBlock {
    precondition(worker >= 0 && worker < workers)
    return unsafe CounterBlock(slots + worker * stride, count: stride)
  }

  // What all workers have counted together. A gauge may be negative in one block and not in the sum.
  func sum(_ slot: Int) -> Int {
    precondition(slot >= 0 && slot < stride)
    var sum: UInt64 = 0
    // slot is within a block, and worker below their number.
    for worker in 0..<workers { sum &+= unsafe slots[worker * stride + slot].load(ordering: .relaxed) }
    return Int(truncatingIfNeeded: sum)
  }

  // The largest of what the workers have set.
  func largest(_ slot: Int) -> Int {
    precondition(slot >= 0 && slot < stride)
    var largest: UInt64 = 0
    // As above.
    for worker in 0..<workers { largest = max(largest, unsafe slots[worker * stride + slot].load(ordering: .relaxed)) }
    return Int(truncatingIfNeeded: largest)
  }
}
