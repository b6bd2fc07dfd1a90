import Bytes
import Inference
import JSON

// Writes the line that answers a line.
struct PredictionWriter<Model: CompiledModel>: ~Copyable {
  private let names = ClassNames<Model>()

  // The line as it came, and behind it the scores and the label, where the model has labels.
  @inline(__always)
  func writeCSV(_ line: Span<UInt8>, _ scores: Span<Model.Score>, label: Int, ending: Int, to output: inout ByteBuffer)
  {
    output.append(line)
    for index in scores.indices {
      output.append(UInt8(ascii: ","))
      JSONNumber.write(scores[index], of: Model.scoreType(index), to: &output)
    }
    if Model.classCount > 0 {
      output.append(UInt8(ascii: ","))
      names.write(label, to: &output)
    }
    Self.endLine(ending, &output)
  }

  // `{"prediction":[0.97,0.02,0.01],"label":"setosa"}`
  @inline(__always)
  func writeJSON(_ scores: Span<Model.Score>, label: Int, to output: inout ByteBuffer) {
    output.append("{\"prediction\":[")
    for index in scores.indices {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONNumber.write(scores[index], of: Model.scoreType(index), to: &output)
    }
    output.append("]")
    if Model.classCount > 0 {
      output.append(",\"label\":")
      output.append(Model.label(label))
    }
    output.append("}\n")
  }

  // The header, with a name for each score: probabilities are named by their class, other scores are counted from 0.
  func writeHeader(_ line: Span<UInt8>, ending: Int, to output: inout ByteBuffer) {
    output.add(line)
    for index in 0..<Model.scoreCount {
      output.add(",")
      if Model.scoresAreProbabilities && index < Model.classCount {
        names.write(index, to: &output)
      } else {
        output.add("score_")
        output.add(index)
      }
    }
    if Model.classCount > 0 { output.add(",label") }
    Self.endLine(ending, &output)
  }

  // As the line that came ended; the last line may have had no end.
  @inline(__always)
  private static func endLine(_ ending: Int, _ output: inout ByteBuffer) {
    if ending == 2 { output.append(UInt8(ascii: "\r")) }
    output.append(UInt8(ascii: "\n"))
  }
}
