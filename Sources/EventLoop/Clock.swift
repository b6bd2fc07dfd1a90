import CLinux

/// The time at the beginning of a turn of the loop, read without a system call.
/// ループの一巡の始まりの時刻。システムコールなしに読める。
public struct Clock: Sendable {
  /// Nanoseconds since an arbitrary moment; never goes back.
  /// 任意の時点からのナノ秒。戻ることはない。
  public let nanoseconds: UInt64
  /// The same in milliseconds.
  /// 同じ時刻のミリ秒。
  public let monotonic: UInt64
  /// Milliseconds since 1970-01-01T00:00:00Z, a few of them exact.
  /// 1970-01-01T00:00:00Z からのミリ秒（数ミリ秒の精度）。
  public let unix: Int

  init(nanoseconds: UInt64, unix: Int) {
    self.nanoseconds = nanoseconds
    monotonic = nanoseconds / 1_000_000
    self.unix = unix
  }

  /// Reads the clocks.
  /// 時計を読む。
  public static func now() -> Clock {
    // The coarse clock is read in a fifth of the time, and a log line needs no more.
    Clock(nanoseconds: exact(), unix: Int(read(CLOCK_REALTIME_COARSE) / 1_000_000))
  }

  /// Reads the clock of `nanoseconds` alone.
  /// `nanoseconds` の時計だけを読む。
  public static func exact() -> UInt64 { read(CLOCK_MONOTONIC) }

  /// The processor time that all threads of the process have used, in nanoseconds.
  /// プロセスの全スレッドが使ったプロセッサー時間（ナノ秒）。
  public static func processorTime() -> UInt64 { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: Int32) -> UInt64 {
    var time = timespec()
    // All these clocks exist since Linux 2.6.32, so the call cannot fail.
    unsafe clock_gettime(clock, &time)
    // A clock that was set to before 1970 shows 0.
    return UInt64(max(0, time.tv_sec)) &* 1_000_000_000 &+ UInt64(max(0, time.tv_nsec))
  }
}
