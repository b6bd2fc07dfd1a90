@testable import JSON

/// A request for inference read by plain rules from plain JSON, for comparison.
struct ReferenceInference {
  private(set) var rows: [[Float]] = []
  private(set) var outputs: [String] = []
  private var id: [UInt8]?

  private struct Refused: Error {}

  /// Throws where the request is to be refused.
  init(_ body: [UInt8], jsonLength: Int?, _ signature: TensorSignature) throws {
    let length = jsonLength ?? body.count
    guard (0...body.count).contains(length) else { throw Refused() }
    let json = try ReferenceJSON.parse(Array(body[..<length]))
    let request = try Self.members(json, ["id", "inputs", "outputs", "parameters"])
    switch request["id"] ?? .null {
    case .null: break
    case .string(let text): id = text
    default: throw Refused()
    }
    guard case .list(let inputs)? = request["inputs"], inputs.count == signature.inputCount else { throw Refused() }
    rows = try Self.rows(inputs, Array(body[length...]), signature)
    let parameters = try Self.members(request["parameters"] ?? .null, ["binary_data_output"], isOptional: true)
    let isBinary = try Self.boolean(parameters["binary_data_output"]) ?? false
    outputs = try Self.outputs(request["outputs"] ?? .null, isBinary, signature)
  }

  /// Whether the reader found the same, floats bit by bit.
  func agrees(with read: ReadRequest) -> Bool {
    guard read.reason == nil, read.outputs == outputs, read.rows.count == rows.count else { return false }
    for (row, expected) in zip(read.rows, rows) where row.map(\.bitPattern) != expected.map(\.bitPattern) {
      return false
    }
    guard let id else { return read.id == nil }
    guard let text = read.id, case .string(let found)? = try? ReferenceJSON.parse(Array(text.utf8)) else {
      return false
    }
    return found == id
  }

  // The members with these names, each of which may stand once.
  private static func members(
    _ json: ReferenceJSON, _ names: [String], isOptional: Bool = false
  ) throws -> [String: ReferenceJSON] {
    if isOptional, case .null = json { return [:] }
    guard case .object(let members) = json else { throw Refused() }
    let known = members.compactMap { member in
      names.first { Array($0.utf8) == member.key }.map { ($0, member.value) }
    }
    guard Set(known.map(\.0)).count == known.count else { throw Refused() }
    return Dictionary(uniqueKeysWithValues: known)
  }

  // The parts of all inputs side by side, in the order of the model.
  private static func rows(
    _ inputs: [ReferenceJSON], _ binary: [UInt8], _ signature: TensorSignature
  ) throws -> [[Float]] {
    var rest = binary
    var parts: [Int: [[Float]]] = [:]
    for input in inputs {
      let (index, rows) = try part(input, &rest, signature)
      guard parts.updateValue(rows, forKey: index) == nil else { throw Refused() }
    }
    let count = parts[0]?.count ?? 0
    guard rest.isEmpty, parts.values.allSatisfy({ $0.count == count }) else { throw Refused() }
    return (0..<count).map { row in (0..<inputs.count).flatMap { parts[$0]![row] } }
  }

  // Which input of the model a tensor is, and its rows. Data behind the JSON text is taken from the front of what is left.
  private static func part(
    _ input: ReferenceJSON, _ binary: inout [UInt8], _ signature: TensorSignature
  ) throws -> (index: Int, rows: [[Float]]) {
    let members = try members(input, ["name", "shape", "datatype", "data", "parameters"])
    let named = (0..<signature.inputCount).first { isText(members["name"], "\(signature.input($0).name)") }
    guard let index = named, isText(members["datatype"], "FP32") else { throw Refused() }
    let columns = signature.input(index).elements.count
    guard case .list(let shape)? = members["shape"], shape.count == 2, let count = try count(shape[0]),
      try self.count(shape[1]) == columns
    else { throw Refused() }
    let parameters = try Self.members(members["parameters"] ?? .null, ["binary_data_size"], isOptional: true)
    let numbers: [Float]
    if let size = try self.count(parameters["binary_data_size"]) {
      guard members["data"] == nil, size <= binary.count, size.isMultiple(of: 4) else { throw Refused() }
      numbers = stride(from: 0, to: size, by: 4).map { start in
        Float(bitPattern: binary[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
      }
      binary.removeFirst(size)
    } else {
      guard case .list(let data)? = members["data"] else { throw Refused() }
      numbers = try self.numbers(data, columns)
    }
    let (total, overflow) = count.multipliedReportingOverflow(by: columns)
    guard !overflow, numbers.count == total, numbers.allSatisfy(\.isFinite) else { throw Refused() }
    return (index, (0..<count).map { Array(numbers[$0 * columns..<($0 + 1) * columns]) })
  }

  // All numbers, or all in lists of one row each.
  private static func numbers(_ data: [ReferenceJSON], _ columns: Int) throws -> [Float] {
    let isNested = if case .list? = data.first { true } else { false }
    return try data.flatMap { element in
      guard isNested else { return [try number(element)] }
      guard case .list(let row) = element, row.count == columns else { throw Refused() }
      return try row.map(number)
    }
  }

  private static func outputs(
    _ json: ReferenceJSON, _ isBinary: Bool, _ signature: TensorSignature
  ) throws -> [String] {
    var names = (0..<signature.outputCount).map {
      (tensor: $0 == 0 ? "scores" : "scores\($0)", name: "\(signature.output($0).name)")
    }
    if signature.label.utf8CodeUnitCount > 0 { names.append(("label", "\(signature.label)")) }
    var outputs: [(tensor: String, isBinary: Bool, classes: Int?)] = []
    switch json {
    case .null: break
    case .list(let list):
      outputs = try list.map { output in
        let members = try members(output, ["name", "parameters"])
        guard let tensor = names.first(where: { isText(members["name"], $0.name) })?.tensor else { throw Refused() }
        let known = ["binary_data", "classification"]
        let parameters = try self.members(members["parameters"] ?? .null, known, isOptional: true)
        let classes = try count(parameters["classification"])
        if classes != nil && tensor == "label" { throw Refused() }
        return (tensor, try boolean(parameters["binary_data"]) ?? isBinary, classes)
      }
    default: throw Refused()
    }
    guard Set(outputs.map(\.tensor)).count == outputs.count else { throw Refused() }
    if outputs.isEmpty { outputs = names.map { ($0.tensor, isBinary, nil) } }
    return outputs.map { "\($0.tensor)\($0.isBinary ? "+" : "")\($0.classes.map(String.init) ?? "")" }
  }

  private static func isText(_ json: ReferenceJSON?, _ text: String) -> Bool {
    if case .string(let bytes)? = json { bytes == Array(text.utf8) } else { false }
  }

  private static func number(_ json: ReferenceJSON) throws -> Float {
    guard case .number(let value) = json else { throw Refused() }
    return Float(value)
  }

  // An integer from 1 on that a double tells from its neighbours.
  private static func count(_ json: ReferenceJSON?) throws -> Int? {
    guard let json else { return nil }
    guard case .number(let value) = json, value >= 1, value < 0x1p53, value.rounded() == value else { throw Refused() }
    return Int(value)
  }

  private static func boolean(_ json: ReferenceJSON?) throws -> Bool? {
    guard let json else { return nil }
    guard case .boolean(let value) = json else { throw Refused() }
    return value
  }
}
