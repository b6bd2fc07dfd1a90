// Some nodes are computed together with others, and what they were made into themselves nothing needs.
extension Program {
  // Leaves out the calls that no answer hangs on, and the buffers and constants of theirs alone.
  mutating func dropDeadCalls() {
    var needed = Needed()
    for output in outputs { needed.add(output.storage) }
    if let label {
      needed.labels.insert(label.result)
      if let order = label.order { needed.constants.insert(order) }
    }
    var live: [Int] = []
    for (index, call) in calls.enumerated().reversed() {
      let answers = needed.labels.contains(index) || call.arguments.contains { needed.isWritten(by: $0.value) }
      guard answers else { continue }
      live.append(index)
      // What is written may have been there before in part.
      for argument in call.arguments { needed.add(argument.value) }
    }
    live.reverse()

    let numbers = Numbers(
      calls: Self.numbers(live), buffers: Self.numbers(needed.buffers.sorted()),
      constants: Self.numbers(needed.constants.sorted()), texts: Self.numbers(needed.texts.sorted()))
    calls = live.map { index in
      var call = calls[index]
      for place in call.arguments.indices { call.arguments[place].value = numbers.of(call.arguments[place].value) }
      return call
    }
    buffers = needed.buffers.sorted().map { buffers[$0] }
    constants = needed.constants.sorted().map { constants[$0] }
    texts = needed.texts.sorted().map { texts[$0] }
    for index in outputs.indices { outputs[index].storage = numbers.of(outputs[index].storage) }
    if let label {
      self.label?.result = numbers.calls[label.result]!
      self.label?.order = label.order.map { numbers.constants[$0]! }
    }
  }

  private static func numbers(_ kept: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
  }

  private struct Needed {
    var labels: Set<Int> = []
    var buffers: Set<Int> = []
    var constants: Set<Int> = []
    var texts: Set<Int> = []

    func isWritten(by argument: KernelCall.Argument) -> Bool {
      switch argument {
      case .write(let buffer), .array(let buffer): buffers.contains(buffer)
      default: false
      }
    }

    mutating func add(_ storage: Storage) {
      switch storage {
      case .features: break
      case .buffer(let index): buffers.insert(index)
      case .constant(let index): constants.insert(index)
      }
    }

    mutating func add(_ argument: KernelCall.Argument) {
      switch argument {
      case .read(let storage): add(storage)
      case .write(let buffer), .array(let buffer): buffers.insert(buffer)
      case .constant(let index): constants.insert(index)
      case .text(let index): texts.insert(index)
      case .label(let call): labels.insert(call)
      default: break
      }
    }
  }

  // What stands where once the rest is gone.
  private struct Numbers {
    var calls: [Int: Int]
    var buffers: [Int: Int]
    var constants: [Int: Int]
    var texts: [Int: Int]

    func of(_ storage: Storage) -> Storage {
      switch storage {
      case .features: storage
      case .buffer(let index): .buffer(buffers[index]!)
      case .constant(let index): .constant(constants[index]!)
      }
    }

    func of(_ argument: KernelCall.Argument) -> KernelCall.Argument {
      switch argument {
      case .read(let storage): .read(of(storage))
      case .write(let buffer): .write(buffers[buffer]!)
      case .array(let buffer): .array(buffers[buffer]!)
      case .constant(let index): .constant(constants[index]!)
      case .text(let index): .text(texts[index]!)
      case .label(let call): .label(calls[call]!)
      default: argument
      }
    }
  }
}
