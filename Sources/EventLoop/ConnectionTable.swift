import Synchronization

// The connections of the process, indexed by descriptor. A slot belongs to the worker that accepted the descriptor, from
// insert to remove; the kernel gives a descriptor to one holder at a time, so workers never meet in a slot.
@safe final class ConnectionTable<Stream>: @unchecked Sendable {
  // Slots up to capacity. Memory that was never touched stays the kernel's.
  private let slots: UnsafeMutablePointer<Connection<Stream>>
  private let capacity: Int
  // Connections open in the process, and how many may be.
  private let count = Atomic(0)
  private let limit: Int

  init(capacity: Int, limit: Int) {
    self.capacity = capacity
    self.limit = limit
    unsafe slots = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  deinit {
    // Workers have removed their connections.
    unsafe slots.deallocate()
  }

  // Takes a place for a connection. False where all places are taken.
  func claim() -> Bool {
    if count.add(1, ordering: .relaxed).newValue <= limit { return true }
    release()
    return false
  }

  // Gives a place back.
  func release() {
    count.subtract(1, ordering: .relaxed)
  }

  func insert(_ connection: consuming Connection<Stream>) {
    let index = Int(connection.descriptor)
    precondition(index >= 0 && index < capacity)
    // The slot is empty: its last holder removed the connection before it closed the descriptor.
    unsafe (slots + index).initialize(to: connection)
  }

  func remove(_ descriptor: Int32) {
    unsafe pointer(descriptor).deinitialize(count: 1)
  }

  // The connection of a descriptor that the calling worker has inserted and not removed.
  @inline(__always)
  func pointer(_ descriptor: Int32) -> UnsafeMutablePointer<Connection<Stream>> {
    precondition(descriptor >= 0 && Int(descriptor) < capacity)
    return unsafe slots + Int(descriptor)
  }
}
