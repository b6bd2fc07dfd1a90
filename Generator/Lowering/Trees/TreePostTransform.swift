// What an ensemble of trees does with its scores at last.
enum TreePostTransform: String, CaseIterable {
  case none = "NONE"
  case logistic = "LOGISTIC"
  case softmax = "SOFTMAX"
  case softmaxZero = "SOFTMAX_ZERO"

  // The kernel for a row of two or more scores.
  var function: String? {
    switch self {
    case .none: nil
    case .logistic: "treeLogistic"
    case .softmax: "softmax"
    case .softmaxZero: "softmaxZero"
    }
  }
}
