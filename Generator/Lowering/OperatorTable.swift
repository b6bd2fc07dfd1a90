// All operators the generator compiles.
enum OperatorTable {
  static let operators: [any Operator.Type] = [
    AbsOperator.self,
    AddOperator.self,
    AndOperator.self,
    ArgMaxOperator.self,
    ArgMinOperator.self,
    ArrayFeatureExtractorOperator.self,
    BatchNormalizationOperator.self,
    BinarizerOperator.self,
    CastOperator.self,
    CeilOperator.self,
    CeluOperator.self,
    ClipOperator.self,
    ConcatOperator.self,
    ConstantOperator.self,
    ConstantOfShapeOperator.self,
    CumSumOperator.self,
    DivOperator.self,
    DropoutOperator.self,
    EluOperator.self,
    EqualOperator.self,
    ErfOperator.self,
    ExpOperator.self,
    ExpandOperator.self,
    FeatureVectorizerOperator.self,
    FlattenOperator.self,
    FloorOperator.self,
    GatherOperator.self,
    GatherElementsOperator.self,
    GeluOperator.self,
    GemmOperator.self,
    GreaterOperator.self,
    GreaterOrEqualOperator.self,
    HardSigmoidOperator.self,
    HardSwishOperator.self,
    IdentityOperator.self,
    ImputerOperator.self,
    IsNaNOperator.self,
    LabelEncoderOperator.self,
    LayerNormalizationOperator.self,
    LeakyReluOperator.self,
    LessOperator.self,
    LessOrEqualOperator.self,
    LinearClassifierOperator.self,
    LinearRegressorOperator.self,
    LogOperator.self,
    LogSoftmaxOperator.self,
    LpNormalizationOperator.self,
    MatMulOperator.self,
    MaxOperator.self,
    MeanOperator.self,
    MinOperator.self,
    MishOperator.self,
    MulOperator.self,
    NegOperator.self,
    NormalizerOperator.self,
    NotOperator.self,
    OneHotEncoderOperator.self,
    OrOperator.self,
    PowOperator.self,
    PReluOperator.self,
    RangeOperator.self,
    ReciprocalOperator.self,
    ReduceL1Operator.self,
    ReduceL2Operator.self,
    ReduceLogSumOperator.self,
    ReduceLogSumExpOperator.self,
    ReduceMaxOperator.self,
    ReduceMeanOperator.self,
    ReduceMinOperator.self,
    ReduceProdOperator.self,
    ReduceSumOperator.self,
    ReduceSumSquareOperator.self,
    ReluOperator.self,
    ReshapeOperator.self,
    ScalerOperator.self,
    ScanOperator.self,
    SequenceConstructOperator.self,
    SeluOperator.self,
    ShapeOperator.self,
    SigmoidOperator.self,
    SignOperator.self,
    SizeOperator.self,
    SliceOperator.self,
    SoftmaxOperator.self,
    SoftplusOperator.self,
    SoftsignOperator.self,
    SplitOperator.self,
    SqrtOperator.self,
    SqueezeOperator.self,
    SubOperator.self,
    SumOperator.self,
    SVMClassifierOperator.self,
    SVMRegressorOperator.self,
    TanhOperator.self,
    ThresholdedReluOperator.self,
    TileOperator.self,
    TopKOperator.self,
    TransposeOperator.self,
    TreeEnsembleClassifierOperator.self,
    TreeEnsembleOperator.self,
    TreeEnsembleRegressorOperator.self,
    UnsqueezeOperator.self,
    WhereOperator.self,
    XorOperator.self,
    ZipMapOperator.self,
  ]

  // What helps where an operator that exporters write is missing.
  private static let help = [
    "Compress": "the shape of its result hangs on the row; a SimpleImputer in place of a KNNImputer has none such",
    "NonZero": "the shape of its result hangs on the row, which no other operator is ready for",
  ]

  // The operator a node names, in the version its operator set gives it.
  static func find(_ node: Node, opsets: [Domain: Int64]) throws(UnsupportedModel) -> any Operator.Type {
    guard let found = operators.first(where: { $0.domain == node.domain && $0.name == node.proto.operation }) else {
      let names = operators.filter { $0.domain == node.domain }.map { $0.name }.joined(separator: ", ")
      if let help = help[node.proto.operation] { throw node.error("the operator is not supported; \(help)") }
      throw node.error(
        names.isEmpty
          ? "the domain is not supported" : "the operator is not supported; those of its domain are \(names)")
    }
    guard let opset = opsets[found.domain] else {
      throw node.error("the model does not import the operator set \(found.domain.rawValue)")
    }
    guard let oldest = found.versions.first, opset >= oldest else {
      throw node.error(
        "operator set \(opset) is too old; version \(found.versions[0]) of the operator is the oldest supported")
    }
    if let end = found.endOfLife, opset >= end {
      throw node.error("operator set \(opset) no longer has the operator; \(end - 1) is the last one that does")
    }
    return found
  }
}
