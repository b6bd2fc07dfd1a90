// An input of the graph whose type is known to be one that a row is made of.
struct GraphInput {
  let name: String
  let element: ElementType
  // Whether it has one dimension, that of the features; the first of two is that of the rows.
  let isVector: Bool
  // Nil where the type leaves the number open.
  let featureCount: Int?

  init(_ input: ValueInfoProto) throws(UnsupportedModel) {
    let place = "input '\(input.name)'"
    name = input.name
    guard case .tensor(let elementType, let shape)? = input.type else {
      throw UnsupportedModel("\(place): expected a tensor")
    }
    guard let element = ElementType(dataType: Int64(elementType)), ElementType.ofTensors.contains(element) else {
      throw UnsupportedModel(
        "\(place): element type \(elementType) is not supported, only float32 (1), int32 (6), int64 (7), bool (9), "
          + "float64 (11)")
    }
    self.element = element
    isVector = shape?.count == 1
    guard let shape else {
      featureCount = nil
      return
    }
    guard shape.count == 1 || shape.count == 2 else {
      throw UnsupportedModel("\(place): has \(shape.count) dimensions, expected 1 or 2")
    }
    if shape.count == 2, let rows = shape[0], rows > 1 {
      throw UnsupportedModel("\(place): is made for \(rows) rows at a time, expected any number or 1")
    }
    guard let last = shape[shape.count - 1], last != -1 else {
      featureCount = nil
      return
    }
    guard (1...Int64(Self.greatestFeatureCount)).contains(last) else {
      throw UnsupportedModel("\(place): has \(last) features")
    }
    featureCount = Int(last)
  }

  // Of an input, and of all together.
  static let greatestFeatureCount = 1 << 20
}
