import Synchronization

// The counters of one worker: it alone writes them, and whoever answers a scrape reads them.
@safe struct CounterBlock: @unchecked Sendable {
  // count slots, which live as long as the process serves: the service that writes here also holds their owner.
  private let slots: UnsafeMutablePointer<Atomic<UInt64>>
  private let count: Int

  init(_ slots: UnsafeMutablePointer<Atomic<UInt64>>, count: Int) {
    unsafe self.slots = slots
    self.count = count
  }

  // Adds to a counter, or with a negative amount to a gauge. With one writer a load and a store do, and no instruction
  // locks the memory.
  @inline(__always)
  func add(_ amount: Int, to slot: Int) {
    precondition(slot >= 0 && slot < count)
    let sum = unsafe slots[slot].load(ordering: .relaxed) &+ UInt64(bitPattern: Int64(amount))
    unsafe slots[slot].store(sum, ordering: .relaxed)
  }

  // Puts a value in the place of the one before.
  @inline(__always)
  func set(_ value: Int, to slot: Int) {
    precondition(slot >= 0 && slot < count)
    unsafe slots[slot].store(UInt64(bitPattern: Int64(value)), ordering: .relaxed)
  }
}
