/// A class as the graph's own label output says it.
/// グラフ自身のラベル出力が示すクラスの値。
public enum ClassValue: Sendable {
  /// An element of a tensor of int64.
  /// int64 テンソルの要素。
  case integer(Int64)

  /// An element of a tensor of strings, not escaped.
  /// 文字列テンソルの要素（エスケープなし）。
  case string(StaticString)
}
