// The numbers of trees, which are lists of float32 or, since version 3, tensors of the type that is computed with.
extension Node {
  // Empty where the attribute is missing.
  func treeNumbers(_ name: String, of element: ElementType) throws(UnsupportedModel) -> [Double] {
    let list = try anyFloats(name)
    let tensorName = "\(name)_as_tensor"
    guard let tensor = try tensor(tensorName) else { return (list ?? []).map { Double($0) } }
    guard version >= 3 else { throw error(attribute: tensorName, "is an attribute of version 3") }
    guard list == nil else { throw error(attribute: tensorName, "stands beside '\(name)'") }
    switch tensor.elements {
    case .floats(let values) where element == .float: return values.map { Double($0) }
    case .doubles(let values) where element == .double: return values
    default: throw error(attribute: tensorName, "expected a tensor of \(element.onnxName)")
    }
  }

  func finiteTreeNumbers(_ name: String, of element: ElementType) throws(UnsupportedModel) -> [Double] {
    let numbers = try treeNumbers(name, of: element)
    if let odd = numbers.firstIndex(where: { !$0.isFinite }) {
      throw error(attribute: name, "element \(odd) is \(numbers[odd]), expected finite numbers")
    }
    return numbers
  }
}
