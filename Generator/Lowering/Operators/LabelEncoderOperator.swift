// ai.onnx.ml.LabelEncoder: a value for every key, and one for whatever is no key. The classes of a label are renamed here and
// now, to strings too.
enum LabelEncoderOperator: Operator {
  static let domain = Domain.ml
  static let name = "LabelEncoder"
  static let versions: [Int64] = [1, 2, 4]
  static let attributes: Set<String> = [
    "classes_strings", "default_float", "default_int64", "default_string", "default_tensor", "keys_floats",
    "keys_int64s", "keys_tensor", "values_floats", "values_int64s", "values_strings", "values_tensor",
  ]
  static let types: [ElementType] = [.float, .double, .int64]
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(2, [.float, .int64])]
  static let scope = "strings only as what integer classes are renamed to"

  // What ONNX Runtime has of the types of keys and values.
  private static let pairs: [(ElementType, ElementType)] = [
    (.float, .float), (.float, .int64), (.int64, .float), (.int64, .int64), (.int64, .double), (.double, .double),
    (.double, .int64),
  ]

  private enum Values {
    case numbers(Constant.Values, default: Constant.Values)
    case strings([String], default: String)

    var count: Int {
      switch self {
      case .numbers(let values, _): values.count
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
    guard case .numbers(let values, let standard) = values else {
      throw node.error(
        attribute: "values_strings", "is supported where a label's classes are renamed, without repetition")
    }
    guard pairs.contains(where: { $0 == (keys.element, values.element) }) else {
      throw node.error("keys of \(keys.element.onnxName) with values of \(values.element.onnxName) are not supported")
    }
    // Sorted, for a binary search, and of equal keys the first; then what all others get, and what a NaN gets, which is a
    // key since version 4.
    let order = keys.sortedWithoutRepetition
    let nan = node.version >= 4 ? keys.firstNaN.map { values.gathered([$0]) } : nil
    let keyTable = builder.constant("keys", keys.gathered(order))
    let valueTable = builder.constant("values", values.gathered(order).joined([standard, nan ?? standard]))
    let encoded = builder.buffer("encoded", values.element, count: tensor.count)
    builder.call(
      "lookUp", (nil, .read(tensor.storage)), ("keys", .constant(keyTable)), ("values", .constant(valueTable)),
      ("into", .write(encoded)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(encoded), element: values.element, shape: tensor.shape)))
  }

  // A tensor of one dimension, since version 4.
  private static func tensor(_ name: String, _ node: Node) throws(UnsupportedModel) -> TensorElements? {
    guard let tensor = try node.tensor(name) else { return nil }
    guard node.version >= 4 else { throw node.error(attribute: name, "is an attribute of version 4") }
    guard tensor.shape.count == 1 else { throw node.error(attribute: name, "has \(tensor.shape.count) dimensions") }
    return tensor.elements
  }

  private static func keys(_ node: Node, valueCount: Int) throws(UnsupportedModel) -> Constant.Values {
    // The oldest version counts its classes.
    if try node.strings("classes_strings") != nil { return .int64s((0..<valueCount).map { Int64($0) }) }
    let given: [Constant.Values] = [
      try node.anyFloats("keys_floats").map { .floats($0) }, try node.ints("keys_int64s").map { .int64s($0) },
      try tensor("keys_tensor", node).flatMap { Constant.Values($0) },
    ].compactMap(\.self)
    guard given.count == 1 else {
      throw node.error(attribute: "keys_int64s", "exactly one of it, 'keys_floats' and 'keys_tensor' must be given")
    }
    return given[0]
  }

  private static func values(_ node: Node) throws(UnsupportedModel) -> Values {
    let name = try node.strings("classes_strings") == nil ? "values_strings" : "classes_strings"
    let strings = try node.strings(name)
    let tensor = try tensor("values_tensor", node)
    let given: [TensorElements] = [
      try node.anyFloats("values_floats").map { .floats($0) }, try node.ints("values_int64s").map { .int64s($0) },
      strings.map { .strings($0.map { Array($0.utf8) }) }, tensor,
    ].compactMap(\.self)
    guard given.count == 1 else {
      throw node.error(
        attribute: "values_int64s",
        "exactly one of it, 'values_floats', 'values_strings' and 'values_tensor' must be given")
    }
    // With a tensor of values the other defaults are not looked at.
    var standard = try standard(of: given[0], tensor == nil ? node : nil)
    if let told = try Self.tensor("default_tensor", node) { standard = told }
    guard standard.count == 1 else { throw node.error(attribute: "default_tensor", "is not one element") }
    if let values = Constant.Values(given[0]), let standard = Constant.Values(standard),
      values.element == standard.element
    {
      return .numbers(values, default: standard)
    }
    guard case .strings(let values)? = ClassTable.texts(given[0]),
      case .strings(let standard)? = ClassTable.texts(standard)
    else { throw node.error(attribute: "default_tensor", "is not of the type of the values") }
    return .strings(values, default: standard[0])
  }

  private static func standard(of values: TensorElements, _ node: Node?) throws(UnsupportedModel) -> TensorElements {
    switch values {
    case .floats: .floats([try node?.float("default_float") ?? -0.0])
    case .doubles: .doubles([-0.0])
    case .strings: .strings([Array((try node?.string("default_string") ?? "_Unused").utf8)])
    default: .int64s([try node?.int("default_int64") ?? -1])
    }
  }

  // The classes that others become, nil where two become the same or they become no classes.
  private static func renamed(_ classes: [Int64], _ keys: [Int64], _ values: Values) -> ClassTable? {
    func looked<Value: Hashable>(_ values: [Value], _ standard: Value) -> [Value]? {
      let result = classes.map { name in keys.firstIndex(of: name).map { values[$0] } ?? standard }
      return Set(result).count == result.count ? result : nil
    }
    switch values {
    case .numbers(.int64s(let values), .int64s(let standard)): return looked(values, standard[0]).map { .ints($0) }
    case .numbers: return nil
    case .strings(let values, let standard): return looked(values, standard).map { .strings($0) }
    }
  }
}

