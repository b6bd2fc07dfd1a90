import Bytes
import Inference
import JSON

// The answer of Triton's extension `statistics`.
extension HTTPService {
  // `{"model_stats":[{"name":…,"inference_stats":{"success":{"count":2,"ns":7000},…},"batch_stats":[]}]}`
  mutating func writeStatistics() {
    let statistics = InferenceStatistics(counters)
    content.add("{\"model_stats\":[{\"name\":")
    JSONString.write(Model.name.bytes, to: &content)
    content.add(",\"version\":\"")
    content.add(Model.version)
    append("\",\"last_inference\":", statistics.lastInference)
    append(",\"inference_count\":", statistics.inferences)
    append(",\"execution_count\":", statistics.executions)
    content.add(",\"inference_stats\":")
    for part in InferenceStatistics.Part.allCases {
      let duration = statistics[part]
      content.add(part == .success ? "{\"" : ",\"")
      content.add(part.name)
      append("\":{\"count\":", duration.count)
      append(",\"ns\":", duration.nanoseconds)
      content.add("}")
    }
    // Rows come in any number, and figures for each would have no bound.
    content.add("},\"batch_stats\":[]}]}")
  }

  private mutating func append(_ text: StaticString, _ value: Int) {
    content.add(text)
    content.add(value)
  }
}
