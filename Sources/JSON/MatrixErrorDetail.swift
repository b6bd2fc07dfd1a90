import Bytes
import Inference

extension MatrixError {
  /// The HTTP status of the answer.
  /// 応答の HTTP ステータス。
  public var status: Int {
    switch self {
    case .syntax, .noRows, .rowLength: 400
    case .wrongType, .unfit, .missing: 422
    }
  }

  /// Writes the body of the answer, `{"detail":…}`.
  /// 応答の本文 `{"detail":…}` を書く。
  ///
  /// - Parameter columns: The number of features the model takes.
  public func writeDetail(columns: Int, to buffer: inout ByteBuffer) {
    buffer.add("{\"detail\":")
    switch self {
    case .syntax(let reason, let offset):
      buffer.add("\"Invalid data format: ")
      buffer.add(reason.text)
      buffer.add(" at byte ")
      buffer.add(offset)
      buffer.add("\"")
    case .noRows:
      buffer.add("\"Invalid data format: data has no rows\"")
    case .rowLength(let row, let count):
      buffer.add("\"Invalid data format: row ")
      buffer.add(row)
      buffer.add(" has ")
      buffer.add(count)
      buffer.add(count == 1 ? " feature, the model takes " : " features, the model takes ")
      buffer.add(columns)
      buffer.add("\"")
    case .missing:
      Self.writeEntry(.data, "field required", "missing", to: &buffer)
    case .unfit(let type, let row, let column):
      Self.writeEntry(
        .element(row: row, column: column), "input should be ", demand: type.demand, type.errorType, to: &buffer)
    case .wrongType(let place):
      switch place {
      case .body: Self.writeEntry(place, "input should be an object", "dict_type", to: &buffer)
      case .data, .row: Self.writeEntry(place, "input should be a list", "list_type", to: &buffer)
      case .element: Self.writeEntry(place, "input should be a number", "float_type", to: &buffer)
      }
    }
    buffer.add("}")
  }

  private static func writeEntry(
    _ place: MatrixPlace, _ message: StaticString, demand: StaticString = "", _ type: StaticString,
    to buffer: inout ByteBuffer
  ) {
    buffer.add("[{\"loc\":[\"body\"")
    switch place {
    case .body: break
    case .data: buffer.add(",\"data\"")
    case .row(let row):
      buffer.add(",\"data\",")
      buffer.add(row)
    case .element(let row, let column):
      buffer.add(",\"data\",")
      buffer.add(row)
      buffer.add(",")
      buffer.add(column)
    }
    buffer.add("],\"msg\":\"")
    buffer.add(message)
    buffer.add(demand)
    buffer.add("\",\"type\":\"")
    buffer.add(type)
    buffer.add("\"}]")
  }
}

extension NumberType {
  // In the words of pydantic.
  fileprivate var errorType: StaticString {
    switch self {
    case .float32, .float64: "finite_number"
    case .int64, .int32: "int_type"
    case .bool: "bool_type"
    }
  }
}
