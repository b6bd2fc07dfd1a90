import Bytes

// Empty buffers with memory, kept for the next connection that needs one: a message that arrives in pieces costs no
// allocation either.
@safe struct BufferPool: ~Copyable {
  // storage[0..<count] holds buffers; shape [64].
  private let storage: UnsafeMutablePointer<ByteBuffer>
  private var count = 0

  private static var capacity: Int { 64 }
  // A larger buffer gives its memory back: a pool holds at most 256 KiB, and whoever takes a buffer of it keeps little, see
  // ConnectionTable.
  static var largestBuffer: Int { 4 << 10 }

  init() {
    unsafe storage = .allocate(capacity: Self.capacity)
  }

  deinit {
    unsafe storage.deinitialize(count: count)
    unsafe storage.deallocate()
  }

  mutating func take() -> ByteBuffer {
    if count == 0 { return ByteBuffer() }
    count -= 1
    // Moved out, and no longer among the first count.
    return unsafe (storage + count).move()
  }

  mutating func give(_ buffer: consuming ByteBuffer) {
    if count == Self.capacity || buffer.capacity == 0 || buffer.capacity > Self.largestBuffer { return }
    buffer.removeAll()
    unsafe (storage + count).initialize(to: buffer)
    count += 1
  }
}
