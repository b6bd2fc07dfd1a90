import Bytes
import HTTP
import Inference
import JSON

// Inference by the Open Inference Protocol.
extension HTTPService {
  @inline(never)
  mutating func infer(_ body: Span<UInt8>, jsonLength: Int?) -> ResponseHead {
    let request: InferenceRequest
    do {
      request = try readRequest(body, jsonLength)
    } catch {
      return explain(error)
    }
    meter.beginPrediction(rows: request.rows)
    outputs.removeAll()
    for row in 0..<request.rows {
      let graphLabel = compute(row: row)
      for index in 0..<request.outputCount {
        guard outputs.append(request[index], scores, label: graphLabel) else { return notFinite(row) }
      }
      countPrediction(Model.scoresAreProbabilities ? argmax(scores.span) : graphLabel)
    }
    writeAnswer(request, body)
    var answer = ResponseHead(.ok)
    let length = content.count
    for index in 0..<request.outputCount where request[index].isBinary {
      outputs.write(request[index].tensor, to: &content)
      answer.contentType = .octets
      answer.jsonLength = length
    }
    return answer
  }

  private mutating func readRequest(
    _ body: Span<UInt8>, _ jsonLength: Int?
  ) throws(InferenceError) -> InferenceRequest {
    reserveFeatures(InferenceRequestReader.capacity(forBodyOf: body.count, of: Model.Feature.self))
    // Taken out of self, so that its span and the reader can be used together.
    var taken: [Model.Feature] = []
    swap(&taken, &features)
    defer { swap(&taken, &features) }
    var values = taken.mutableSpan
    return try requestReader.read(body, jsonLength: jsonLength, into: &values)
  }

  // The part of the answer that is JSON.
  private mutating func writeAnswer(_ request: InferenceRequest, _ body: Span<UInt8>) {
    content.append("{\"model_name\":")
    JSONString.write(Model.name.bytes, to: &content)
    content.append(",\"model_version\":\"")
    content.append(Model.version)
    content.append("\"")
    if let id = request.id {
      content.append(",\"id\":")
      content.append(body.extracting(id))
    }
    content.append(",\"outputs\":[")
    for index in 0..<request.outputCount {
      let output = request[index]
      content.append(index == 0 ? "{" : ",{")
      ModelTensor<Model>.write(output, rows: request.rows, to: &content)
      if output.isBinary {
        content.append(",\"parameters\":{\"binary_data_size\":")
        content.append(decimal: outputs.count(output.tensor))
        content.append("}}")
      } else {
        content.append(",\"data\":[")
        outputs.write(output.tensor, to: &content)
        content.append("]}")
      }
    }
    content.append("]}")
  }

  private mutating func explain(_ error: InferenceError) -> ResponseHead {
    content.removeAll()
    content.append("{\"error\":")
    outputs.quote(error, to: &content)
    content.append("}")
    return ResponseHead(.badRequest)
  }

  private mutating func notFinite(_ row: Int) -> ResponseHead {
    content.removeAll()
    content.append("{\"error\":\"row ")
    content.append(decimal: row)
    content.append(" of the output has an element that is not finite, which is for binary data alone\"}")
    return ResponseHead(.badRequest)
  }
}
