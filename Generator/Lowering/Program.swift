// What a model becomes: constants, buffers of fixed size, and calls of kernels in order, for one row.
struct Program: Equatable {
  var inputName = ""
  var featureCount = 0
  var scores = Scores()
  var label: LabelOutput?
  var operators: [String] = []
  var constants: [Constant] = []
  var buffers: [Buffer] = []
  var calls: [KernelCall] = []

  // The classes in the order of the scores and of the label's index.
  var classes: ClassTable? { label?.classes }

  var constantBytes: Int {
    constants.reduce(0) { $0 + $1.values.count * $1.values.elementSize }
  }

  struct Scores: Equatable {
    var name = ""
    var count = 0
    var storage = Storage.input
    var areProbabilities = false
  }

  struct LabelOutput: Equatable {
    var name: String
    var classes: ClassTable

    // The call whose result it is, and the constant that maps that to an index into `classes`.
    var result: Int
    var order: Int?
  }
}

struct Constant: Equatable {
  enum Values: Equatable {
    case floats([Float])
    case ints([Int])

    var count: Int {
      switch self {
      case .floats(let values): values.count
      case .ints(let values): values.count
      }
    }

    var elementSize: Int {
      switch self {
      case .floats: 4
      case .ints: 8
      }
    }
  }

  var name: String
  var values: Values
}

struct Buffer: Equatable {
  var name: String
  var element: ElementType
  var count: Int
}

// Element types of tensors, and the index type of kernels.
enum ElementType: String, Equatable {
  case float = "Float"
  case double = "Double"
  case int64 = "Int64"
  case int32 = "Int32"
  case bool = "Bool"
  case index = "Int"

  // By TensorProto.DataType.
  init?(dataType: Int64) {
    switch dataType {
    case 1: self = .float
    case 6: self = .int32
    case 7: self = .int64
    case 9: self = .bool
    case 11: self = .double
    default: return nil
    }
  }

  var size: Int {
    switch self {
    case .bool: 1
    case .float, .int32: 4
    case .double, .int64, .index: 8
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
    }
  }
}

// Where a row of numbers stands while the program runs.
enum Storage: Equatable {
  case input
  case buffer(Int)
}

// One call of a function of the module Inference.
struct KernelCall: Equatable {
  enum Argument: Equatable {
    case read(Storage)
    case write(Int)
    // All of a buffer, for a function that takes the number of its elements from its type.
    case array(Int)
    case constant(Int)
    case int(Int)
    case float(Float)
    case bool(Bool)
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