extension ClassTable {
  // The texts of a tensor, which may repeat themselves; nil for numbers and what is not UTF-8.
  fileprivate static func texts(_ elements: TensorElements) -> ClassTable? {
    guard case .strings(let values) = elements else { return nil }
    let texts = values.compactMap { String(validating: $0, as: UTF8.self) }
    return texts.count == values.count ? .strings(texts) : nil
  }
}

extension Constant.Values {
  // Where the distinct numbers stand, in ascending order; of equal ones the first.
  fileprivate var sortedWithoutRepetition: [Int] {
    switch self {
    case .floats(let values): Self.order(values)
    case .doubles(let values): Self.order(values)
    case .int64s(let values): Self.order(values)
    default: []
    }
  }

  fileprivate var firstNaN: Int? {
    switch self {
    case .floats(let values): values.firstIndex { $0.isNaN }
    case .doubles(let values): values.firstIndex { $0.isNaN }
    default: nil
    }
  }

  fileprivate func gathered(_ order: [Int]) -> Constant.Values {
    switch self {
    case .floats(let values): .floats(order.map { values[$0] })
    case .doubles(let values): .doubles(order.map { values[$0] })
    case .int64s(let values): .int64s(order.map { values[$0] })
    default: self
    }
  }

  // With others of the same type behind them.
  fileprivate func joined(_ others: [Constant.Values]) -> Constant.Values {
    others.reduce(self) { joined, other in
      switch (joined, other) {
      case (.floats(let a), .floats(let b)): .floats(a + b)
      case (.doubles(let a), .doubles(let b)): .doubles(a + b)
      case (.int64s(let a), .int64s(let b)): .int64s(a + b)
      default: joined
      }
    }
  }

  // What does not equal itself has no place.
  private static func order<Element: Comparable>(_ values: [Element]) -> [Int] {
    let sorted = values.indices.filter { values[$0] == values[$0] }.sorted { (values[$0], $0) < (values[$1], $1) }
    return sorted.indices.filter { $0 == 0 || values[sorted[$0 - 1]] != values[sorted[$0]] }.map { sorted[$0] }
  }
}
