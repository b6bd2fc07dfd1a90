import Bytes
import Inference
import JSON

// What the model made of a request's rows, and the data of its outputs: JSON, or bytes that follow the JSON text.
struct OutputData<Model: CompiledModel>: ~Copyable {
  // Shape [rows, scoreCount] and [rows]; they grow to the largest request.
  var scores: [Model.Score] = []
  private var labels: [Int] = []
  private var rows = 0
  var order = LargestFirst()

  // What follows the JSON text.
  var binary = ByteBuffer()

  mutating func begin(rows: Int) {
    if labels.count < rows {
      scores = [Model.Score](repeating: .blank, count: rows * Model.scoreCount)
      labels = [Int](repeating: 0, count: rows)
    }
    self.rows = rows
    binary.removeAll()
  }

  // Keeps what was computed of a row.
  mutating func keep(row: Int, _ scores: [Model.Score], label: Int) {
    let start = row * Model.scoreCount
    for index in 0..<Model.scoreCount { self.scores[start + index] = scores[index] }
    labels[row] = label
  }

  // The first row with an element that JSON has no text for but the output would have to tell so, nil where there is none.
  func notFinite(_ output: InferenceRequest.Output) -> Int? {
    guard case .scores(let index) = output.tensor, !output.isBinary || output.classification != nil else { return nil }
    for row in 0..<rows {
      for score in Model.output(index).elements where !number(score, row).isFinite { return row }
    }
    return nil
  }

  // The size of what follows the JSON text so far.
  var binaryCount: Int { binary.count }

  func writeBinary(to content: inout ByteBuffer) {
    content.append(binary.bytes)
  }

  // Writes what an error says as a JSON string, by way of a buffer that is there.
  mutating func quote(_ error: InferenceError, to content: inout ByteBuffer) {
    binary.removeAll()
    error.write(ModelTensor<Model>.signature, to: &binary)
    JSONString.write(binary.bytes, to: &content)
  }

  // Appends the data of all rows of an output, or keeps them to follow the JSON text.
  @inline(never)
  mutating func write(_ output: InferenceRequest.Output, to content: inout ByteBuffer) {
    switch output.tensor {
    case .label: for row in 0..<rows { writeLabel(row, isBinary: output.isBinary, to: &content) }
    case .scores(let index):
      let elements = Model.output(index).elements
      for row in 0..<rows {
        if let count = output.classification {
          writeClasses(count, elements, row, isBinary: output.isBinary, to: &content)
        } else if output.isBinary {
          for score in elements { append(bytes: score, row) }
        } else {
          for score in elements {
            if score > elements.lowerBound || row > 0 { content.append(",") }
            JSONNumber.write(scores[row * Model.scoreCount + score], of: Model.scoreType(score), to: &content)
          }
        }
      }
    }
  }

  private func number(_ score: Int, _ row: Int) -> Double {
    scores[row * Model.scoreCount + score].number(of: Model.scoreType(score))
  }

  // The element as its type has it in memory.
  private mutating func append(bytes score: Int, _ row: Int) {
    let bits = scores[row * Model.scoreCount + score].bits
    switch Model.scoreType(score).size {
    case 8: binary.append(littleEndian: bits)
    case 4: binary.append(littleEndian: UInt32(truncatingIfNeeded: bits))
    default: binary.append(UInt8(truncatingIfNeeded: bits))
    }
  }

  @inline(never)
  private mutating func writeLabel(_ row: Int, isBinary: Bool, to content: inout ByteBuffer) {
    if !isBinary && row > 0 { content.append(",") }
    switch (Model.classValue(labels[row]), isBinary) {
    case (.integer(let value), true): binary.append(littleEndian: UInt64(bitPattern: value))
    case (.integer(let value), false): content.append(decimal: Int(value))
    case (.string(let text), true):
      binary.append(littleEndian: UInt32(text.utf8CodeUnitCount))
      binary.append(text)
    case (.string(let text), false): JSONString.write(text.bytes, to: &content)
    }
  }
}

extension ByteBuffer {
  @inline(never)
  mutating func append<Bits: FixedWidthInteger>(littleEndian value: Bits) {
    append(upTo: MemoryLayout<Bits>.size) { area in
      for index in area.indices { area[index] = UInt8(truncatingIfNeeded: value >> Bits(index * 8)) }
      return MemoryLayout<Bits>.size
    }
  }

  mutating func set(littleEndian value: UInt32, at start: Int) {
    var bytes = mutableBytes
    for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: value >> UInt32(index * 8)) }
  }
}
