import Bytes
import Inference
import JSON

// The tensors of the model as the Open Inference Protocol describes them.
enum ModelTensor<Model: CompiledModel> {
  static var signature: TensorSignature {
    TensorSignature(
      inputCount: Model.inputCount, input: { Model.input($0) }, columns: Model.featureCount,
      types: Model.featureTypes, scores: Model.scoresName, label: Model.labelName)
  }

  static func write(_ input: ModelInput, rows: Int, to content: inout ByteBuffer) {
    write(
      input.name, Model.type(of: input.features.lowerBound).datatype, rows: rows, columns: input.features.count,
      to: &content)
  }

  // The members that say what an output is; -1 rows for any number.
  static func write(_ output: InferenceRequest.Output, rows: Int, to content: inout ByteBuffer) {
    switch output.tensor {
    case .scores:
      if let count = output.classification {
        write(Model.scoresName, "BYTES", rows: rows, columns: min(count, Model.scoreCount), to: &content)
      } else {
        write(Model.scoresName, "FP32", rows: rows, columns: Model.scoreCount, to: &content)
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
