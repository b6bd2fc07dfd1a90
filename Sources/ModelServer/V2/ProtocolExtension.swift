// What the server has of the Open Inference Protocol beyond the protocol itself: Triton's extensions, by their names.
enum ProtocolExtension: CaseIterable {
  case binaryTensorData, classification, statistics

  var name: StaticString {
    switch self {
    case .binaryTensorData: "binary_tensor_data"
    case .classification: "classification"
    case .statistics: "statistics"
    }
  }
}
