import CLinux

/// Times in the kernel's coarse clocks, a few milliseconds exact and read without a system call.
/// カーネルの粗い時計による時刻。数ミリ秒の精度で、システムコールなしに読める。
public struct Clock: Sendable {
  /// Milliseconds since an arbitrary moment; never goes back.
  /// 任意の時点からのミリ秒。戻ることはない。
  public let monotonic: UInt64
  /// Milliseconds since 1970-01-01T00:00:00Z.
  /// 1970-01-01T00:00:00Z からのミリ秒。
  public let unix: Int

  /// Reads both clocks.
  /// 両方の時計を読む。
  public static func now() -> Clock {
    Clock(monotonic: UInt64(read(CLOCK_MONOTONIC_COARSE)), unix: read(CLOCK_REALTIME_COARSE))
  }

  private static func read(_ clock: Int32) -> Int {
    var time = timespec()
    // Both clocks exist since Linux 2.6.32, so the call cannot fail.
    unsafe clock_gettime(clock, &time)
    return max(0, Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000)
  }
}
