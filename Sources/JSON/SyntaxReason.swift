/// Why a body is no JSON text.
/// 本文が JSON テキストでない理由。
///
/// `text` says what each case means.
public enum SyntaxReason: Equatable, Sendable {
  case unexpectedEnd
  case expectedValue
  case expectedKey
  case expectedKeyOrBrace
  case expectedColon
  case expectedCommaOrBrace
  case expectedCommaOrBracket
  case expectedEnd
  case expectedDigit
  case leadingZero
  case unknownLiteral
  case invalidUTF8
  case controlCharacter
  case invalidEscape
  case expectedHexadecimal
  case nestingTooDeep

  /// What was wrong, as a part of a sentence; it needs no escaping in JSON.
  /// 何が誤りかを示す文の一部（JSON でのエスケープは不要）。
  public var text: StaticString {
    switch self {
    case .unexpectedEnd: "unexpected end"
    case .expectedValue: "expected a value"
    case .expectedKey: "expected a string as key"
    case .expectedKeyOrBrace: "expected a string as key or '}'"
    case .expectedColon: "expected ':'"
    case .expectedCommaOrBrace: "expected ',' or '}'"
    case .expectedCommaOrBracket: "expected ',' or ']'"
    case .expectedEnd: "expected nothing after the value"
    case .expectedDigit: "expected a digit"
    case .leadingZero: "no digit may follow a leading 0"
    case .unknownLiteral: "expected true, false or null"
    case .invalidUTF8: "invalid UTF-8"
    case .controlCharacter: "control character in a string"
    case .invalidEscape: "invalid escape in a string"
    case .expectedHexadecimal: "expected a hexadecimal digit"
    case .nestingTooDeep: "nesting deeper than 64"
    }
  }
}
