import CLinux

// The connections of the process, indexed by descriptor. A slot belongs to the worker that accepted the descriptor, from
// insert to remove; the kernel gives a descriptor to one holder at a time, so workers never meet in a slot.
@safe final class ConnectionTable<Stream>: @unchecked Sendable {
  // Slots up to capacity. Memory that was never touched stays the kernel's.
  private let slots: UnsafeMutablePointer<Connection<Stream>>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    unsafe slots = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  deinit {
    // Workers have removed their connections.
    unsafe slots.deallocate()
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
