// What an operator makes of its row of scores at the end.
enum PostTransform: String, CaseIterable {
  case none = "NONE"
  case logistic = "LOGISTIC"
  case softmax = "SOFTMAX"
  case softmaxZero = "SOFTMAX_ZERO"
  case probit = "PROBIT"

  // The kernel that replaces a row of at least two scores, nil where they stay.
  func function(scores: Int) -> String? {
    switch self {
    case .none: nil
    case .logistic: "logistic"
    // From five scores on ONNX Runtime computes them side by side.
    case .softmax: scores < 5 ? "softmax" : "softmaxInLanes"
    case .softmaxZero: "softmaxZero"
    case .probit: "probit"
    }
  }

  // The same for a row of trees' scores, which ONNX Runtime computes by the C library alone.
  var treeFunction: String? {
    switch self {
    case .none: nil
    case .logistic: "treeLogistic"
    case .softmax: "softmax"
    case .softmaxZero: "softmaxZero"
    case .probit: "probit"
    }
  }
}
