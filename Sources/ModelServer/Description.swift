import Bytes
import Inference

// What --version and inspect print.
enum Description<Model: CompiledModel> {
  // What the scores are.
  static var scores: StaticString { Model.scoresAreProbabilities ? "probabilities" : "scores" }

  static func version(_ output: inout ByteBuffer) {
    output.append("model-server ")
    output.append(Version.text)
    output.append(", model ")
    output.append(Model.name)
    output.append(" ")
    output.append(Model.version)
    output.append(", sha256 ")
    output.append(Model.sha256)
    output.append("\n")
  }

  static func inspect(_ output: inout ByteBuffer) {
    for fact in ModelFact.allCases { row(fact.name, fact.text(of: Model.self), &output) }
    tensor("input", Model.inputName, Model.featureCount, &output)
    tensor(scores, Model.scoresName, Model.scoreCount, &output)
    if Model.classCount > 0 {
      row("label", Model.labelName, &output)
      row("labels", Model.labelsJSON, &output)
    }
    row("sample", Model.sampleJSON, &output)
    output.append("constants      ")
    output.append(decimal: Model.constantBytes)
    output.append(" bytes\n")
    output.append("self-test      ")
    SelfTest<Model>.writeSource(to: &output)
    output.append("\n")
  }

  private static func row(_ name: StaticString, _ value: StaticString, _ output: inout ByteBuffer) {
    output.append(name)
    Help.pad(name, 15, &output)
    output.append(value)
    output.append("\n")
  }

  // An input or output of the graph: its name, element type and shape for one row.
  private static func tensor(_ role: StaticString, _ name: StaticString, _ width: Int, _ output: inout ByteBuffer) {
    output.append(role)
    Help.pad(role, 15, &output)
    output.append(name)
    output.append(" float32 (1,")
    output.append(decimal: width)
    output.append(")\n")
  }
}
