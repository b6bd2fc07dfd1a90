import Inference
import Testing

@testable import JSON

/// Requests for inference of a model with several inputs.
struct SeveralInputsTests {
  static let signature = TensorSignature.of(
    [
      GraphTensor(name: "A", elements: 0..<1), GraphTensor(name: "B", elements: 1..<3),
      GraphTensor(name: "C", elements: 3..<4),
    ], [GraphTensor(name: "P", elements: 0..<1)], label: "")

  private static func tensor(_ name: String, _ rows: Int, _ width: Int, _ data: String) -> String {
    #"{"name":"\#(name)","shape":[\#(rows),\#(width)],"datatype":"FP32","data":\#(data)}"#
  }

  private static let a = tensor("A", 2, 1, "[1,5]")
  private static let b = tensor("B", 2, 2, "[[2,3],[6,7]]")
  private static let c = tensor("C", 2, 1, "[[4],[8]]")
  private static let late = #"{"data":[2,3,6,7],"shape":[2,2],"datatype":"FP32","name":"B"}"#

  private static func request(_ tensors: [String]) -> String { #"{"inputs":[\#(tensors.joined(separator: ","))]}"# }

  static let good: [(label: String, tensors: [String])] = [
    ("in the order of the model", [a, b, c]), ("in another order", [c, a, b]), ("backwards", [c, b, a]),
    ("data before the name", [a, late, c]), ("data before the name, first", [late, c, a]),
  ]

  @Test(arguments: good.indices)
  func takesThemInAnyOrder(_ index: Int) throws {
    let json = Self.request(Self.good[index].tensors)
    let read = ReadRequest(json, Self.signature)
    #expect(read.error == nil && read.rows == [[1, 2, 3, 4], [5, 6, 7, 8]], "\(Self.good[index].label)")
    let expected = try ReferenceInference(Array(json.utf8), jsonLength: nil, Self.signature)
    #expect(expected.agrees(with: read), "\(Self.good[index].label)")
  }

  @Test func takesBinaryDataInTheOrderOfTheRequest() throws {
    let sizes = [("C", 1, 8), ("B", 2, 16)].map {
      #"{"name":"\#($0.0)","shape":[2,\#($0.1)],"datatype":"FP32","parameters":{"binary_data_size":\#($0.2)}}"#
    }
    let json = Self.request([sizes[0], Self.a, sizes[1]])
    let bytes = ([4, 8, 2, 3, 6, 7] as [Float]).flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) }
    }
    #expect(ReadRequest(json, binary: bytes, Self.signature).rows == [[1, 2, 3, 4], [5, 6, 7, 8]])
    for count in [8, 20, 25] {
      let error = ReadRequest(json, binary: Array((bytes + [0]).prefix(count)), Self.signature).error
      #expect(error?.contains("\(count) bytes behind") == true)
    }
    let notFinite = Array(bytes[..<20]) + [0, 0, 0x80, 0x7F]
    let error = ReadRequest(json, binary: notFinite, Self.signature).error
    #expect(error == "inputs[2].data[1][1] must be a finite float32")
  }

  static let bad: [(label: String, tensors: [String], error: String)] = [
    ("one left out", [a, b], "inputs has 2 tensors, the model takes 3"),
    ("one more", [a, b, c, "1"], "inputs has 4 tensors, the model takes 3"),
    ("one twice", [a, b, a], "inputs[2] is given already"),
    ("an unknown one", [a, b, tensor("D", 2, 1, "[1,2]")], "inputs[2].name must be that of an input of the model"),
    (
      "another number of rows", [a, b, tensor("C", 1, 1, "[1]")],
      "inputs[2].shape has another number of rows than inputs[0].shape"
    ),
    (
      "more rows than there is room for", [tensor("C", 9, 1, "[1,2,3,4,5,6,7,8,9]"), a, b],
      "inputs[1].shape has another number of rows than inputs[0].shape"
    ),
    (
      "the width of another", [a, tensor("B", 2, 1, "[1,2]"), c], "inputs[1].shape must be [rows,2] with at least 1 row"
    ),
    ("a row too long", [a, b, tensor("C", 2, 1, "[[1],[2,3]]")], "inputs[2].data[1] has 2 elements, the shape says 1"),
    ("no number", [a, b, tensor("C", 2, 1, "[1,null]")], "inputs[2].data[1] must be a number"),
    ("no number, before the name", [a, #"{"data":[2,null],"name":"B"}"#, c], "inputs[1].data[1] must be a number"),
    ("data of nothing", [a, b, #"{"data":[1]}"#], "inputs[2].name is missing"),
    ("data twice, before the name", [#"{"data":[1],"data":[1],"name":"A"}"#, b, c], "inputs[0].data stands twice"),
    ("no object", [a, "[]", c], "inputs[1] must be an object"),
  ]

  @Test(arguments: bad.indices)
  func refuses(_ index: Int) {
    let row = Self.bad[index]
    let json = Self.request(row.tensors)
    #expect(ReadRequest(json, Self.signature).error == row.error, "\(row.label)")
    #expect((try? ReferenceInference(Array(json.utf8), jsonLength: nil, Self.signature)) == nil, "\(row.label)")
  }

  /// What one request leaves in the reader is not found in the next one.
  @Test func readsOneRequestAfterTheOther() throws {
    var reader = InferenceRequestReader(Self.signature)
    for (tensors, isGood) in [([Self.a, Self.b, Self.a], false), ([Self.a, Self.b, Self.c], true), ([], false)] {
      let body = Array(Self.request(tensors).utf8)
      var values = [Float](repeating: 0, count: MatrixReader.capacity(forBodyOf: body.count))
      var span = values.mutableSpan
      let request = try? reader.read(body.span, jsonLength: nil, into: &span)
      #expect((request?.rows == 2) == isGood)
    }
  }
}
