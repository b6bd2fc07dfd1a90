import Bytes
import Inference
import JSON

// The extension `classification` of the protocol.
extension OutputData {
  // The largest elements, as `value:index`, with the label of the class behind them where there is one.
  mutating func writeClasses(
    _ count: Int, _ elements: Range<Int>, _ row: Int, isBinary: Bool, to content: inout ByteBuffer
  ) {
    let start = row * Model.scoreCount
    // Taken out of self, so that its span and the other buffers can be used together.
    var taken: [Model.Score] = []
    swap(&taken, &scores)
    defer { swap(&taken, &scores) }
    let values = taken.span.extracting(start + elements.lowerBound..<start + elements.upperBound)
    let type = Model.scoreType(elements.lowerBound)
    order.begin(values, type)
    for place in 0..<min(count, elements.count) {
      let index = order.next(values, type)
      if isBinary {
        let size = binary.count
        binary.append(littleEndian: UInt32(0))
        Self.write(class: index, values[index], type, to: &binary)
        var label = LabelBytes(Model.scoresAreProbabilities ? Model.label(index) : "\"\"")
        while let byte = label.next() { binary.append(byte) }
        binary.set(littleEndian: UInt32(binary.count - size - 4), at: size)
      } else {
        content.append(place > 0 || row > 0 ? ",\"" : "\"")
        Self.write(class: index, values[index], type, to: &content)
        if Model.scoresAreProbabilities {
          let json = Model.label(index)
          content.append(json.bytes.extracting(1..<json.utf8CodeUnitCount - 1))
        }
        content.append("\"")
      }
    }
  }

  // `0.5:2`, and a colon where a label follows.
  private static func write(class index: Int, _ value: Model.Score, _ type: NumberType, to buffer: inout ByteBuffer) {
    JSONNumber.write(value, of: type, to: &buffer)
    buffer.append(":")
    buffer.append(decimal: index)
    if Model.scoresAreProbabilities { buffer.append(":") }
  }
}
