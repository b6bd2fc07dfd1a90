import Testing

@testable import Generator

struct LinearLoweringTests {
  private static let logistic = TestModel.linearClassifier

  private static func changed(_ change: (inout TestModel) -> Void) -> TestModel {
    var model = logistic
    change(&model)
    return model
  }

  // Scores are probabilities where they add up to 1, by themselves or divided by their sum.
  static let likelihoods: [(name: String, model: TestModel, areProbabilities: Bool)] = [
    ("logistic functions of opposite scores", logistic, true),
    ("of two scores for themselves", changed { $0.nodes[0]["intercepts"] = .floats([1, 1]) }, false),
    ("of three classes", changed(three), false),
    (
      "of three classes, divided by their sum",
      changed {
        three(&$0)
        normalize(&$0, "L1")
      }, true
    ),
    (
      "of three classes, divided by their length",
      changed {
        three(&$0)
        normalize(&$0, "L2")
      }, false
    ),
    ("softmax", changed { $0.nodes[0]["post_transform"] = .string("SOFTMAX") }, true),
    ("raw scores", changed { $0.nodes[0]["post_transform"] = .string("NONE") }, false),
    (
      "raw scores, divided by their sum",
      changed {
        $0.nodes[0]["post_transform"] = .string("NONE")
        normalize(&$0, "L1")
      }, false
    ),
    ("one logistic function", changed(one), true),
    (
      "one score",
      changed {
        one(&$0)
        $0.nodes[0]["post_transform"] = .string("SOFTMAX")
      }, false
    ),
  ]

  @Test(arguments: likelihoods.indices)
  func knowsProbabilities(_ index: Int) throws {
    let row = Self.likelihoods[index]
    let program = try lower(ModelProto(decoding: row.model.bytes))
    #expect(program.scoresAreProbabilities == row.areProbabilities, "\(row.name)")
    #expect(program.classes?.count == program.scoreCount)
  }

  // Transform, scores, the kernel.
  static let transforms: [(transform: PostTransform, scores: Int, function: String?)] = [
    (.none, 2, nil), (.logistic, 2, "logistic"), (.softmax, 4, "softmax"), (.softmax, 5, "softmaxInLanes"),
    (.softmaxZero, 9, "softmaxZero"),
  ]

  @Test(arguments: transforms.indices)
  func choosesKernelOfTransforms(_ index: Int) {
    let row = Self.transforms[index]
    #expect(row.transform.function(scores: row.scores) == row.function)
  }

  @Test func takesFeatureCountFromCoefficients() throws {
    for var model in [Self.logistic, .linearRegressor, .supportVectorRegressor] {
      model.inputs[0].shape = nil
      #expect(try lower(ModelProto(decoding: model.bytes)).featureCount == 2, "\(model.nodes[0].operation)")
    }
  }

  @Test func leavesOneTargetAsItIs() throws {
    var model = TestModel.linearRegressor
    model.nodes[0]["post_transform"] = .string("LOGISTIC")
    #expect(try lower(ModelProto(decoding: model.bytes)).calls.map(\.function) == ["dotProducts", "logistic"])
    model.nodes[0]["targets"] = .int(1)
    model.nodes[0]["coefficients"] = .floats([1, 2])
    model.nodes[0]["intercepts"] = nil
    #expect(try lower(ModelProto(decoding: model.bytes)).calls.map(\.function) == ["dotProducts"])
  }

  @Test func lowersOneClass() throws {
    var model = TestModel.supportVectorRegressor
    model.nodes[0]["one_class"] = .int(1)
    let functions = try lower(ModelProto(decoding: model.bytes)).calls.map(\.function)
    #expect(functions == ["radialBasisKernel", "weightedSum", "inlierSigns"])
  }

  @Test func lowersRegressorsWithoutSupportVectors() throws {
    var model = TestModel.supportVectorRegressor
    model.nodes[0]["n_supports"] = nil
    model.nodes[0]["support_vectors"] = nil
    model.nodes[0]["coefficients"] = .floats([1, 2])
    #expect(try lower(ModelProto(decoding: model.bytes)).calls.map(\.function) == ["dotProducts"])
  }

  // The class itself is never in memory: an index into the classes is the label.
  @Test func pickedClassesAreLabels() throws {
    var model = TestModel()
    model.inputs[0].shape = [nil, 1]
    model.nodes = [
      .init(operation: "Identity", domain: "", inputs: ["X"], outputs: ["scores"]),
      .init(operation: "Cast", domain: "", inputs: ["X"], outputs: ["index"], attributes: [("to", .int(7))]),
      .init(operation: "ArrayFeatureExtractor", inputs: ["C", "index"], outputs: ["label"]),
    ]
    model.initializers = [TestModel.int64s("C", [7, 9])]
    model.outputs = ["label", "scores"]
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.classes == .ints([7, 9]))
    #expect(program.calls.last?.function == "classIndex")
    // What is there twice is a number.
    model.initializers = [TestModel.int64s("C", [7, 7])]
    #expect(try lower(ModelProto(decoding: model.bytes)).calls.map(\.function) == ["cast", "pick", "number"])
  }

  private static func three(_ model: inout TestModel) {
    model.nodes[0]["classlabels_ints"] = .ints([0, 1, 2])
    model.nodes[0]["coefficients"] = .floats([1, 2, 3, 4, 5, 6])
    model.nodes[0]["intercepts"] = .floats([1, 2, 3])
  }

  private static func one(_ model: inout TestModel) {
    model.nodes[0]["coefficients"] = .floats([1, 2])
    model.nodes[0]["intercepts"] = .floats([1])
  }

  private static func normalize(_ model: inout TestModel, _ norm: String) {
    model.nodes.append(
      .init(operation: "Normalizer", inputs: ["Z"], outputs: ["W"], attributes: [("norm", .string(norm))]))
    model.outputs = ["Y", "W"]
  }
}
