import Bytes
import CLinux

// The processors that the process may use: those it may run on, or fewer where the control group grants less time.
enum ProcessorCount {
  static func granted() -> Int {
    let available = Int(linux_processors())
    guard let quota = quota() else { return available }
    return max(1, min(available, quota))
  }

  // The control group's time in whole processors, rounded up; nil where there is no bound.
  private static func quota() -> Int? {
    // Version 2: `quota period` in microseconds, or `max period`.
    if let text = SmallFile.read("/sys/fs/cgroup/cpu.max", limit: 256) {
      let (quota, end) = SmallFile.number(text.bytes, from: 0)
      let (period, _) = SmallFile.number(text.bytes, from: end + 1)
      return processors(quota, period)
    }
    // Version 1: a quota of -1 means no bound.
    if let quota = SmallFile.read("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", limit: 256),
      let period = SmallFile.read("/sys/fs/cgroup/cpu/cpu.cfs_period_us", limit: 256)
    {
      return processors(SmallFile.number(quota.bytes, from: 0).value, SmallFile.number(period.bytes, from: 0).value)
    }
    return nil
  }

  private static func processors(_ quota: Int?, _ period: Int?) -> Int? {
    guard let quota, let period, quota > 0, period > 0 else { return nil }
    return (quota - 1) / period + 1
  }
}
