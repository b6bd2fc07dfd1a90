import Bytes
import Inference

// What --version and inspect print.
enum Description<Model: CompiledModel> {
  // What the scores are.
  static var scores: StaticString { Model.scoresAreProbabilities ? "probabilities" : "scores" }

  static func version(_ output: inout ByteBuffer) {
    output.add("model-server ")
    output.add(Version.text)
    output.add(", model ")
    output.add(Model.name)
    output.add(" ")
    output.add(Model.version)
    output.add(", sha256 ")
    output.add(Model.sha256)
    output.add("\n")
  }

  static func inspect(_ output: inout ByteBuffer) {
    for fact in ModelFact.allCases { row(fact.name, fact.text(of: Model.self), &output) }
    for index in 0..<Model.inputCount {
      let input = Model.input(index)
      let type = Model.type(of: input.elements.lowerBound)
      tensor("input", input.name, type.name, input.elements.count, &output)
    }
    for index in 0..<Model.outputCount {
      let scores = Model.output(index)
      tensor(Self.scores, scores.name, Model.scoreType(scores.elements.lowerBound).name, scores.elements.count, &output)
    }
    if Model.hasLabelOutput { row("label", Model.labelName, &output) }
    if Model.classCount > 0 { row("labels", Model.labelsJSON, &output) }
    row("sample", Model.sampleJSON, &output)
    output.add("constants      ")
    output.add(Model.constantBytes)
    output.add(" bytes\n")
    output.add("self-test      ")
    SelfTest<Model>.writeSource(to: &output)
    output.add("\n")
  }

  private static func row(_ name: StaticString, _ value: StaticString, _ output: inout ByteBuffer) {
    output.add(name)
    Help.pad(name, 15, &output)
    output.add(value)
    output.add("\n")
  }

  // An input or output of the graph: its name, element type and shape for one row.
  private static func tensor(
    _ role: StaticString, _ name: StaticString, _ type: StaticString, _ width: Int, _ output: inout ByteBuffer
  ) {
    output.add(role)
    Help.pad(role, 15, &output)
    output.add(name)
    output.add(" ")
    output.add(type)
    output.add(" (1,")
    output.add(width)
    output.add(")\n")
  }
}
