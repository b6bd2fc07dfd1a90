import Inference

/// What has been found in a request for inference.
struct InferenceScan {
  let signature: TensorSignature
  // The first value that is wrong for its place.
  private(set) var error: InferenceError?
  // The members that have come of the request, and of the input or output being read; a bit each.
  private var members: UInt16 = 0
  private var partMembers: UInt16 = 0

  var request = InferenceRequest()
  var inputCount: Int?
  // In the order of the request, as many as the model takes.
  var tensors: [InputTensor]
  // Which of them is being read.
  var number = 0
  // What the parameters of the request and of the output being read say.
  var answersBinary = false
  var isBinary: Bool?
  var classification: Int?

  // - Parameter outputs: One for each output of the model and the label.
  init(
    _ signature: TensorSignature, tensors: consuming [InputTensor], outputs: consuming [InferenceRequest.Output]
  ) {
    self.signature = signature
    self.tensors = tensors
    request.outputs = outputs
  }

  // The type of an input of the model.
  func type<Element: RowElement>(of input: Int, _ element: Element.Type) -> NumberType {
    Element.type(of: signature.input(input).elements.lowerBound, in: signature.types)
  }

  // A place in the input being read.
  func place(_ field: InferencePlace.Field? = nil, _ row: Int? = nil, _ column: Int? = nil) -> InferencePlace {
    InferencePlace(.input(number), field, row, column)
  }

  @inline(never)
  mutating func fail(_ error: InferenceError) {
    if self.error == nil { self.error = error }
  }

  // Another input or output begins.
  mutating func beginPart() {
    partMembers = 0
    isBinary = nil
    classification = nil
  }

  // Notes that a member has come.
  @inline(never)
  mutating func note(_ place: InferencePlace) {
    guard let field = place.field else { return }
    let bit: UInt16 = 1 << UInt16(field.rawValue)
    let seen = place.owner == .request ? members : partMembers
    if seen & bit != 0 { fail(.repeated(place)) }
    if place.owner == .request { members |= bit } else { partMembers |= bit }
  }

  // Adds an output with what its parameters say; the index is that in the request.
  mutating func append(_ output: InferenceRequest.Output, at index: Int) {
    let count = request.outputCount
    for earlier in 0..<count where request.outputs[earlier].tensor == output.tensor {
      return fail(.repeatedOutput(index))
    }
    if classification != nil && output.tensor == .label { fail(.unclassified(index)) }
    request.outputs[count] = output
    request.outputs[count].classification = classification
    request.outputs[count].statedBinary = isBinary
    request.outputCount = count + 1
  }

  // Another input begins.
  mutating func beginInput(_ number: Int) {
    beginPart()
    self.number = number
    tensors[number] = InputTensor()
  }

  /// The request, once its text was moved over. Data behind the JSON text is read now.
  mutating func request<Element: RowElement>(
    _ binary: Span<UInt8>, into values: inout MutableSpan<Element>
  ) throws(InferenceError) -> InferenceRequest {
    if let error { throw error }
    guard let inputCount else { throw .missing(InferencePlace(.request, .inputs)) }
    guard inputCount == signature.inputCount else { throw .inputCount(inputCount) }
    var end = 0
    for number in 0..<inputCount {
      let input = try self.input(number)
      let features = signature.input(input).elements
      let type = type(of: input, Element.self)
      let rows = try tensors[number].rows(number, width: features.count, type)
      if number == 0 { request.rows = rows }
      guard rows == request.rows else { throw .rowsDiffer(number) }
      guard let size = tensors[number].binarySize else { continue }
      guard size <= binary.count - end else { throw .binaryBytes(binary.count) }
      let part = binary.extracting(end..<end + size)
      try BinaryData.read(part, of: type, TensorData(features, of: signature.columns), number, into: &values)
      end += size
    }
    guard end == binary.count else { throw .binaryBytes(binary.count) }
    if request.outputCount == 0 { answerAll() }
    for index in 0..<request.outputCount where request.outputs[index].statedBinary == nil {
      request.outputs[index].statedBinary = answersBinary
    }
    return request
  }

  // Where no output is asked for, all are answered.
  private mutating func answerAll() {
    for index in 0..<signature.outputCount {
      request.outputs[index] = InferenceRequest.Output(tensor: .scores(index))
    }
    request.outputs[signature.outputCount] = InferenceRequest.Output(tensor: .label)
    request.outputCount = signature.outputCount + (signature.label.utf8CodeUnitCount > 0 ? 1 : 0)
  }

  // Which input of the model a tensor is, no other one being it.
  private mutating func input(_ number: Int) throws(InferenceError) -> Int {
    guard let input = tensors[number].input else { throw InputTensor.missing(number, .name) }
    guard input >= 0 else { throw .unknownInput(number) }
    guard !tensors[input].isGiven else { throw .repeatedInput(number) }
    tensors[input].isGiven = true
    return input
  }
}
