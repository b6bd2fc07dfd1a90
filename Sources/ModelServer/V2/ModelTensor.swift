import Bytes
import Inference
import JSON

// The tensors of the model as the Open Inference Protocol describes them.
enum ModelTensor<Model: CompiledModel> {
  static var signature: TensorSignature {
    TensorSignature(
      inputCount: Model.inputCount, input: { Model.input($0) }, columns: Model.featureCount,
      types: Model.featureTypes, outputCount: Model.outputCount, output: { Model.output($0) }, label: Model.labelName)
  }

  static func write(_ input: GraphTensor, rows: Int, to content: inout ByteBuffer) {
    write(
      input.name, Model.type(of: input.elements.lowerBound).datatype, rows: rows, columns: input.elements.count,
      to: &content)
  }

  // The members that say what an output is; -1 rows for any number.
  static func write(_ output: InferenceRequest.Output, rows: Int, to content: inout ByteBuffer) {
    switch output.tensor {
    case .scores(let index):
      let scores = Model.output(index)
      if let count = output.classification {
        write(scores.name, "BYTES", rows: rows, columns: min(count, scores.elements.count), to: &content)
      } else {
        let datatype = Model.scoreType(scores.elements.lowerBound).datatype
        write(scores.name, datatype, rows: rows, columns: scores.elements.count, to: &content)
      }
    case .label: write(Model.labelName, labelDatatype, rows: rows, columns: nil, to: &content)
    }
  }

  private static var labelDatatype: StaticString {
    switch Model.classValue(0) {
    case .integer: "INT64"
    case .string: "BYTES"
    }
  }

  private static func write(
    _ name: StaticString, _ datatype: StaticString, rows: Int, columns: Int?, to content: inout ByteBuffer
  ) {
    content.append("\"name\":")
    JSONString.write(name.bytes, to: &content)
    content.append(",\"datatype\":\"")
    content.append(datatype)
    content.append("\",\"shape\":[")
    content.append(decimal: rows)
    if let columns {
      content.append(",")
      content.append(decimal: columns)
    }
    content.append("]")
  }
}
