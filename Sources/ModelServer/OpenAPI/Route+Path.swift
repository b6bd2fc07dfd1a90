import Bytes
import Inference

// The paths of a route in the description: what its template stands for with this model.
extension Route {
  // Whether the path may name the model's version.
  var hasVersion: Bool {
    let path = path.bytes
    for index in path.indices where path[index] == UInt8(ascii: "[") { return true }
    return false
  }

  // Writes the path with or without the version, the model's name and version percent-encoded in place of their templates.
  func writePath<Model: CompiledModel>(of model: Model.Type, withVersion: Bool, to output: inout ByteBuffer) {
    writePath(withVersion: withVersion, to: &output) { isVersion, output in
      let text = (isVersion ? Model.version : Model.name).bytes
      for index in text.indices { Self.writeEncoded(text[index], to: &output) }
    }
  }

  // Writes the path as a word, what is no letter or digit as a low line: `_v2_models_name_infer`.
  func writeWord(withVersion: Bool, to output: inout ByteBuffer) {
    let start = output.count
    writePath(withVersion: withVersion, to: &output) { isVersion, output in
      output.add(isVersion ? "version" : "name")
    }
    var word = output.mutableBytes
    for index in start..<word.count where !Self.isAlphanumeric(word[index]) {
      word[index] = UInt8(ascii: "_")
    }
  }

  private func writePath(
    withVersion: Bool, to output: inout ByteBuffer, _ writeName: (_ isVersion: Bool, inout ByteBuffer) -> Void
  ) {
    let path = path.bytes
    var index = 0
    while index < path.count {
      switch path[index] {
      case UInt8(ascii: "["):
        if !withVersion { Self.skip(path, to: "]", &index) }
      case UInt8(ascii: "]"): break
      case UInt8(ascii: "{"):
        writeName(path[index + 1] == UInt8(ascii: "v"), &output)
        Self.skip(path, to: "}", &index)
      default: output.append(path[index])
      }
      index += 1
    }
  }

  private static func skip(_ path: Span<UInt8>, to end: Unicode.Scalar, _ index: inout Int) {
    while path[index] != UInt8(ascii: end) { index += 1 }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    // A letter in lower case.
    let letter = byte | 0x20
    return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }

  // RFC 3986 sections 2.1 and 2.3.
  private static func writeEncoded(_ byte: UInt8, to output: inout ByteBuffer) {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): output.append(byte)
    case _ where isAlphanumeric(byte): output.append(byte)
    default:
      let digits = ("0123456789ABCDEF" as StaticString).bytes
      output.append("%")
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
  }
}
