import Inference
import Testing

@testable import JSON

/// Requests for inference of a model with an input of each type.
struct TypedInferenceTests {
  private static let names: [StaticString] = ["F", "D", "L", "I", "B"]

  static let signature = TensorSignature.of(
    names.indices.map { GraphTensor(name: names[$0], elements: $0..<$0 + 1) }, types: "fdlib",
    [GraphTensor(name: "P", elements: 0..<1)], label: "")

  private static func tensor(_ name: String, _ datatype: String, _ data: String) -> String {
    #"{"name":"\#(name)","datatype":"\#(datatype)","shape":[1,1],"data":[\#(data)]}"#
  }

  private static func tensors(_ data: [String] = ["0.1", "0.1", "9007199254740993", "-7", "true"]) -> [String] {
    zip(["F", "D", "L", "I", "B"], zip(["FP32", "FP64", "INT64", "INT32", "BOOL"], data)).map { tensor($0, $1.0, $1.1) }
  }

  /// The row, or what is said of it.
  private static func read(_ tensors: [String], binary: [UInt8] = []) -> (row: [UInt64], error: String?) {
    let json = Array(#"{"inputs":[\#(tensors.joined(separator: ","))]}"#.utf8)
    let body = json + binary
    var reader = InferenceRequestReader(signature)
    var values = [UInt64](
      repeating: 7, count: InferenceRequestReader.capacity(forBodyOf: body.count, of: UInt64.self))
    var span = values.mutableSpan
    do throws(InferenceError) {
      let request = try reader.read(body.span, jsonLength: binary.isEmpty ? nil : json.count, into: &span)
      return (Array(values[..<(request.rows * 5)]), nil)
    } catch {
      return ([], written { error.write(signature, to: &$0) })
    }
  }

  private static let row: [UInt64] = [
    .holding(0.1 as Float), .holding(0.1 as Double), .holding(9_007_199_254_740_993 as Int64), .holding(-7 as Int64), 1,
  ]

  @Test func readsEachByItsType() {
    #expect(Self.read(Self.tensors()) == (Self.row, nil))
    #expect(Self.read(Self.tensors().reversed()) == (Self.row, nil))
  }

  static let bad: [(data: [String], error: String)] = [
    (["1e39", "1", "1", "1", "1"], "inputs[0].data[0] must be a finite float32"),
    (["1", "1e309", "1", "1", "1"], "inputs[1].data[0] must be a finite float64"),
    (["1", "1", "1.5", "1", "1"], "inputs[2].data[0] must be an integer of int64"),
    (["1", "1", "1", "2147483648", "1"], "inputs[3].data[0] must be an integer of int32"),
    (["1", "1", "1", "1", "2"], "inputs[4].data[0] must be true, false, 0 or 1"),
    (["true", "1", "1", "1", "1"], "inputs[0].data[0] must be a number"),
    (["1", "1", "1", "1", "null"], "inputs[4].data[0] must be a number"),
  ]

  @Test(arguments: bad.indices)
  func refusesWhatDoesNotFit(_ index: Int) {
    #expect(Self.read(Self.tensors(Self.bad[index].data)).error == Self.bad[index].error)
  }

  @Test func theDatatypeIsThatOfTheInput() {
    for (index, datatype) in ["FP32", "FP64", "INT64", "INT32", "BOOL"].enumerated() {
      var tensors = Self.tensors()
      tensors[index].replace(datatype, with: datatype == "FP32" ? "FP64" : "FP32")
      #expect(Self.read(tensors).error == "inputs[\(index)].datatype must be \(datatype)")
    }
  }

  @Test func readsBinaryDataByItsType() {
    func bytes<Bits: FixedWidthInteger>(_ bits: Bits) -> [UInt8] {
      (0..<Bits.bitWidth / 8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
    }
    let good: [(String, String, [UInt8])] = [
      ("F", "FP32", bytes((0.1 as Float).bitPattern)), ("D", "FP64", bytes((0.1 as Double).bitPattern)),
      ("L", "INT64", bytes(9_007_199_254_740_993 as Int64)), ("I", "INT32", bytes(-7 as Int32)), ("B", "BOOL", [1]),
    ]
    func read(_ parts: [(String, String, [UInt8])]) -> (row: [UInt64], error: String?) {
      let tensors = parts.map {
        #"{"name":"\#($0.0)","datatype":"\#($0.1)","shape":[1,1],"parameters":{"binary_data_size":\#($0.2.count)}}"#
      }
      return Self.read(tensors, binary: parts.flatMap(\.2))
    }
    #expect(read(good) == (Self.row, nil))
    for (index, part, error) in [
      (0, bytes(Float.infinity.bitPattern), "inputs[0].data[0][0] must be a finite float32"),
      (1, bytes(Double.nan.bitPattern), "inputs[1].data[0][0] must be a finite float64"),
      (4, [2], "inputs[4].data[0][0] must be true, false, 0 or 1"),
      (2, bytes(1 as Int32), "inputs[2].parameters.binary_data_size is 4, as the shape does not say"),
    ] as [(Int, [UInt8], String)] {
      var parts = good
      parts[index].2 = part
      #expect(read(parts).error == error)
    }
  }

  /// There is room for as many bools as a body can hold.
  @Test func boolsTakeAByteEach() throws {
    let signature = TensorSignature.of(
      [GraphTensor(name: "B", elements: 0..<1)], types: "b", [GraphTensor(name: "P", elements: 0..<1)], label: "")
    let count = 1000
    let json = Array(
      #"{"inputs":[{"name":"B","datatype":"BOOL","shape":[1000,1],"parameters":{"binary_data_size":1000}}]}"#.utf8)
    let body = json + (0..<count).map { $0 % 3 == 0 ? 1 : 0 }
    var reader = InferenceRequestReader(signature)
    var values = [UInt64](
      repeating: 7, count: InferenceRequestReader.capacity(forBodyOf: body.count, of: UInt64.self))
    var span = values.mutableSpan
    #expect(try reader.read(body.span, jsonLength: json.count, into: &span).rows == count)
    #expect(values[..<count].elementsEqual((0..<count).map { $0 % 3 == 0 ? 1 : 0 }))
  }
}
