import Bytes
import Inference

@testable import JSON

/// What the reader makes of a request for inference.
struct ReadRequest: Equatable {
  var rows: [[Float]] = []
  var id: String?
  /// The name of each output, `+` for binary data, and the number of classes.
  var outputs: [String] = []
  /// Why it is refused, and what is said of it.
  var reason: InferenceError?
  var error: String?

  static let signature = TensorSignature.of("X", columns: 2, scores: "P\u{E9}\"", label: "L")

  /// Reads a body into as many floats as are needed and some more, which must stay as they are.
  init(_ body: [UInt8], jsonLength: Int?, _ signature: TensorSignature = signature, spare: Int = 0) {
    let needed = InferenceRequestReader.capacity(forBodyOf: body.count, of: Float.self)
    var values = [Float](repeating: .nan, count: needed + spare)
    var span = values.mutableSpan
    do throws(InferenceError) {
      var reader = InferenceRequestReader(signature)
      let request = try reader.read(body.span, jsonLength: jsonLength, into: &span)
      rows = (0..<request.rows).map { Array(values[$0 * signature.columns..<($0 + 1) * signature.columns]) }
      id = request.id.map { String(decoding: body[$0], as: UTF8.self) }
      outputs = (0..<request.outputCount).map {
        "\(request[$0].tensor.name)\(request[$0].isBinary ? "+" : "")\(request[$0].classification.map { "\($0)" } ?? "")"
      }
    } catch {
      reason = error
      self.error = written { error.write(signature, to: &$0) }
    }
    precondition(values[needed...].allSatisfy(\.isNaN), "written past the \(needed) floats for \(body.count) bytes")
  }

  init(_ json: String, binary: [UInt8] = [], jsonLength: Int? = nil, _ signature: TensorSignature = signature) {
    let length = jsonLength ?? (binary.isEmpty ? nil : json.utf8.count)
    self.init(Array(json.utf8) + binary, jsonLength: length, signature)
  }
}

extension TensorSignature {
  /// That of a model with one input.
  static func of(
    _ name: StaticString, columns: Int, scores: StaticString, label: StaticString
  ) -> TensorSignature {
    of([GraphTensor(name: name, elements: 0..<columns)], [GraphTensor(name: scores, elements: 0..<3)], label: label)
  }

  /// That of a model with several inputs and outputs.
  static func of(
    _ inputs: [GraphTensor], types: StaticString = "", _ outputs: [GraphTensor], label: StaticString
  ) -> TensorSignature {
    TensorSignature(
      inputCount: inputs.count, input: { inputs[$0] }, columns: inputs.last!.elements.upperBound, types: types,
      outputCount: outputs.count, output: { outputs[$0] }, label: label)
  }
}

extension InferenceRequest.Tensor {
  /// `scores`, `scores1`, `label`
  fileprivate var name: String {
    switch self {
    case .scores(0): "scores"
    case .scores(let index): "scores\(index)"
    case .label: "label"
    }
  }
}
