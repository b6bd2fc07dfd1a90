@testable import HTTP

// Inference-Header-Content-Length, of Triton's extension binary_tensor_data: as strict as Content-Length, RFC 9110 section
// 8.6, but a request is taken whatever it says. -1 stands for what is no length.
extension GoodRequest {
  private static func json(_ label: String, _ section: String, _ lines: String, _ length: Int?) -> GoodRequest {
    var request = fields(label, section, lines)
    request.jsonLength = length
    return request
  }

  private static func json(_ label: String, value: String, _ length: Int?) -> GoodRequest {
    json("a length of JSON: \(label)", "9110 §8.6", "Inference-Header-Content-Length: \(value)", length)
  }

  private static let one = "Inference-Header-Content-Length: 1"

  static let jsonLengths: [GoodRequest] = [
    .json("no length of JSON", "9110 §8.6", "X: y", nil),
    .json("names that are not quite that of the length of JSON", "9110 §5.1", "X-\(one)\r\n\(one.dropFirst())", nil),
    .json("the name of the length of JSON in any case", "9110 §5.1", "inference-HEADER-content-length: 7", 7),
    .json("the length of JSON beside that of the content", "9110 §8.6", "Content-Length: 0\r\n\(one)", 1),
    .json("no blank before a length of JSON", "9112 §5.1", "Inference-Header-Content-Length:7", 7),

    .json("one digit", value: "7", 7), .json("many digits", value: "1234567890", 1_234_567_890),
    .json("zero", value: "0", 0), .json("many zeros", value: "00000", 0), .json("leading zeros", value: "007", 7),
    .json("more leading zeros than 64 bits have digits", value: String(repeating: "0", count: 40) + "7", 7),
    .json("blanks around it", value: "\t 7\t ", 7),
    .json("2 to the 63rd less 1", value: "9223372036854775807", .max),
    .json("2 to the 63rd", value: "9223372036854775808", .max),
    .json("2 to the 64th and 1", value: "18446744073709551617", .max),
    .json("a thousand digits", value: String(repeating: "9", count: 1000), .max),

    .json("nothing", value: "", -1), .json("blanks", value: " \t ", -1),
    .json("a minus sign", value: "-1", -1), .json("a negative zero", value: "-0", -1),
    .json("a plus sign", value: "+1", -1), .json("hexadecimal", value: "0x1", -1), .json("a letter", value: "a", -1),
    .json("a point", value: "1.0", -1), .json("an exponent", value: "1e0", -1),
    .json("an underscore", value: "1_0", -1), .json("quotation marks", value: "\"1\"", -1),
    .json("a parameter", value: "1;q=1", -1), .json("a unit", value: "1 bytes", -1),
    .json("a blank in it", value: "1 1", -1), .json("a tab in it", value: "1\t1", -1),
    .json("digits that are not ASCII", value: "\u{661}", -1), .json("a list of equal ones", value: "1, 1", -1),
    .json("a list of different ones", value: "1, 2", -1), .json("an empty element", value: "1,", -1),
    .json("a large number with a letter", value: "99999999999999999999x", -1),

    .json("two equal lengths of JSON", "9112 §6.3", "\(one)\r\n\(one)", -1),
    .json("two different lengths of JSON", "9112 §6.3", "\(one)\r\n\(one)0", -1),
    .json("three equal lengths of JSON", "9112 §6.3", "\(one)\r\n\(one)\r\n\(one)", -1),
    .json("a length of JSON and an empty one", "9112 §6.3", "\(one)\r\nInference-Header-Content-Length:", -1),
    .json("an empty length of JSON and a good one", "9112 §6.3", "Inference-Header-Content-Length:\r\n\(one)", -1),
    .json("two lengths of JSON far apart", "9112 §6.3", "\(one)\r\nX: y\r\n\(one.lowercased())", -1),
  ]
}
