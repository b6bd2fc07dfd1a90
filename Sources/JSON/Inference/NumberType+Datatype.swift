import Inference

extension NumberType {
  /// The name of the type in the Open Inference Protocol.
  /// Open Inference Protocol での型の名前。
  public var datatype: StaticString {
    switch self {
    case .float32: "FP32"
    case .float64: "FP64"
    case .int64: "INT64"
    case .int32: "INT32"
    case .bool: "BOOL"
    }
  }
}
