import Bytes
import HTTP
import Inference
import JSON

// What is answered for a row.
enum Prediction {
  case scores
  // The label with the highest probability; the graph's own where the scores are no probabilities.
  case label
  // What the graph's label output says, which may differ from the label with the highest probability.
  case graphLabel
}

extension HTTPService {
  // `{"prediction":…}` with one row's prediction, or for more than one row a list of predictions.
  mutating func predict(_ body: Span<UInt8>, _ prediction: Prediction) -> ResponseHead {
    let rows: Int
    do {
      rows = try readRows(body)
    } catch {
      content.removeAll()
      error.writeDetail(columns: Model.featureCount, to: &content)
      return ResponseHead(error.status == 422 ? .unprocessableContent : .badRequest)
    }
    meter.beginPrediction(rows: rows)
    content.removeAll()
    content.append("{\"prediction\":")
    if rows > 1 { content.append("[") }
    for row in 0..<rows {
      if row > 0 { content.append(",") }
      guard let label = write(prediction, row: row) else { return notFinite(row) }
      countPrediction(label)
    }
    content.append(rows > 1 ? "]}" : "}")
    return ResponseHead(.ok)
  }

  // Which label a query asks for: `from=probabilities`, as without a query, or `from=graph`.
  mutating func predictLabel(_ body: Span<UInt8>, _ query: Span<UInt8>) -> ResponseHead {
    if query.equals("from=graph") { return predict(body, .graphLabel) }
    if query.isEmpty || query.equals("from=probabilities") { return predict(body, .label) }
    content.removeAll()
    content.append(
      "{\"detail\":[{\"loc\":[\"query\",\"from\"],\"msg\":\"from is probabilities or graph\",\"type\":\"enum\"}]}")
    return ResponseHead(.unprocessableContent)
  }

  mutating func predictSample(_ prediction: Prediction) -> ResponseHead {
    meter.beginPrediction(rows: 1)
    content.removeAll()
    content.append("{\"prediction\":")
    guard let label = writeSample(prediction) else { return notFinite(0) }
    countPrediction(label)
    content.append("}")
    return ResponseHead(.ok)
  }

  // Only classes are counted apart.
  func countPrediction(_ label: Int) {
    if Model.classCount > 0 { meter.countPrediction(label) }
  }

  // Appends the prediction for the sample. As `write` below.
  mutating func writeSample(_ prediction: Prediction) -> Int? {
    reserveFeatures(Model.featureCount)
    for index in 0..<Model.featureCount { features[index] = Model.sample[index] }
    return write(prediction, row: 0)
  }

  private mutating func readRows(_ body: Span<UInt8>) throws(MatrixError) -> Int {
    reserveFeatures(MatrixReader.capacity(forBodyOf: body.count))
    var matrix = features.mutableSpan
    return try MatrixReader.read(
      body, columns: Model.featureCount, types: Model.featureTypes, into: &matrix)
  }

  mutating func reserveFeatures(_ count: Int) {
    if features.count < count { features = [Model.Feature](repeating: .blank, count: count) }
  }

  // Computes a row of `features` and appends its prediction. Gives the row's label; nil where
  // a score is not finite, which JSON cannot say.
  private mutating func write(_ prediction: Prediction, row: Int) -> Int? {
    let graphLabel = compute(row: row)
    let label = Model.scoresAreProbabilities && prediction != .graphLabel ? Model.largest(of: scores.span) : graphLabel
    switch prediction {
    case .graphLabel, .label: content.append(Model.label(label))
    case .scores:
      content.append("[")
      for index in 0..<Model.scoreCount {
        let type = Model.scoreType(index)
        guard scores[index].number(of: type).isFinite else { return nil }
        if index > 0 { content.append(",") }
        JSONNumber.write(scores[index], of: type, to: &content)
      }
      content.append("]")
    }
    return label
  }

  // Computes a row of `features` into `scores`. Gives the graph's own label.
  mutating func compute(row: Int) -> Int {
    // Taken out of self, so that its span and that of the features can be used together.
    var taken: [Model.Score] = []
    swap(&taken, &scores)
    defer { swap(&taken, &scores) }
    var scores = taken.mutableSpan
    return Model.predict(features.span.extracting(Model.features(of: row)), into: &scores)
  }

  private mutating func notFinite(_ row: Int) -> ResponseHead {
    content.removeAll()
    content.append("{\"detail\":[{\"loc\":[\"body\",\"data\",")
    content.append(decimal: row)
    content.append("],\"msg\":\"the prediction for this row is not finite\",\"type\":\"finite_number\"}]}")
    return ResponseHead(.unprocessableContent)
  }
}
