import Testing

@testable import Bytes

struct ByteBufferTests {
  private func content(_ buffer: borrowing ByteBuffer) -> [UInt8] {
    buffer.bytes.indices.map { buffer.bytes[$0] }
  }

  /// Any order of operations leaves what the same operations leave of an array.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func behavesAsAQueue(seed: UInt64) {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var buffer = ByteBuffer()
    var model: [UInt8] = []
    for _ in 0..<300 {
      switch random(6) {
      case 0:
        let byte = UInt8(random(256))
        buffer.append(byte)
        model.append(byte)
      case 1:
        buffer.append("some text")
        model += "some text".utf8
      case 2:
        let count = random(300)
        buffer.append(upTo: 300) { area in
          for index in 0..<count { area[index] = UInt8(truncatingIfNeeded: index) }
          return count
        }
        model += (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      case 3:
        let count = random(model.count + 1)
        buffer.consume(count)
        model.removeFirst(count)
      case 4:
        let count = random(model.count + 1)
        if random(10) == 0 {
          buffer.truncate(to: count)
          model.removeLast(model.count - count)
        }
      default:
        if random(20) == 0 {
          buffer.deallocate()
          model = []
        }
      }
      #expect(content(buffer) == model, "seed \(seed)")
    }
  }

  @Test func keepsItsMemory() {
    var buffer = ByteBuffer()
    buffer.reserve(1000)
    let capacity = buffer.capacity
    for _ in 0..<100 {
      for byte in 0..<200 { buffer.append(UInt8(byte)) }
      buffer.consume(150)
      buffer.consume(50)
    }
    #expect(buffer.capacity == capacity)
  }

  @Test(arguments: [0, 7, -7, 10, 99, 100, 1_048_576, .max, .min])
  func writesDecimals(_ value: Int) {
    var buffer = ByteBuffer()
    buffer.append(decimal: value)
    #expect(content(buffer) == Array(String(value).utf8))
  }

  @Test func changesBytesInPlace() {
    var buffer = ByteBuffer()
    buffer.append("abc")
    buffer.consume(1)
    var bytes = buffer.mutableBytes
    bytes[1] = 0x7A
    #expect(content(buffer) == Array("bz".utf8))
  }
}
