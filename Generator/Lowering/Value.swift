// What a name of the graph stands for while the graph is lowered.
enum Value {
  case tensor(Tensor)
  case constant(ConstantTensor)
  case label(Label)

  // A class label: never a number or text at run time, but the result of a call, an index into its classes.
  struct Label {
    var result: Int
    var classes: ClassTable
    // One label has the shape [1] or, where an operator says so, another one of one element.
    var shape = [1]
    // What the classes were before they were renamed, as the scores know them.
    var original: ClassTable?
    // What integer classes were converted to, without losing one.
    var element = ElementType.int64

    // The classes as numbers of that type; nil where they are strings.
    var numbers: Constant.Values? {
      guard case .ints(let values) = classes else { return nil }
      return TensorElements.int64s(values).converted(to: element).flatMap { Constant.Values($0) }
    }
  }
}

// A tensor that is computed, or a map or sequence of its elements. With one row all shapes are known.
struct Tensor {
  var storage: Storage
  var element: ElementType
  var shape: [Int]

  // The classes the elements of its last dimension belong to, where a classifier made it.
  var classes: ClassTable?
  var areProbabilities = false
  // Whether they would be probabilities if they were divided by their sum.
  var areProportions = false
  var isCollection = false

  // Whether it was int64 before, with nothing but conversions since.
  var wasInt64 = false

  var count: Int { Shape.count(shape) }
}

// A tensor known at build time: an initializer, or what follows from initializers and shapes.
struct ConstantTensor: Equatable {
  var elements: TensorElements
  var shape: [Int]

  init(elements: TensorElements, shape: [Int]) {
    self.elements = elements
    self.shape = shape
  }

  // The dimensions are those of elements that are there.
  init(_ tensor: TensorProto) {
    self.init(elements: tensor.elements, shape: tensor.dimensions.map { Int($0) })
  }
}

extension Value {
  // Nil for a map or a sequence, whose elements are no tensor.
  var shape: [Int]? {
    switch self {
    case .tensor(let tensor): tensor.isCollection ? nil : tensor.shape
    case .constant(let constant): constant.shape
    case .label(let label): label.shape
    }
  }
}
