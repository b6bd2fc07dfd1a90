/// What a row of features or of scores is made of: floats, or words that hold a number of any type.
/// 特徴量またはスコアの行の要素。float、または任意の型の数を収めるワード。
///
/// It is `Float` where all inputs, or all outputs, are of float32, and `UInt64` elsewhere. With `Float` every type is known to
/// the compiler, and what is for other types is not in the program.
public protocol RowElement: BitwiseCopyable, Sendable {
  /// What a row is filled with before it is read.
  /// 読み込む前の値。
  static var blank: Self { get }

  /// The fewest bytes that a feature takes in a request.
  /// リクエストの中で特徴量が占める最小のバイト数。
  static var leastSize: Int { get }

  /// The type of an element.
  /// 要素の型。
  ///
  /// - Parameters:
  ///   - column: Its position in the row; beyond the row the type is any.
  ///   - types: The letters of all, empty for a row of float32 alone.
  static func type(of column: Int, in types: StaticString) -> NumberType

  /// Holds a float32.
  /// float32 を収める。
  static func holding(_ value: Float) -> Self

  /// Holds a float64.
  /// float64 を収める。
  static func holding(_ value: Double) -> Self

  /// Holds an integer, for an element of int64, int32 or bool.
  /// int64・int32・bool の要素として整数を収める。
  static func holding(_ value: Int64) -> Self

  /// What is held for an element of float32.
  /// float32 の要素の値。
  var float32: Float { get }

  /// What is held for an element of float64.
  /// float64 の要素の値。
  var float64: Double { get }

  /// What is held for an element of int64, int32 or bool.
  /// int64・int32・bool の要素の値。
  var int64: Int64 { get }

  /// The bits of what is held, whatever its type.
  /// 型によらず、収められた値のビット列。
  var bits: UInt64 { get }
}

extension RowElement {
  /// What is held as a double, which has every number but integers beyond 2^53 exactly.
  /// 収められた値を double として返す（2^53 を超える整数以外は正確）。
  @inline(__always)
  public func number(of type: NumberType) -> Double {
    switch type {
    case .float32: Double(float32)
    case .float64: float64
    case .int64, .int32, .bool: Double(int64)
    }
  }
}

extension Float: RowElement {
  /// Zero.
  /// ゼロ。
  public static var blank: Float { 0 }

  /// A digit and what separates it from the one before.
  /// 数字 1 文字と、前の数との区切り。
  public static var leastSize: Int { 2 }

  /// The type of an element.
  /// 要素の型。
  @inline(__always)
  public static func type(of column: Int, in types: StaticString) -> NumberType { .float32 }

  /// Holds a float32.
  /// float32 を収める。
  @inline(__always)
  public static func holding(_ value: Float) -> Float { value }

  /// Holds a float64.
  /// float64 を収める。
  public static func holding(_ value: Double) -> Float { fatalError("a row of float32 holds no float64") }

  /// Holds an integer.
  /// 整数を収める。
  public static func holding(_ value: Int64) -> Float { fatalError("a row of float32 holds no integer") }

  /// As a float32.
  /// float32 として。
  public var float32: Float { self }

  /// As a float64.
  /// float64 として。
  public var float64: Double { Double(self) }

  /// As an integer.
  /// 整数として。
  public var int64: Int64 { fatalError("a row of float32 holds no integer") }

  /// Its bits.
  /// ビット列。
  public var bits: UInt64 { UInt64(bitPattern) }
}

extension UInt64: RowElement {
  /// Zero.
  /// ゼロ。
  public static var blank: UInt64 { 0 }

  /// A bool of binary data.
  /// バイナリデータの真偽値。
  public static var leastSize: Int { 1 }

  /// The type of an element.
  /// 要素の型。
  public static func type(of column: Int, in types: StaticString) -> NumberType {
    guard column < types.utf8CodeUnitCount else { return .float32 }
    // The column is below the number of bytes of a text that is never deallocated.
    let letter = unsafe types.utf8Start[column]
    for type in NumberType.allCases where type.letter == letter { return type }
    return .float32
  }

  /// Holds a float32.
  /// float32 を収める。
  public static func holding(_ value: Float) -> UInt64 { UInt64(value.bitPattern) }

  /// Holds a float64.
  /// float64 を収める。
  public static func holding(_ value: Double) -> UInt64 { value.bitPattern }

  /// Holds an integer.
  /// 整数を収める。
  public static func holding(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) }

  /// As a float32.
  /// float32 として。
  public var float32: Float { Float(bitPattern: UInt32(truncatingIfNeeded: self)) }

  /// As a float64.
  /// float64 として。
  public var float64: Double { Double(bitPattern: self) }

  /// As an integer.
  /// 整数として。
  public var int64: Int64 { Int64(bitPattern: self) }

  /// Itself.
  /// 自身。
  public var bits: UInt64 { self }
}
