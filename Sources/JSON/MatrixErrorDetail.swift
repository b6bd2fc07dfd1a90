import Bytes

extension MatrixError {
  /// The HTTP status of the answer.
  /// 応答の HTTP ステータス。
  public var status: Int {
    switch self {
    case .syntax, .noRows, .rowLength: 400
    case .wrongType, .notFinite, .missing: 422
    }
  }

  /// Writes the body of the answer, `{"detail":…}`.
  /// 応答の本文 `{"detail":…}` を書く。
  ///
  /// - Parameter columns: The number of features the model takes.
  public func writeDetail(columns: Int, to buffer: inout ByteBuffer) {
    buffer.append("{\"detail\":")
    switch self {
    case .syntax(let reason, let offset):
      buffer.append("\"Invalid data format: ")
      buffer.append(reason.text)
      buffer.append(" at byte ")
      buffer.append(decimal: offset)
      buffer.append("\"")
    case .noRows:
      buffer.append("\"Invalid data format: data has no rows\"")
    case .rowLength(let row, let count):
      buffer.append("\"Invalid data format: row ")
      buffer.append(decimal: row)
      buffer.append(" has ")
      buffer.append(decimal: count)
      buffer.append(count == 1 ? " feature, the model takes " : " features, the model takes ")
      buffer.append(decimal: columns)
      buffer.append("\"")
    case .missing:
      Self.writeEntry(.data, "field required", "missing", to: &buffer)
    case .notFinite(let row, let column):
      Self.writeEntry(
        .element(row: row, column: column), "input should be a finite float32", "finite_number", to: &buffer)
    case .wrongType(let place):
      switch place {
      case .body: Self.writeEntry(place, "input should be an object", "dict_type", to: &buffer)
      case .data, .row: Self.writeEntry(place, "input should be a list", "list_type", to: &buffer)
      case .element: Self.writeEntry(place, "input should be a number", "float_type", to: &buffer)
      }
    }
    buffer.append("}")
  }

  private static func writeEntry(
    _ place: MatrixPlace, _ message: StaticString, _ type: StaticString, to buffer: inout ByteBuffer
  ) {
    buffer.append("[{\"loc\":[\"body\"")
    switch place {
    case .body: break
    case .data: buffer.append(",\"data\"")
    case .row(let row):
      buffer.append(",\"data\",")
      buffer.append(decimal: row)
    case .element(let row, let column):
      buffer.append(",\"data\",")
      buffer.append(decimal: row)
      buffer.append(",")
      buffer.append(decimal: column)
    }
    buffer.append("],\"msg\":\"")
    buffer.append(message)
    buffer.append("\",\"type\":\"")
    buffer.append(type)
    buffer.append("\"}]")
  }
}
