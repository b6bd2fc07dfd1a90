import Bytes
import Inference

extension InferenceError.Kind {
  var text: StaticString {
    switch self {
    case .object: "an object"
    case .list: "a list"
    case .string: "a string"
    case .boolean: "true or false"
    case .number: "a number"
    case .count: "an integer of at least 1"
    }
  }
}

extension InferenceError {
  /// Writes what is wrong and where, in words that are not escaped for JSON.
  /// 何がどこで誤りかを書く（JSON のエスケープはしない）。
  @export(interface)  // With its body at hand, a client would compile a second copy of all that it calls.
  public func write(_ signature: TensorSignature, to buffer: inout ByteBuffer) {
    switch self {
    case .syntax(let reason, let offset):
      buffer.append("invalid JSON: ")
      buffer.append(reason.text)
      Self.write(" at byte ", offset, "", to: &buffer)
    case .headerLength: buffer.append("Inference-Header-Content-Length is not the length of the JSON text in the body")
    case .wrongKind(let place, let kind):
      place.write(to: &buffer)
      buffer.append(" must be ")
      buffer.append(kind.text)
    case .missing(let place): Self.write(place, " is missing", to: &buffer)
    case .repeated(let place): Self.write(place, " stands twice", to: &buffer)
    case .unfit(let type, let place):
      Self.write(place, " must be ", to: &buffer)
      buffer.append(type.demand)
    case .inputCount(let count):
      Self.write("inputs has ", count, " tensors, the model takes ", to: &buffer)
      buffer.append(decimal: signature.inputCount)
    case .unknownInput(let input):
      Self.write("inputs[", input, "].name must be ", to: &buffer)
      if signature.inputCount == 1 {
        Self.write("", signature.input(0).name, to: &buffer)
      } else {
        buffer.append("that of an input of the model")
      }
    case .repeatedInput(let input): Self.write("inputs[", input, "] is given already", to: &buffer)
    case .datatype(let input, let type):
      Self.write("inputs[", input, "].datatype must be ", to: &buffer)
      buffer.append(type.datatype)
    case .shape(let input, let width):
      Self.write("inputs[", input, "].shape must be [rows,", to: &buffer)
      Self.write("", width, "] with at least 1 row", to: &buffer)
    case .rowsDiffer(let input):
      Self.write("inputs[", input, "].shape has another number of rows than inputs[0].shape", to: &buffer)
    case .rowCount(let count, let input):
      Self.write("inputs[", input, "].data has ", to: &buffer)
      Self.write("", count, count == 1 ? " row, as" : " rows, as", to: &buffer)
      buffer.append(" the shape does not say")
    case .elementCount(let count, let input):
      Self.write("inputs[", input, "].data has ", to: &buffer)
      Self.write("", count, count == 1 ? " element, as" : " elements, as", to: &buffer)
      buffer.append(" the shape does not say")
    case .rowLength(let row, let count, let width, let input):
      Self.write("inputs[", input, "].data[", to: &buffer)
      Self.write("", row, "] has ", to: &buffer)
      Self.write("", count, count == 1 ? " element, the shape says " : " elements, the shape says ", to: &buffer)
      buffer.append(decimal: width)
    case .binarySize(let size, let input):
      Self.write("inputs[", input, "].parameters.binary_data_size is ", to: &buffer)
      Self.write("", size, ", as the shape does not say", to: &buffer)
    case .binaryBytes(let count):
      Self.write("the body has ", count, " bytes behind the JSON text", to: &buffer)
      buffer.append(", as binary_data_size of the inputs does not say")
    case .unknownOutput(let index):
      Self.write("outputs[", index, "].name must be ", to: &buffer)
      if signature.outputCount == 1 {
        Self.write("", signature.output(0).name, to: &buffer)
        if signature.label.utf8CodeUnitCount > 0 { Self.write(" or ", signature.label, to: &buffer) }
      } else {
        buffer.append("that of an output of the model")
      }
    case .repeatedOutput(let index): Self.write("outputs[", index, "] is asked for already", to: &buffer)
    case .unclassified(let index):
      Self.write("outputs[", index, "].parameters.classification is for numbers, not for ", to: &buffer)
      Self.write("", signature.label, to: &buffer)
    }
  }

  private static func write(_ place: InferencePlace, _ text: StaticString, to buffer: inout ByteBuffer) {
    place.write(to: &buffer)
    buffer.append(text)
  }

  private static func write(
    _ before: StaticString, _ number: Int, _ behind: StaticString, to buffer: inout ByteBuffer
  ) {
    buffer.append(before)
    buffer.append(decimal: number)
    buffer.append(behind)
  }

  private static func write(_ before: StaticString, _ name: StaticString, to buffer: inout ByteBuffer) {
    buffer.append(before)
    buffer.append("'")
    buffer.append(name)
    buffer.append("'")
  }
}
