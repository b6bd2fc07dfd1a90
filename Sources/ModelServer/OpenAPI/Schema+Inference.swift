import Bytes
import Inference
import JSON

// The forms of the Open Inference Protocol.
extension Schema {
  // A tensor as the model's metadata names it.
  static func writeModelMetadata<Model: CompiledModel>(of model: Model.Type, to output: inout ByteBuffer) {
    output.add(#"{"type":"object","required":["name","versions","platform","inputs","outputs"],"properties":{"name":"#)
    writeConstant(Model.name, to: &output)
    output.add(#","versions":{"type":"array","items":"#)
    writeConstant(Model.version, to: &output)
    output.add(#"},"platform":{"const":"onnx_onnxv1"}"#)
    for key: StaticString in ["inputs", "outputs"] {
      output.append(
        key: key, json: #"{"type":"array","items":{"type":"object","required":["name","datatype","shape"],"#)
      output.add(#""properties":{"name":{"type":"string"},"datatype":{"type":"string"},"#)
      output.add(#""shape":{"type":"array","items":{"type":"integer"}}}}}"#)
    }
    output.add("}}")
  }

  static func writeInferenceRequest<Model: CompiledModel>(of model: Model.Type, to output: inout ByteBuffer) {
    output.add(#"{"type":"object","required":["inputs"],"properties":{"id":{"type":["string","null"]},"#)
    output.add(#""parameters":{"type":["object","null"],"properties":{"binary_data_output":{"type":"boolean"}}},"#)
    output.add(#""inputs":{"type":"array","minItems":"#)
    output.add(Model.inputCount)
    output.add(#","maxItems":"#)
    output.add(Model.inputCount)
    output.add(#","items":"#)
    if Model.inputCount > 1 { output.add(#"{"anyOf":["#) }
    for index in 0..<Model.inputCount {
      if index > 0 { output.add(",") }
      let input = Model.input(index)
      writeInput(input, Model.type(of: input.elements.lowerBound), to: &output)
    }
    if Model.inputCount > 1 { output.add("]}") }
    output.add(#"},"outputs":{"type":["array","null"],"maxItems":"#)
    output.add(Model.outputCount + (Model.hasLabelOutput ? 1 : 0))
    output.add(#","items":{"anyOf":["#)
    for index in 0..<Model.outputCount {
      if index > 0 { output.add(",") }
      writeRequestedOutput(
        Model.output(index).name,
        parameter: #","classification":{"type":"integer","minimum":1,"maximum":9007199254740991}"#, to: &output)
    }
    if Model.hasLabelOutput {
      output.add(",")
      writeRequestedOutput(Model.labelName, parameter: #","classification":false"#, to: &output)
    }
    output.add("]}}}}")
  }

  private static func writeInput(_ input: GraphTensor, _ type: NumberType, to output: inout ByteBuffer) {
    output.add(#"{"type":"object","required":["name","datatype","shape","data"],"properties":{"name":"#)
    writeConstant(input.name, to: &output)
    output.add(#","datatype":"#)
    writeConstant(type.datatype, to: &output)
    output.add(#","shape":{"type":"array","minItems":2,"maxItems":2,"prefixItems":"#)
    output.add(#"[{"type":"integer","minimum":1,"maximum":9007199254740991},{"const":"#)
    output.add(input.elements.count)
    // Data behind the JSON text is no part of it.
    output.add(#"}]},"parameters":{"type":["object","null"],"properties":{"binary_data_size":false}},"#)
    output.add(#""data":{"anyOf":[{"type":"array","minItems":1,"items":"#)
    writeVector(input.elements.count, type.schema, to: &output)
    output.add(#"},{"type":"array","minItems":"#)
    output.add(input.elements.count)
    output.add(#","items":"#)
    output.add(type.schema)
    output.add(#"}]}}}"#)
  }

  private static func writeRequestedOutput(
    _ name: StaticString, parameter: StaticString, to output: inout ByteBuffer
  ) {
    output.add(#"{"type":"object","required":["name"],"properties":{"name":"#)
    writeConstant(name, to: &output)
    output.add(#","parameters":{"type":["object","null"],"properties":{"binary_data":{"type":"boolean"}"#)
    output.add(parameter)
    output.add("}}}}")
  }

  static func writeInferenceResponse<Model: CompiledModel>(of model: Model.Type, to output: inout ByteBuffer) {
    output.add(#"{"type":"object","required":["model_name","model_version","outputs"],"properties":{"model_name":"#)
    writeConstant(Model.name, to: &output)
    output.add(#","model_version":"#)
    writeConstant(Model.version, to: &output)
    output.add(#","id":{"type":"string"},"outputs":{"type":"array","items":{"type":"object","#)
    output.add(#""required":["name","datatype","shape","data"],"properties":{"name":{"type":"string"},"#)
    output.add(#""datatype":{"enum":["FP32","FP64","INT64","INT32","BOOL","BYTES"]},"#)
    output.add(#""shape":{"type":"array","items":{"type":"integer","minimum":1}},"data":{"type":"array"}}}}}}"#)
  }

  private static func writeConstant(_ text: StaticString, to output: inout ByteBuffer) {
    output.add("{")
    output.append(key: "const", text: text)
    output.add("}")
  }
}
