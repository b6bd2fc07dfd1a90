import Bytes
import Synchronization

// The connections of the process, indexed by descriptor. A slot belongs to the worker that accepted the descriptor, from
// insert to remove; the kernel gives a descriptor to one holder at a time, so workers never meet in a slot. The next holder
// claims its place after the last has given its own back, and so sees the slot as that one has left it.
@safe final class ConnectionTable<Stream>: @unchecked Sendable {
  // Slots up to capacity. Memory that was never touched stays the kernel's.
  private let slots: UnsafeMutablePointer<Connection<Stream>>
  private let capacity: Int
  // Connections open in the process, and how many may be.
  private let count = Atomic(0)
  private let limit: Int
  // The memory of their buffers in bytes, and how much it may be. Only what a connection keeps from one turn of its worker
  // to the next is counted, so a request that comes in one piece and an answer that goes in one never touch the count.
  private let memory = Atomic(0)
  private let memoryLimit: Int

  init(capacity: Int, limit: Int, memoryLimit: Int) {
    self.capacity = capacity
    self.limit = limit
    self.memoryLimit = memoryLimit
    unsafe slots = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  deinit {
    // Workers have removed their connections.
    unsafe slots.deallocate()
  }

  // Takes a place for a connection. False where all places are taken.
  func claim() -> Bool {
    if count.add(1, ordering: .acquiring).newValue <= limit { return true }
    release()
    return false
  }

  // Gives a place back.
  func release() {
    count.subtract(1, ordering: .releasing)
  }

  func insert(_ connection: consuming Connection<Stream>) {
    let index = Int(connection.descriptor)
    precondition(index >= 0 && index < capacity)
    // The slot is empty: its last holder removed the connection before it closed the descriptor.
    unsafe (slots + index).initialize(to: connection)
  }

  func remove(_ descriptor: Int32) {
    let connection = unsafe pointer(descriptor)
    let counted = unsafe connection.pointee.counted
    if counted != 0 { memory.subtract(counted, ordering: .relaxed) }
    unsafe connection.deinitialize(count: 1)
    release()
  }

  // Counts what a connection keeps by now. False where it has grown and all of them keep more than they may. The last
  // quarter is for those that keep little: a small request in two pieces gets through among large ones.
  func count(_ connection: UnsafeMutablePointer<Connection<Stream>>) -> Bool {
    let size = unsafe connection.pointee.input.capacity + connection.pointee.output.capacity
    let growth = unsafe size - connection.pointee.counted
    if growth == 0 { return true }
    unsafe connection.pointee.counted = size
    let share = size > BufferPool.largestBuffer ? memoryLimit / 4 * 3 : memoryLimit
    return memory.add(growth, ordering: .relaxed).newValue <= share || growth < 0
  }

  // The connection of a descriptor that the calling worker has inserted and not removed.
  @inline(__always)
  func pointer(_ descriptor: Int32) -> UnsafeMutablePointer<Connection<Stream>> {
    precondition(descriptor >= 0 && Int(descriptor) < capacity)
    return unsafe slots + Int(descriptor)
  }
}
