import Foundation

// Literals of Swift.
enum SwiftLiteral {
  static func float(_ value: Float) -> String {
    // With an operator in it, -.infinity would make the compiler fill the whole array at run time. Of a subnormal number it
    // says that it loses precision, which is not so.
    guard value.isFinite, !value.isSubnormal else {
      return value.isNaN
        ? ".nan" : value == .infinity ? ".infinity" : "Float(bitPattern: 0x\(String(value.bitPattern, radix: 16)))"
    }
    return hexadecimal(Double(value))
  }

  // A finite number, exactly. A subnormal float is a normal double, so one way of writing serves all but subnormal doubles.
  static func hexadecimal(_ value: Double) -> String {
    let magnitude = value.magnitude
    let digits: String
    if magnitude == 0 {
      digits = "0x0p+0"
    } else {
      let leading = magnitude.isNormal ? 1 : 0
      var fraction = String(magnitude.significandBitPattern, radix: 16)
      fraction = String(repeating: "0", count: 13 - fraction.count) + fraction
      while fraction.hasSuffix("0") { fraction.removeLast() }
      let exponent = magnitude.isNormal ? magnitude.exponent : Double.leastNormalMagnitude.exponent
      digits = "0x\(leading)\(fraction.isEmpty ? "" : "." + fraction)p\(exponent < 0 ? "" : "+")\(exponent)"
    }
    return value.sign == .minus ? "-" + digits : digits
  }

  // Decimal, as short as tells it from every other double.
  static func double(_ value: Double) -> String {
    // As of floats.
    guard value.isFinite, !value.isSubnormal else {
      return value.isNaN
        ? ".nan" : value == .infinity ? ".infinity" : "Double(bitPattern: 0x\(String(value.bitPattern, radix: 16)))"
    }
    return "\(value)"
  }

  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case " "..."~": result.unicodeScalars.append(scalar)
      default: result += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return result + "\""
  }

  // ASCII bytes within a literal of several lines.
  static func characters(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      result += escapes[Int(byte)]
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let escapes: [[UInt8]] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0: Array("\\0".utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), UInt8(byte)]
    case UInt8(ascii: " ")...UInt8(ascii: "~"): [UInt8(byte)]
    default: Array("\\u{\(String(byte, radix: 16))}".utf8)
    }
  }

  // Text of a file within a line comment.
  static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.generalCategory == .control || $0.properties.isPatternWhitespace ? " " : $0
        }))
  }
}
