import Bytes
import HTTP
import Inference
import JSON

// What the Open Inference Protocol tells of the server and of the model.
extension HTTPService {
  mutating func writeServerMetadata() {
    content.append("{\"name\":\"model-server\",\"version\":\"")
    content.append(Version.text)
    content.append("\",\"extensions\":[")
    var isFirst = true
    for offered in ProtocolExtension.allCases {
      content.append(isFirst ? "\"" : ",\"")
      content.append(offered.name)
      content.append("\"")
      isFirst = false
    }
    content.append("]}")
  }

  mutating func writeModelMetadata() {
    content.append("{\"name\":")
    JSONString.write(Model.name.bytes, to: &content)
    content.append(",\"versions\":[\"")
    content.append(Model.version)
    content.append("\"],\"platform\":\"onnx_onnxv1\",\"inputs\":[")
    for index in 0..<Model.inputCount {
      content.append(index == 0 ? "{" : ",{")
      ModelTensor<Model>.write(Model.input(index), rows: -1, to: &content)
      content.append("}")
    }
    content.append("],\"outputs\":[{")
    for index in 0..<Model.outputCount {
      if index > 0 { content.append("},{") }
      ModelTensor<Model>.write(InferenceRequest.Output(tensor: .scores(index)), rows: -1, to: &content)
    }
    if Model.hasLabelOutput {
      content.append("},{")
      ModelTensor<Model>.write(InferenceRequest.Output(tensor: .label), rows: -1, to: &content)
    }
    content.append("}]}")
  }

  mutating func writeModelReady() -> ResponseHead {
    content.append("{\"name\":")
    JSONString.write(Model.name.bytes, to: &content)
    content.append(isReady ? ",\"ready\":true}" : ",\"ready\":false}")
    return ResponseHead(isReady ? .ok : .serviceUnavailable)
  }
}
