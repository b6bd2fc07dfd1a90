import CLinux

/// A queue of bytes in one block of memory: bytes are appended at the end and consumed from the front.
/// 一つのメモリ領域に置かれるバイトの待ち行列で、末尾に追加し先頭から消費する。
///
/// `storage[start..<end]` holds the bytes. Memory grows by doubling and is kept when the queue empties, so a buffer that has
/// reached its working size allocates no more. Out of memory ends the process.
@safe public struct ByteBuffer: ~Copyable {
  // Either nil with capacity 0, or a block of `capacity` bytes that only this value refers to.
  private var storage: UnsafeMutablePointer<UInt8>?
  private var start = 0
  private var end = 0

  /// The size of the memory block in bytes.
  /// メモリ領域の大きさ（バイト）。
  public private(set) var capacity = 0

  /// Makes an empty buffer that owns no memory.
  /// メモリを持たない空のバッファを作る。
  public init() {
    unsafe storage = nil
  }

  deinit {
    if let storage = unsafe storage { unsafe free(storage) }
  }

  /// The number of bytes in the queue.
  /// 待ち行列にあるバイト数。
  public var count: Int { end - start }

  /// Whether the queue holds no bytes.
  /// 待ち行列が空かどうか。
  public var isEmpty: Bool { start == end }

  /// The bytes in the queue, oldest first.
  /// 待ち行列のバイト列（古い順）。
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      // The block outlives the borrow of self, and start <= end <= capacity.
      let span = unsafe Span<UInt8>(_unsafeStart: UnsafePointer(base), count: end)
      return unsafe _overrideLifetime(span.extracting(start..<end), borrowing: self)
    }
  }

  /// The bytes in the queue, to be changed in place.
  /// その場で書き換えるための、待ち行列のバイト列。
  public var mutableBytes: MutableSpan<UInt8> {
    @_lifetime(&self)
    mutating get {
      let span = unsafe MutableSpan<UInt8>(_unsafeStart: base + start, count: end - start)
      return unsafe _overrideLifetime(span, mutating: &self)
    }
  }

  // A pointer that may be offset by zero even when there is no block; it is never dereferenced then.
  private var base: UnsafeMutablePointer<UInt8> {
    unsafe storage ?? UnsafeMutablePointer(bitPattern: 1).unsafelyUnwrapped
  }

  /// Makes room for `count` more bytes, so that appending them allocates nothing.
  /// さらに `count` バイトを追加割り当てなしで書けるようにする。
  @inline(__always)
  public mutating func reserve(_ count: Int) {
    if capacity - end < count { grow(by: count) }
  }

  // Moves the bytes to the front of the block, or to a block at least twice as large.
  @inline(never)
  private mutating func grow(by additional: Int) {
    precondition(additional >= 0 && additional <= Int.max / 4, "a buffer of impossible size")
    let live = end - start
    let needed = live + additional
    if needed <= capacity / 2 {
      unsafe memmove(base, base + start, live)
    } else {
      var size = max(capacity, 128)
      while size < needed { size *= 2 }
      guard let block = unsafe malloc(size) else { fatalError("out of memory") }
      let bytes = unsafe block.assumingMemoryBound(to: UInt8.self)
      unsafe memcpy(bytes, base + start, live)
      unsafe free(storage)
      unsafe storage = bytes
      capacity = size
    }
    start = 0
    end = live
  }

  /// Appends one byte.
  /// 1 バイトを追加する。
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    // reserve left at least one byte behind end.
    unsafe base[end] = byte
    end += 1
  }

  /// Appends the bytes of a text known at build time.
  /// ビルド時に決まる文字列のバイト列を追加する。
  @inline(__always)
  public mutating func append(_ text: StaticString) {
    precondition(text.hasPointerRepresentation)
    let count = text.utf8CodeUnitCount
    reserve(count)
    // A static string is never deallocated, and reserve left count bytes behind end.
    unsafe memcpy(base + end, text.utf8Start, count)
    end += count
  }

  /// Appends a copy of bytes that lie elsewhere.
  /// 他の場所にあるバイト列の複製を追加する。
  @inline(__always)
  public mutating func append(_ bytes: Span<UInt8>) {
    reserve(bytes.count)
    unsafe bytes.withUnsafeBufferPointer { source in
      // An exclusive self cannot overlap a live span; reserve left source.count bytes behind end.
      if let start = source.baseAddress { unsafe memcpy(base + end, start, source.count) }
    }
    end += bytes.count
  }

  /// Appends what a closure writes to the front of a free area, as many bytes as it returns.
  /// クロージャが空き領域の先頭に書き、返した数だけのバイトを追加する。
  ///
  /// - Parameters:
  ///   - limit: The size of the area handed to the closure, in bytes.
  ///   - write: Gets the area, whose content is arbitrary, and returns how many bytes it wrote, at most `limit`.
  @inline(__always)
  public mutating func append(upTo limit: Int, _ write: (inout MutableSpan<UInt8>) -> Int) {
    reserve(limit)
    // The area lies inside the block: end + limit <= capacity. UInt8 needs no initialisation before it is written.
    var area = unsafe MutableSpan<UInt8>(_unsafeStart: base + end, count: limit)
    let written = write(&area)
    precondition(written >= 0 && written <= limit)
    end += written
  }

  /// Drops the oldest `count` bytes.
  /// 古い方から `count` バイトを捨てる。
  @inline(__always)
  public mutating func consume(_ count: Int) {
    precondition(count >= 0 && count <= end - start)
    start += count
    if start == end {
      start = 0
      end = 0
    }
  }

  /// Keeps the oldest `count` bytes and drops those behind them.
  /// 古い方から `count` バイトを残し、残りを捨てる。
  public mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= end - start)
    end = start + count
  }

  /// Drops all bytes and keeps the memory.
  /// すべてのバイトを捨て、メモリは保持する。
  public mutating func removeAll() {
    start = 0
    end = 0
  }

  /// Drops all bytes and gives the memory back.
  /// すべてのバイトを捨て、メモリを返却する。
  public mutating func deallocate() {
    unsafe free(storage)
    unsafe storage = nil
    capacity = 0
    start = 0
    end = 0
  }
}
