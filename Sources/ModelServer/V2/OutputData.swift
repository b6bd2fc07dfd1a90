import Bytes
import Inference
import JSON

// The data of the outputs, made row by row: the elements as JSON with commas between them, or as bytes.
struct OutputData<Model: CompiledModel>: ~Copyable {
  private var scores = ByteBuffer()
  private var labels = ByteBuffer()
  private var order = LargestFirst()

  // The size of an output's data in bytes.
  func count(_ tensor: InferenceRequest.Tensor) -> Int {
    switch tensor {
    case .scores: scores.count
    case .label: labels.count
    }
  }

  func write(_ tensor: InferenceRequest.Tensor, to content: inout ByteBuffer) {
    switch tensor {
    case .scores: content.append(scores.bytes)
    case .label: content.append(labels.bytes)
    }
  }

  mutating func removeAll() {
    scores.removeAll()
    labels.removeAll()
  }

  // Appends a row of an output. False where JSON has no text for an element.
  @inline(never)
  mutating func append(_ output: InferenceRequest.Output, _ scores: [Float], label: Int) -> Bool {
    let row = scores.span
    if output.tensor == .label {
      appendLabel(label, isBinary: output.isBinary)
      return true
    }
    if output.isBinary && output.classification == nil {
      for index in row.indices { self.scores.append(littleEndian: row[index].bitPattern) }
      return true
    }
    for index in row.indices where !row[index].isFinite { return false }
    if let count = output.classification {
      appendClasses(count, row, isBinary: output.isBinary)
    } else {
      for index in row.indices {
        self.scores.separate()
        JSONNumber.write(row[index], to: &self.scores)
      }
    }
    return true
  }

  @inline(never)
  private mutating func appendLabel(_ label: Int, isBinary: Bool) {
    switch (Model.classValue(label), isBinary) {
    case (.integer(let value), true): labels.append(littleEndian: UInt64(bitPattern: value))
    case (.integer(let value), false):
      labels.separate()
      labels.append(decimal: Int(value))
    case (.string(let text), true):
      labels.append(littleEndian: UInt32(text.utf8CodeUnitCount))
      labels.append(text)
    case (.string(let text), false):
      labels.separate()
      JSONString.write(text.bytes, to: &labels)
    }
  }

  // The largest elements, as `value:index`, with the label of the class behind them where there is one.
  private mutating func appendClasses(_ count: Int, _ row: Span<Float>, isBinary: Bool) {
    order.begin(row)
    for _ in 0..<min(count, row.count) {
      let index = order.next(row)
      let start = scores.count
      if isBinary { scores.append(littleEndian: UInt32(0)) } else { scores.separate() }
      let textStart = scores.count
      if !isBinary { scores.append("\"") }
      JSONNumber.write(row[index], to: &scores)
      scores.append(":")
      scores.append(decimal: index)
      if Model.scoresAreProbabilities {
        scores.append(":")
        appendClassLabel(Model.label(index), isBinary: isBinary)
      }
      if isBinary {
        scores.set(littleEndian: UInt32(scores.count - textStart), at: start)
      } else {
        scores.append("\"")
      }
    }
  }

  private mutating func appendClassLabel(_ json: StaticString, isBinary: Bool) {
    if isBinary {
      var label = LabelBytes(json)
      while let byte = label.next() { scores.append(byte) }
    } else {
      scores.append(json.bytes.extracting(1..<json.utf8CodeUnitCount - 1))
    }
  }

  // Writes what an error says as a JSON string.
  mutating func quote(_ error: InferenceError, to content: inout ByteBuffer) {
    scores.removeAll()
    error.write(ModelTensor<Model>.signature, to: &scores)
    JSONString.write(scores.bytes, to: &content)
  }
}

extension ByteBuffer {
  // A comma between elements.
  fileprivate mutating func separate() {
    if !isEmpty { append(UInt8(ascii: ",")) }
  }

  @inline(never)
  fileprivate mutating func append<Bits: FixedWidthInteger>(littleEndian value: Bits) {
    append(upTo: MemoryLayout<Bits>.size) { area in
      for index in area.indices { area[index] = UInt8(truncatingIfNeeded: value >> Bits(index * 8)) }
      return MemoryLayout<Bits>.size
    }
  }

  fileprivate mutating func set(littleEndian value: UInt32, at start: Int) {
    var bytes = mutableBytes
    for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: value >> UInt32(index * 8)) }
  }
}
