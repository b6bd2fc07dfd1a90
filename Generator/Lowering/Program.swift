// What a model becomes: constants, buffers of fixed size, and calls of kernels in order, for one row.
struct Program: Equatable {
  var inputs: [Input] = []
  var outputs: [Output] = []
  // Whether the scores are the classes' probabilities and nothing else.
  var scoresAreProbabilities = false
  var label: LabelOutput?
  var operators: [String] = []
  var constants: [Constant] = []
  var texts: [PackedConstant] = []
  var buffers: [Buffer] = []
  var calls: [KernelCall] = []

  // Of all inputs, which stand one behind the other in a row.
  var featureCount: Int { inputs.last?.features.upperBound ?? 0 }

  // Of each feature.
  var featureTypes: [ElementType] {
    inputs.flatMap { Array(repeating: $0.element, count: $0.features.count) }
  }

  // What a row of features is made of.
  var featureElement: ElementType { Self.rowElement(inputs.map(\.element)) }

  // Of all outputs, which stand one behind the other in a row.
  var scoreCount: Int { outputs.last?.scores.upperBound ?? 0 }

  // Of each score.
  var scoreTypes: [ElementType] {
    outputs.flatMap { Array(repeating: $0.element, count: $0.scores.count) }
  }

  // What a row of scores is made of.
  var scoreElement: ElementType { Self.rowElement(outputs.map(\.element)) }

  // Floats, or words of 8 bytes where a number may be of another type.
  private static func rowElement(_ types: [ElementType]) -> ElementType {
    types.allSatisfy { $0 == .float } ? .float : .uint64
  }

  // The classes in the order of the scores and of the label's index.
  var classes: ClassTable? { label?.classes ?? nil }

  // In the order of the graph, those that follow upon themselves with their number: "Scaler, Neg (45), Sum".
  var operatorList: String {
    let starts = operators.indices.filter { $0 == 0 || operators[$0] != operators[$0 - 1] }
    return zip(starts, starts.dropFirst() + [operators.count]).map { start, end in
      end - start == 1 ? operators[start] : "\(operators[start]) (\(end - start))"
    }.joined(separator: ", ")
  }

  var constantBytes: Int {
    constants.reduce(0) { $0 + $1.values.count * $1.values.element.size } + texts.reduce(0) { $0 + $1.text.bytes.count }
  }

  // The calls whose class index something needs.
  var usedLabels: Set<Int> {
    let arguments = calls.flatMap(\.arguments).compactMap { argument in
      if case .label(let call) = argument.value { call } else { nil }
    }
    return Set(arguments + (label.map { [$0.result] } ?? []))
  }

  // An input of the graph, and which features of a row are its own.
  struct Input: Equatable {
    var name: String
    var element: ElementType
    var features: Range<Int>
  }

  // An output of numbers, and which scores of a row are its own.
  struct Output: Equatable {
    var name: String
    var element: ElementType
    var scores: Range<Int>
    var storage: Storage
  }

  struct LabelOutput: Equatable {
    var name: String
    // Nil for a number that names no class: of a cluster, or of what is an outlier and what is not.
    var classes: ClassTable?

    // The call whose result it is, and the constant that maps that to an index into `classes`.
    var result: Int
    var order: Int?
  }
}

struct Constant: Equatable {
  enum Values: Equatable {
    case floats([Float])
    case doubles([Double])
    case int64s([Int64])
    case int32s([Int32])
    case bools([Bool])
    // Indices, and what else kernels count with.
    case ints([Int])
    // Rows of numbers of any type.
    case words([UInt64])

    var count: Int {
      switch self {
      case .floats(let values): values.count
      case .doubles(let values): values.count
      case .int64s(let values): values.count
      case .int32s(let values): values.count
      case .bools(let values): values.count
      case .ints(let values): values.count
      case .words(let values): values.count
      }
    }

    var element: ElementType {
      switch self {
      case .floats: .float
      case .doubles: .double
      case .int64s: .int64
      case .int32s: .int32
      case .bools: .bool
      case .ints: .index
      case .words: .uint64
      }
    }
  }

  var name: String
  var values: Values
}

// Numbers of which there are so many that only a text compiles in time.
struct PackedConstant: Equatable {
  var name: String
  var text: PackedText
}

struct Buffer: Equatable {
  var name: String
  var element: ElementType
  var count: Int
}

// Element types of tensors, the index type of kernels, and what rows are made of.
enum ElementType: String, Equatable {
  case float = "Float"
  case double = "Double"
  case int64 = "Int64"
  case int32 = "Int32"
  case bool = "Bool"
  case index = "Int"
  // Those that values are converted to, and moved in, but not computed with.
  case half = "Float16"
  case int8 = "Int8"
  case uint8 = "UInt8"
  case int16 = "Int16"
  case uint16 = "UInt16"
  case uint64 = "UInt64"

  // By TensorProto.DataType.
  init?(dataType: Int64) {
    switch dataType {
    case 1: self = .float
    case 2: self = .uint8
    case 3: self = .int8
    case 4: self = .uint16
    case 5: self = .int16
    case 6: self = .int32
    case 7: self = .int64
    case 9: self = .bool
    case 10: self = .half
    case 11: self = .double
    case 13: self = .uint64
    default: return nil
    }
  }

  // What graphs are made of.
  static let ofTensors: [ElementType] = [.float, .double, .int64, .int32, .bool]

  var size: Int {
    switch self {
    case .bool, .int8, .uint8: 1
    case .half, .int16, .uint16: 2
    case .float, .int32: 4
    case .double, .int64, .uint64, .index: 8
    }
  }

  // As ONNX spells it.
  var onnxName: String {
    switch self {
    case .float: "float32"
    case .double: "float64"
    case .int64, .index: "int64"
    case .int32: "int32"
    case .bool: "bool"
    case .half: "float16"
    case .int8, .uint8, .int16, .uint16, .uint64: rawValue.lowercased()
    }
  }
}

// Where the elements of a tensor stand while the program runs.
enum Storage: Equatable {
  // Of the row.
  case features(Range<Int>)
  case buffer(Int)
  case constant(Int)
}

// One call of a function of the module Inference.
struct KernelCall: Equatable {
  enum Argument: Equatable {
    // All features.
    case row
    case read(Storage)
    case write(Int)
    // All of a buffer, for a function that takes the number of its elements from its type.
    case array(Int)
    case constant(Int)
    case text(Int)
    case int(Int)
    case float(Float)
    case bool(Bool)
    // A case of an enumeration of the module.
    case choice(String)
    // The class index that a call answered.
    case label(Int)
  }

  struct LabelledArgument: Equatable {
    var label: String?
    var value: Argument
  }

  var function: String
  var arguments: [LabelledArgument]

  // Whether the function answers the index of a class.
  var answersLabel = false
}
