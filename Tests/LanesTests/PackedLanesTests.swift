import Testing

@testable import Generator
@testable import Lanes

// What the generator packs is read again, bit for bit.
struct PackedLanesTests {
  @Test(arguments: [1, 7, 8, 9, 55, 56, 57, 200])
  func readsVectors(vectors: Int) {
    let words = (1...vectors * 8).map { UInt32(truncatingIfNeeded: $0 &* 2_654_435_761) }
    let bytes = Generator.PackedText(lanes: words.map { Float(bitPattern: $0) }).bytes
    #expect(bytes.max() ?? 0 < 0x80)
    let text = Lanes.PackedText(bytes.span.bytes)
    var lanes = PackedLanes(text)
    for start in stride(from: 0, to: words.count, by: 8) {
      let next = lanes.next()
      let bits = (0..<8).map { next[$0].bitPattern }
      #expect(bits == Array(words[start..<start + 8]))
    }
  }

  @Test(arguments: [0, 1, 3, 4, 9, 56, 57, 1000])
  func unpacksElements(count: Int) throws {
    let numbers = (0..<count).map { Int64(truncatingIfNeeded: ($0 - 5) &* 0x1234_5678_9abc_def1) }
    func array<Element: BitwiseCopyable>(_ values: Constant.Values) throws -> [Element] {
      let packed = Generator.PackedText(values)
      let bytes = try #require(packed).bytes
      return unpacked(Lanes.PackedText(bytes.span.bytes), count: count)
    }
    let floats = numbers.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }
    #expect(try array(.floats(floats)).map { (element: Float) in element.bitPattern } == floats.map(\.bitPattern))
    let doubles = numbers.map { Double(bitPattern: UInt64(bitPattern: $0)) }
    #expect(try array(.doubles(doubles)).map { (element: Double) in element.bitPattern } == doubles.map(\.bitPattern))
    let small = numbers.map { Int32(truncatingIfNeeded: $0) }
    #expect(try array(.int32s(small)) == small)
    #expect(try array(.int64s(numbers)) == numbers)
    #expect(try array(.ints(numbers.map { Int($0) })) == numbers.map { Int($0) })
  }
}
