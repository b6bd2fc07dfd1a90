import Testing

@testable import Generator

struct PreprocessingLoweringTests {
  // A label's classes are known, so they are renamed here: nothing is left to compute.
  static let renamings: [(attributes: KeyValuePairs<String, TestModel.Attribute?>, classes: ClassTable)] = [
    (["values_strings": .strings(["no", "yes"])], .strings(["no", "yes"])),
    (["values_int64s": .ints([-3, 9])], .ints([-3, 9])),
    (["keys_int64s": .ints([1, 1]), "values_strings": .strings(["a", "b"])], .strings(["_Unused", "a"])),
    (["keys_int64s": .ints([0, 5]), "values_int64s": .ints([7, 8]), "default_int64": .int(4)], .ints([7, 4])),
    (["keys_int64s": nil, "classes_strings": .strings(["x", "y", "z"])], .strings(["x", "y"])),
  ]

  @Test(arguments: renamings.indices)
  func renamesClasses(_ index: Int) throws {
    let row = Self.renamings[index]
    let program = try lower(ModelProto(decoding: TestModel.renamedClasses(row.attributes).bytes))
    #expect(program.label?.classes == row.classes)
    #expect(program.calls.map(\.function) == ["dotProducts", "linearLabel", "logistic"])
  }

  // The scores keep the order that the classes had by their old names.
  @Test func renamedClassesFollowTheScores() throws {
    var model = TestModel.renamedClasses(["keys_int64s": .ints([3, -1]), "values_strings": .strings(["a", "b"])])
    model.nodes[0]["classlabels_ints"] = .ints([3, -1])
    model.nodes.append(
      .init(
        operation: "ZipMap", inputs: ["Z"], outputs: ["M"], attributes: [("classlabels_int64s", .ints([3, -1]))]))
    model.outputs = ["W", "M"]
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.classes == .strings(["b", "a"]))
    #expect(program.label?.order.map { program.constants[$0].values } == .ints([1, 0]))
  }

  // Of equal keys the first counts, and the kernel searches sorted ones.
  @Test func sortsKeys() throws {
    let model = TestModel.step(
      "LabelEncoder",
      ["keys_floats": .floats([5, -1, 5, 0, -0.0]), "values_floats": .floats([1, 2, 3, 4, 5])])
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.constants.map(\.values) == [.floats([-1, 0, 5]), .floats([2, 4, 1, -0.0, -0.0])])
  }

  @Test func convertsBeforeEncodingOneHot() throws {
    let model = TestModel.step("OneHotEncoder", ["cats_int64s": .ints([1, 2, 3])])
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.calls.map(\.function) == ["cast", "encodeOneHot"])
    #expect(program.scoreCount == 6)
  }

  @Test func cutsAndFillsRows() throws {
    var model = TestModel.step("FeatureVectorizer", ["inputdimensions": .ints([1, 4])])
    model.nodes[0].inputs = ["X", "X"]
    let program = try lower(ModelProto(decoding: model.bytes))
    #expect(program.scoreCount == 5)
    #expect(program.calls.map { $0.arguments[1].value } == [.int(1), .int(2)])
    #expect(program.calls.map { $0.arguments[2].value } == [.int(0), .int(1)])
  }
}
