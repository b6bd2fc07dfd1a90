import Testing

@testable import Generator

/// What no answer hangs on is left out of a program, and the rest is numbered anew.
struct DeadCallTests {
  // Of four buffers the second is read by no call and the third only by one whose answer nobody takes.
  @Test func leavesOutWhatNothingNeeds() {
    var program = Program()
    program.outputs = [Program.Output(name: "scores", element: .float, scores: 0..<2, storage: .buffer(3))]
    program.label = Program.LabelOutput(name: "label", classes: .ints([0, 1]), result: 5, order: 1)
    program.buffers = ["kept", "dead", "asked", "scores"].map { Buffer(name: $0, element: .float, count: 2) }
    program.constants = ["factor", "order", "unused"].map { Constant(name: $0, values: .floats([1])) }
    program.texts = ["deadTree", "matrix"].map { PackedConstant(name: $0, text: PackedText()) }
    program.calls = [
      call("kept", [.read(.features(0..<2)), .write(0)]),
      call("dead", [.read(.buffer(0)), .constant(2), .text(0), .write(1)]),
      call("asked", [.read(.buffer(0)), .write(2)]),
      call("winner", [.read(.buffer(2))], answersLabel: true),
      call("inPlace", [.constant(0), .write(0)]),
      call("label", [.read(.buffer(0))], answersLabel: true),
      call("scores", [.read(.buffer(0)), .text(1), .label(5), .write(3)]),
    ]
    program.dropDeadCalls()
    #expect(program.buffers.map(\.name) == ["kept", "scores"])
    #expect(program.constants.map(\.name) == ["factor", "order"])
    #expect(program.texts.map(\.name) == ["matrix"])
    #expect(program.outputs[0].storage == .buffer(1))
    #expect(program.label?.result == 2)
    #expect(program.label?.order == 1)
    #expect(
      program.calls == [
        call("kept", [.read(.features(0..<2)), .write(0)]),
        call("inPlace", [.constant(0), .write(0)]),
        call("label", [.read(.buffer(0))], answersLabel: true),
        call("scores", [.read(.buffer(0)), .text(0), .label(2), .write(1)]),
      ])
  }

  private func call(
    _ function: String, _ arguments: [KernelCall.Argument], answersLabel: Bool = false
  ) -> KernelCall {
    KernelCall(
      function: function, arguments: arguments.map { KernelCall.LabelledArgument(label: nil, value: $0) },
      answersLabel: answersLabel)
  }
}
