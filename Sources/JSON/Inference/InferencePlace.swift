import Bytes

/// A place in a request for inference.
/// 推論リクエストの中の場所。
public struct InferencePlace: Equatable, Sendable {
  /// What has members.
  /// メンバーを持つもの。
  public enum Owner: Equatable, Sendable {
    case request
    case input(Int)
    case output(Int)
  }

  /// A member, or a known parameter among its parameters.
  /// メンバー、または既知のパラメーター。
  public enum Field: UInt8, Sendable {
    case id, inputs, outputs, parameters
    case name, shape, datatype, data
    case binaryDataOutput, binaryDataSize, binaryData, classification

    var text: StaticString {
      switch self {
      case .id: "id"
      case .inputs: "inputs"
      case .outputs: "outputs"
      case .parameters: "parameters"
      case .name: "name"
      case .shape: "shape"
      case .datatype: "datatype"
      case .data: "data"
      case .binaryDataOutput: "parameters.binary_data_output"
      case .binaryDataSize: "parameters.binary_data_size"
      case .binaryData: "parameters.binary_data"
      case .classification: "parameters.classification"
      }
    }
  }

  var owner: Owner
  // Nil for the owner itself.
  var field: Field?
  // Positions in data, of the inner one where it is nested.
  var row: Int?
  var column: Int?

  init(_ owner: Owner, _ field: Field? = nil, _ row: Int? = nil, _ column: Int? = nil) {
    self.owner = owner
    self.field = field
    self.row = row
    self.column = column
  }

  // inputs[0].data[1][2]
  func write(to buffer: inout ByteBuffer) {
    switch owner {
    case .request: if field == nil { buffer.append("the body") }
    case .input(let index): Self.write("inputs", index, to: &buffer)
    case .output(let index): Self.write("outputs", index, to: &buffer)
    }
    if let field {
      if owner != .request { buffer.append(".") }
      buffer.append(field.text)
    }
    if let row { Self.write("", row, to: &buffer) }
    if let column { Self.write("", column, to: &buffer) }
  }

  private static func write(_ name: StaticString, _ index: Int, to buffer: inout ByteBuffer) {
    buffer.append(name)
    buffer.append("[")
    buffer.append(decimal: index)
    buffer.append("]")
  }
}
