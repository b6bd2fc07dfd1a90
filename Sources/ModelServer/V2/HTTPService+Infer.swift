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
    outputs.begin(rows: request.rows)
    for row in 0..<request.rows {
      let graphLabel = compute(row: row)
      outputs.keep(row: row, scores, label: graphLabel)
      countPrediction(Model.scoresAreProbabilities ? Model.largest(of: scores.span) : graphLabel)
    }
    var answer = ResponseHead(.ok)
    for index in 0..<request.outputCount {
      if let row = outputs.notFinite(request[index]) { return notFinite(row) }
      if request[index].isBinary { answer.contentType = .octets }
    }
    writeAnswer(request, body)
    if answer.contentType == .octets {
      answer.jsonLength = content.count
      outputs.writeBinary(to: &content)
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
        let size = outputs.binaryCount
        outputs.write(output, to: &content)
        content.append(",\"parameters\":{\"binary_data_size\":")
        content.append(decimal: outputs.binaryCount - size)
        content.append("}}")
      } else {
        content.append(",\"data\":[")
        outputs.write(output, to: &content)
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
