// The program under construction, and what every name of the graph stands for so far.
struct ProgramBuilder {
  // Kernels keep their scratch on the stack of the thread that serves requests.
  static let greatestScratch = 256 * 1024

  let graph: GraphFacts

  // The nodes whose outputs were defined along with those of a node before them.
  private(set) var absorbed: Set<Int> = []

  private(set) var program = Program()
  private var values: [String: Value] = [:]
  private var innerScratch = 0
  private var names: Set<String> = [
    "features", "sampleRow", "scores", "vectorFeatures", "vectorLabels", "vectorLargest", "vectorNumbers",
    "vectorScores", "winner",
  ]

  init(graph: GraphFacts) {
    self.graph = graph
  }

  // MARK: Values

  func value(_ name: String) -> Value? {
    values[name]
  }

  // What a node's input stands for.
  func value(_ input: Int, of node: Node) throws(UnsupportedModel) -> Value {
    let name = node.proto.inputs[input]
    guard !name.isEmpty else { throw node.error("an input is left out") }
    guard let value = values[name] else { throw node.error("input '\(name)' is an output that is not supported") }
    return value
  }

  mutating func define(_ name: String, as constant: ConstantTensor) {
    values[name] = .constant(constant)
  }

  // The features of the inputs stand one behind the other in the row. One of floats is taken as it is, from one of words of
  // any type each input is taken out.
  mutating func define(
    _ input: GraphInput, features count: Int, isFed: Bool
  ) throws(UnsupportedModel) {
    let features = program.featureCount..<program.featureCount + count
    guard features.upperBound <= GraphInput.greatestFeatureCount else {
      throw UnsupportedModel("the inputs have more than \(GraphInput.greatestFeatureCount) features")
    }
    program.inputs.append(Program.Input(name: input.name, element: input.element, features: features))
    var storage = Storage.features(features)
    if isFed {
      let fed = buffer("input", input.element, count: count)
      call(
        "feed", (nil, .row), ("from", .int(features.lowerBound)),
        ("into", .write(fed)))
      storage = .buffer(fed)
    }
    let shape = input.isVector ? [count] : [1, count]
    values[input.name] = .tensor(Tensor(storage: storage, element: input.element, shape: shape))
  }

  // An output left out has an empty name.
  mutating func define(_ output: Int, of node: Node, as value: Value) {
    if output < node.proto.outputs.count, !node.proto.outputs[output].isEmpty {
      values[node.proto.outputs[output]] = value
    }
  }

  mutating func absorb(_ node: Node) {
    absorbed.insert(node.index)
  }

  mutating func recordOperator(_ name: String) {
    program.operators.append(name)
  }

  // MARK: Storage and calls

  mutating func constant(_ name: String, _ values: Constant.Values) -> Int {
    program.constants.append(Constant(name: unique(name), values: values))
    return program.constants.count - 1
  }

  mutating func constant(_ name: String, _ values: [Float]) -> Int {
    constant(name, .floats(values))
  }

  mutating func constant(_ name: String, _ values: [Int]) -> Int {
    constant(name, .ints(values))
  }

  mutating func text(_ name: String, _ text: PackedText) -> Int {
    program.texts.append(PackedConstant(name: unique(name), text: text))
    return program.texts.count - 1
  }

  mutating func buffer(_ name: String, _ element: ElementType = .float, count: Int) -> Int {
    program.buffers.append(Buffer(name: unique(name), element: element, count: count))
    return program.buffers.count - 1
  }

  // Counts bytes that a kernel keeps on the stack itself.
  mutating func countScratch(_ bytes: Int) {
    innerScratch += bytes
  }

  mutating func call(_ function: String, _ arguments: (String?, KernelCall.Argument)...) {
    call(function, arguments)
  }

  mutating func call(_ function: String, _ arguments: [(String?, KernelCall.Argument)]) {
    append(function, arguments, answersLabel: false)
  }

  // A call that answers a class index; the answer stands for the call's number.
  mutating func callForLabel(_ function: String, _ arguments: (String?, KernelCall.Argument)...) -> Int {
    callForLabel(function, arguments)
  }

  mutating func callForLabel(_ function: String, _ arguments: [(String?, KernelCall.Argument)]) -> Int {
    append(function, arguments, answersLabel: true)
    return program.calls.count - 1
  }

  mutating func finish(
    outputs: [Program.Output], areProbabilities: Bool, label: Program.LabelOutput?
  ) throws(UnsupportedModel) -> Program {
    program.outputs = outputs
    program.scoresAreProbabilities = areProbabilities
    program.label = label
    program.dropDeadCalls()
    let scratch = program.buffers.reduce(innerScratch) { $0 + $1.count * $1.element.size }
    guard scratch <= Self.greatestScratch else {
      throw UnsupportedModel(
        "the model needs \(scratch) bytes of scratch, at most \(Self.greatestScratch) are supported")
    }
    return program
  }

  private mutating func append(
    _ function: String, _ arguments: [(String?, KernelCall.Argument)], answersLabel: Bool
  ) {
    let labelled = arguments.map { KernelCall.LabelledArgument(label: $0.0, value: $0.1) }
    program.calls.append(KernelCall(function: function, arguments: labelled, answersLabel: answersLabel))
  }

  private mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !names.insert(candidate).inserted {
      candidate = "\(name)\(number)"
      number += 1
    }
    return candidate
  }
}
