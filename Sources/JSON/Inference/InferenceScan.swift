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
  // The outputs that do not state their form, a bit each.
  private var formless: UInt8 = 0

  init(_ signature: TensorSignature, tensors: consuming [InputTensor]) {
    self.signature = signature
    self.tensors = tensors
  }

  // The type of an input of the model.
  func type<Element: RowElement>(of input: Int, _ element: Element.Type) -> FeatureType {
    Element.type(of: signature.input(input).features.lowerBound, in: signature.types)
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
    if count == 2 || (count == 1 && request.outputs[0].tensor == output.tensor) { return fail(.repeatedOutput(index)) }
    if classification != nil && output.tensor == .label { fail(.unclassified(index)) }
    request.outputs[count] = output
    request.outputs[count].classification = classification
    request.outputs[count].isBinary = isBinary ?? false
    if isBinary == nil { formless |= 1 << UInt8(count) }
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
      let features = signature.input(input).features
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
    if request.outputCount == 0 {
      request.outputs[0] = InferenceRequest.Output(tensor: .scores)
      request.outputs[1] = InferenceRequest.Output(tensor: .label)
      request.outputCount = signature.label.utf8CodeUnitCount > 0 ? 2 : 1
      formless = 0b11
    }
    for index in 0..<request.outputCount where formless >> UInt8(index) & 1 == 1 {
      request.outputs[index].isBinary = answersBinary
    }
    return request
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
