import Bytes
import Inference

// What `inspect --json` prints.
extension Description {
  // One object on one line. Without labels there is no `label`, and no runtime without a self-test.
  static func inspectJSON(_ output: inout ByteBuffer) {
    output.add("{")
    for fact in ModelFact.allCases { output.append(key: fact.name, text: fact.text(of: Model.self)) }
    output.append(key: "inputs", json: "[")
    for index in 0..<Model.inputCount {
      let input = Model.input(index)
      output.add(index == 0 ? "{" : ",{")
      tensor(input.name, Model.type(of: input.elements.lowerBound).name, input.elements.count, &output)
    }
    output.add("]")
    output.append(key: "outputs", json: "[")
    for index in 0..<Model.outputCount {
      let scores = Model.output(index)
      output.add(index == 0 ? "{" : ",{")
      tensor(scores.name, Model.scoreType(scores.elements.lowerBound).name, scores.elements.count, &output)
    }
    output.add("]")
    output.append(key: "probabilities", json: Model.scoresAreProbabilities ? "true" : "false")
    if Model.classCount > 0 { output.append(key: "label", text: Model.labelName) }
    output.append(key: "labels", json: Model.labelsJSON)
    output.append(key: "sample", json: Model.sampleJSON)
    output.append(key: "constant_bytes", number: Model.constantBytes)
    output.append(key: "self_test_rows", number: Model.vectors.count)
    if Model.vectors.count > 0 { output.append(key: "self_test_runtime", text: Model.vectors.runtime) }
    output.append(key: "server_version", text: Version.text)
    output.add("}\n")
  }

  @inline(never)
  private static func tensor(
    _ name: StaticString, _ type: StaticString, _ width: Int, _ output: inout ByteBuffer
  ) {
    output.append(key: "name", text: name)
    output.append(key: "type", text: type)
    output.append(key: "shape", json: "[1,")
    output.add(width)
    output.add("]}")
  }
}
