// ai.onnx.ml.LabelEncoder: a value for every key, and one for whatever is no key. The classes of a label are renamed here and
// now, to strings too.
enum LabelEncoderOperator: Operator {
  static let domain = Domain.ml
  static let name = "LabelEncoder"
  static let versions: [Int64] = [1, 2, 4]
  static let attributes: Set<String> = [
    "classes_strings", "default_float", "default_int64", "default_string", "keys_floats", "keys_int64s",
    "values_floats",
    "values_int64s", "values_strings",
  ]
  static let types: [ElementType] = [.float, .int64]
  static let scope =
    "no tensors as attributes, no NaN among the keys; strings only as what integer classes are renamed to"

  private enum Values {
    case floats([Float], default: Float)
    case int64s([Int64], default: Int64)
    case strings([String], default: String)

    var count: Int {
      switch self {
      case .floats(let values, _): values.count
      case .int64s(let values, _): values.count
      case .strings(let values, _): values.count
      }
    }
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let values = try values(node)
    let keys = try keys(node, valueCount: values.count)
    guard keys.count == values.count else {
      throw node.error("has \(keys.count) keys and \(values.count) values")
    }
    if case .label(var label) = try builder.value(0, of: node), case .ints(let classes) = label.classes,
      label.element == .int64, case .int64s(let keys) = keys,
      let renamed = renamed(classes, keys, values)
    {
      label.original = label.original ?? label.classes
      label.classes = renamed
      return builder.define(0, of: node, as: .label(label))
    }

    let tensor = try builder.tensor(0, of: node)
    guard tensor.element == keys.element else {
      throw node.error(
        "input '\(node.proto.inputs[0])' is of type \(tensor.element.onnxName), the keys are of \(keys.element.onnxName)"
      )
    }
    // Sorted, for a binary search, and of equal keys the first.
    let order = keys.sortedWithoutRepetition
    let keyTable = builder.constant("keys", keys.gathered(order))
    let valueTable: Int
    let standard: KernelCall.Argument
    let element: ElementType
    switch values {
    case .floats(let values, let value):
      valueTable = builder.constant("values", .floats(order.map { values[$0] }))
      (standard, element) = (.float(value), .float)
    case .int64s(let values, let value):
      valueTable = builder.constant("values", .int64s(order.map { values[$0] }))
      (standard, element) = (.int(Int(value)), .int64)
    case .strings:
      throw node.error(
        attribute: "values_strings", "is supported where a label's classes are renamed, without repetition")
    }
    let encoded = builder.buffer("encoded", element, count: tensor.count)
    builder.call(
      "lookUp", (nil, .read(tensor.storage)), ("keys", .constant(keyTable)), ("values", .constant(valueTable)),
      ("default", standard), ("into", .write(encoded)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(encoded), element: element, shape: tensor.shape)))
  }

  private static func keys(_ node: Node, valueCount: Int) throws(UnsupportedModel) -> Constant.Values {
    // The oldest version counts its classes.
    if try node.strings("classes_strings") != nil { return .int64s((0..<valueCount).map { Int64($0) }) }
    let floats = try node.floats("keys_floats")
    let ints = try node.ints("keys_int64s")
    switch (floats, ints) {
    case (let floats?, nil): return .floats(floats)
    case (nil, let ints?): return .int64s(ints)
    default: throw node.error(attribute: "keys_int64s", "exactly one of it and 'keys_floats' must be given")
    }
  }

  private static func values(_ node: Node) throws(UnsupportedModel) -> Values {
    let floats = try node.floats("values_floats")
    let ints = try node.ints("values_int64s")
    let name = try node.strings("classes_strings") == nil ? "values_strings" : "classes_strings"
    let strings = try node.strings(name)
    switch (floats, ints, strings) {
    case (let floats?, nil, nil): return .floats(floats, default: try node.float("default_float") ?? -0.0)
    case (nil, let ints?, nil): return .int64s(ints, default: try node.int("default_int64") ?? -1)
    case (nil, nil, let strings?): return .strings(strings, default: try node.string("default_string") ?? "_Unused")
    default:
      throw node.error(
        attribute: "values_int64s", "exactly one of it, 'values_floats' and 'values_strings' must be given")
    }
  }

  // The classes that others become, nil where two become the same or they become no classes.
  private static func renamed(_ classes: [Int64], _ keys: [Int64], _ values: Values) -> ClassTable? {
    func looked<Value: Hashable>(_ values: [Value], _ standard: Value) -> [Value]? {
      let result = classes.map { name in keys.firstIndex(of: name).map { values[$0] } ?? standard }
      return Set(result).count == result.count ? result : nil
    }
    switch values {
    case .floats: return nil
    case .int64s(let values, let standard): return looked(values, standard).map { .ints($0) }
    case .strings(let values, let standard): return looked(values, standard).map { .strings($0) }
    }
  }
}

extension Constant.Values {
  // Where the distinct elements stand, in ascending order; of equal ones the first.
  fileprivate var sortedWithoutRepetition: [Int] {
    switch self {
    case .floats(let values): Self.order(values)
    case .int64s(let values): Self.order(values)
    default: []
    }
  }

  fileprivate func gathered(_ order: [Int]) -> Constant.Values {
    switch self {
    case .floats(let values): .floats(order.map { values[$0] })
    case .int64s(let values): .int64s(order.map { values[$0] })
    default: self
    }
  }

  private static func order<Element: Comparable>(_ values: [Element]) -> [Int] {
    let sorted = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    return sorted.indices.filter { $0 == 0 || values[sorted[$0 - 1]] != values[sorted[$0]] }.map { sorted[$0] }
  }
}
