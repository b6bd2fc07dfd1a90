import Testing

/// A bad request for inference, and what is said of it.
struct BadInference: CustomTestStringConvertible, Sendable {
  let label: String
  let json: String
  let error: String
  var testDescription: String { label }

  init(_ label: String, _ json: String, _ error: String) {
    self.label = label
    self.json = json
    self.error = error
  }

  /// One whose input has other members than the least there is.
  static func input(_ label: String, _ members: String, _ error: String) -> BadInference {
    BadInference(label, #"{"inputs":[{\#(members)}]}"#, error)
  }

  static func data(_ label: String, shape: String = "[2,2]", _ data: String, _ error: String) -> BadInference {
    input(label, #""name":"X","datatype":"FP32","shape":\#(shape),"data":\#(data)"#, error)
  }

  /// One with a good input and other members behind it.
  static func beside(_ label: String, _ members: String, _ error: String) -> BadInference {
    BadInference(label, #"{"inputs":[\#(GoodInference.input)],\#(members)}"#, error)
  }

  private static let deep = String(repeating: "[", count: 63)

  static let table: [BadInference] = [
    .init("an empty body", "", "invalid JSON: unexpected end at byte 0"),
    .init("no JSON", "hello", "invalid JSON: expected a value at byte 0"),
    .init("a list for the body", "[]", "the body must be an object"),
    .init("more than one text", "{} {}", "invalid JSON: expected nothing after the value at byte 3"),
    .init("no member", "{}", "inputs is missing"),
    .init("a comma first", "{,}", "invalid JSON: expected a string as key or '}' at byte 1"),
    .init("a comma last", #"{"a":1,}"#, "invalid JSON: expected a string as key at byte 7"),
    .init("no comma", #"{"a":1 "b":2}"#, "invalid JSON: expected ',' or '}' at byte 7"),
    .init("a bracket for a brace", #"{"a":1]"#, "invalid JSON: expected ',' or '}' at byte 6"),
    .init("too deep", #"{"a":"# + deep + "[", "invalid JSON: nesting deeper than 64 at byte 68"),
    .init("null for inputs", #"{"inputs":null}"#, "inputs must be a list"),
    .init("an object for inputs", #"{"inputs":{}}"#, "inputs must be a list"),
    .init("no input", #"{"inputs":[]}"#, "inputs has 0 tensors, the model takes 1"),
    .init("a number for an input", #"{"inputs":[1]}"#, "inputs[0] must be an object"),
    .init(
      "two inputs", #"{"inputs":[\#(GoodInference.input),{}]}"#, "inputs has 2 tensors, the model takes 1"),
    .init(
      "a comma behind inputs", #"{"inputs":[\#(GoodInference.input),]}"#, "invalid JSON: expected a value at byte 69"),
    .beside("inputs twice", #""inputs":[]"#, "inputs stands twice"),
    .beside("a number for the identifier", #""id":1"#, "id must be a string"),
    .beside("the identifier twice", #""id":"a","id":"a""#, "id stands twice"),
    .beside("a list for parameters", #""parameters":[]"#, "parameters must be an object"),
    .beside(
      "a number for true", #""parameters":{"binary_data_output":1}"#,
      "parameters.binary_data_output must be true or false"),

    .input("no name", #""shape":[1,2],"datatype":"FP32","data":[1,2]"#, "inputs[0].name is missing"),
    .input("another name", #""name":"Y","shape":[1,2],"datatype":"FP32","data":[1,2]"#, "inputs[0].name must be 'X'"),
    .input("a longer name", #""name":"XX","shape":[1,2],"datatype":"FP32","data":[1,2]"#, "inputs[0].name must be 'X'"),
    .input("a name twice", #""name":"X","name":"X""#, "inputs[0].name stands twice"),
    .input("a number for a name", #""name":1"#, "inputs[0].name must be a string"),
    .input(
      "a lone surrogate", #""name":"\ud800","shape":[1,2],"datatype":"FP32","data":[]"#, "inputs[0].name must be 'X'"),
    .input("no datatype", #""name":"X","shape":[1,2],"data":[1,2]"#, "inputs[0].datatype is missing"),
    .input("float64", #""name":"X","shape":[1,2],"datatype":"FP64","data":[1,2]"#, "inputs[0].datatype must be FP32"),
    .input(
      "another case", #""name":"X","shape":[1,2],"datatype":"fp32","data":[1,2]"#, "inputs[0].datatype must be FP32"),
    .input("no shape", #""name":"X","datatype":"FP32","data":[1,2]"#, "inputs[0].shape is missing"),
    .input("no data", #""name":"X","datatype":"FP32","shape":[1,2]"#, "inputs[0].data is missing"),
    .input("null for data", #""data":null"#, "inputs[0].data must be a list"),
    .input("data twice", #""data":[1,2],"data":[1,2]"#, "inputs[0].data stands twice"),
    .input(
      "binary data and data", #"\#(GoodInference.input.dropFirst().dropLast()),"parameters":{"binary_data_size":8}"#,
      "inputs[0].data stands twice"),
    .input(
      "binary data of another size",
      #""name":"X","datatype":"FP32","shape":[1,2],"parameters":{"binary_data_size":9}"#,
      "inputs[0].parameters.binary_data_size is 9, as the shape does not say"),
    .input(
      "a string for a size", #""parameters":{"binary_data_size":"8"}"#,
      "inputs[0].parameters.binary_data_size must be an integer of at least 1"),

    .data("one dimension", shape: "[2]", "[1,2]", "inputs[0].shape must be [rows,2] with at least 1 row"),
    .data("three dimensions", shape: "[1,1,2]", "[1,2]", "inputs[0].shape must be [rows,2] with at least 1 row"),
    .data("other columns", shape: "[1,3]", "[1,2,3]", "inputs[0].shape must be [rows,2] with at least 1 row"),
    .data("no rows", shape: "[0,2]", "[]", "inputs[0].shape must be [rows,2] with at least 1 row"),
    .data("rows that may vary", shape: "[-1,2]", "[1,2]", "inputs[0].shape must be [rows,2] with at least 1 row"),
    .data("a fraction of rows", shape: "[1.5,2]", "[1,2]", "inputs[0].shape must be [rows,2] with at least 1 row"),
    .data("a string in the shape", shape: #"["1",2]"#, "[1,2]", "inputs[0].shape must be [rows,2] with at least 1 row"),
    .data("a number for the shape", shape: "2", "[1,2]", "inputs[0].shape must be a list"),
    .data(
      "more elements than memory", shape: "[9007199254740991,2]", "[1,2]",
      "inputs[0].data has 2 elements, as the shape does not say"),
    .data(
      "more rows than a number tells apart", shape: "[9007199254740992,2]", "[1,2]",
      "inputs[0].shape must be [rows,2] with at least 1 row"),
    .data("too few elements", "[1,2,3]", "inputs[0].data has 3 elements, as the shape does not say"),
    .data("too many elements", "[1,2,3,4,5]", "inputs[0].data has 5 elements, as the shape does not say"),
    .data("no elements", "[]", "inputs[0].data has 0 elements, as the shape does not say"),
    .data("too few rows", "[[1,2]]", "inputs[0].data has 1 row, as the shape does not say"),
    .data("too many rows", "[[1,2],[3,4],[5,6]]", "inputs[0].data has 3 rows, as the shape does not say"),
    .data("a short row", "[[1,2],[3]]", "inputs[0].data[1] has 1 element, the shape says 2"),
    .data("a long row", "[[1,2,3],[4]]", "inputs[0].data[0] has 3 elements, the shape says 2"),
    .data("an empty row", "[[],[1,2]]", "inputs[0].data[0] has 0 elements, the shape says 2"),
    .data("a number among rows", "[[1,2],3]", "inputs[0].data[1] must be a list"),
    .data("a row among numbers", "[1,2,[3,4]]", "inputs[0].data[2] must be a number"),
    .data("nested too deep", "[[[1,2]],[3,4]]", "inputs[0].data[0][0] must be a number"),
    .data("a string among numbers", #"[1,"2",3,4]"#, "inputs[0].data[1] must be a number"),
    .data("null in a row", "[[1,2],[3,null]]", "inputs[0].data[1][1] must be a number"),
    .data("beyond float32", "[1,2,3,1e39]", "inputs[0].data[3] must be a finite float32"),
    .data("beyond float32 in a row", "[[1,-1e39],[3,4]]", "inputs[0].data[0][1] must be a finite float32"),
    .data("the first of two", #"[1e39,"2"]"#, "inputs[0].data[0] must be a finite float32"),

    .beside("an object for outputs", #""outputs":{}"#, "outputs must be a list"),
    .beside("a string for an output", #""outputs":["L"]"#, "outputs[0] must be an object"),
    .beside("an output without name", #""outputs":[{}]"#, "outputs[0].name is missing"),
    .beside("null for its name", #""outputs":[{"name":null}]"#, "outputs[0].name must be a string"),
    .beside(
      "an unknown output", #""outputs":[{"name":"L"},{"name":"Z"}]"#, "outputs[1].name must be 'P\u{E9}\"' or 'L'"),
    .beside("an output twice", #""outputs":[{"name":"L"},{"name":"L"}]"#, "outputs[1] is asked for already"),
    .beside(
      "three outputs", #""outputs":[{"name":"L"},{"name":"Pé\""},{"name":"L"}]"#, "outputs[2] is asked for already"),
    .beside(
      "classes of the label", #""outputs":[{"name":"L","parameters":{"classification":1}}]"#,
      "outputs[0].parameters.classification is for numbers, not for 'L'"),
    .beside(
      "no classes", #""outputs":[{"name":"L","parameters":{"classification":0}}]"#,
      "outputs[0].parameters.classification must be an integer of at least 1"),
    .beside(
      "a string for binary data", #""outputs":[{"name":"L","parameters":{"binary_data":"true"}}]"#,
      "outputs[0].parameters.binary_data must be true or false"),
  ]
}
