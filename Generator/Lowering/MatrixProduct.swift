// A product of matrices, and the order in which ONNX Runtime adds it up.
struct MatrixProduct {
  // Numbers that stand there before the sums are added: none, the addend as it is, or times a factor.
  enum Addend: Equatable {
    case none, plain, scaled
  }

  enum Order: Equatable {
    // One fused sum a product, which starts anew after so many features.
    case fused(tile: Int)
    // The first operand times the columns of the second one, four features at a time.
    case fours
    // The first operand times the rows of the second one, with eight partial sums.
    case eights
    // The same two with the operands exchanged.
    case foursOfSecond, eightsOfSecond
    // Of integers, whose sums do not hang on it.
    case any
  }

  var rows: Int
  var features: Int
  var columns: Int
  var element: ElementType
  var transposesFirst = false
  var transposesSecond = false
  var alpha: Float = 1
  var addend = Addend.none

  // Whether ONNX Runtime puts the second operand in order beforehand, as it does with a constant matrix of float32.
  var isPacked: Bool

  var order: Order {
    if element != .float, element != .double { return .any }
    if isPacked { return .fused(tile: 256) }
    if element == .float, alpha == 1, addend != .scaled {
      if rows == 1, !transposesFirst { return transposesSecond ? .eights : .fours }
      if columns == 1, !transposesSecond || features == 1 { return transposesFirst ? .foursOfSecond : .eightsOfSecond }
    }
    return .fused(tile: tile)
  }

  // Tiles start at 128 features and give up the side they do not need for the other one.
  var tile: Int {
    var tileFeatures = 128
    var tileColumns = element == .float ? 128 : 64
    if columns >= features {
      while tileFeatures / 2 >= features { tileFeatures /= 2 }
    } else if !transposesFirst {
      while tileColumns > 16, tileColumns / 2 >= columns {
        tileFeatures *= 2
        tileColumns /= 2
      }
    }
    return tileFeatures
  }
}
