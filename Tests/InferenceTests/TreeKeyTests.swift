import Inference
import Testing

struct TreeKeyTests {
  // Integers of the keys are in the order of the floats; a NaN is at either end.
  @Test func keepsOrder() {
    let values: [Float] = [-.infinity, -1, -.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude, 1, .infinity]
    let row = values + [-0.0, .nan]
    let slots = row.indices.map { $0 * 2 } + [row.count * 2 - 1]
    var keys = [Int](repeating: 0, count: slots.count + 1)
    treeKeys(row.span, slots: slots.span, into: keys.mutableSpan)
    #expect(zip(keys, keys.dropFirst()).prefix(values.count - 1).allSatisfy { $0 < $1 })
    #expect(keys[values.count] == keys[3])
    #expect(keys[row.count - 1] > keys[values.count - 1])
    #expect(keys[row.count] < keys[0])
    #expect(keys[row.count + 1] == .max)
  }
}
