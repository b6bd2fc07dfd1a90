import Bytes
import Inference

extension RowError {
  /// Writes the reason, as a part of a sentence.
  /// 理由を文の一部として書く。
  ///
  /// - Parameter columns: The number of features the model takes.
  @inline(never)
  public func writeReason(columns: Int, to buffer: inout ByteBuffer) {
    switch self {
    case .syntax(let reason, let offset):
      buffer.add(reason.text)
      buffer.add(" at byte ")
      buffer.add(offset + 1)
    case .noList: buffer.add("expected a list, or an object with a list as data")
    case .empty(let column): Self.write(column, " is empty", to: &buffer)
    case .notNumber(let column): Self.write(column, " is not a number", to: &buffer)
    case .unfit(let type, let column):
      Self.write(column, " is not ", to: &buffer)
      buffer.add(type.demand)
    case .quote(let column): Self.write(column, " is not enclosed by its quotes", to: &buffer)
    case .length(let count):
      buffer.add(count)
      buffer.add(count == 1 ? " value, the model takes " : " values, the model takes ")
      buffer.add(columns)
    }
  }

  private static func write(_ column: Int, _ text: StaticString, to buffer: inout ByteBuffer) {
    buffer.add("value ")
    buffer.add(column + 1)
    buffer.add(text)
  }
}
