/// A file whose bytes are not what its format says, with the place.
/// 形式に反したバイト列を持つファイルと、その位置。
public struct DamagedFile: Error, Equatable {
  /// The offset of the first byte that is wrong.
  /// 最初の不正なバイトの位置。
  public var offset: Int

  /// What is wrong with it.
  /// 不正の内容。
  public var reason: String
}
