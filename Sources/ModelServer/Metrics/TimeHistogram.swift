// Where times are counted in a histogram: a slot for each bucket, without those below it, one for what is above all bounds,
// and one for the sum in nanoseconds.
enum TimeHistogram {
  // The upper bounds in nanoseconds, ascending: 10 us to 100 ms in steps of about 2.5, then 1 s and 10 s.
  static var bounds: [15 of UInt64] {
    [
      10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000,
      50_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    ]
  }

  static var buckets: Int { 16 }
  static var sum: Int { buckets }
  static var slots: Int { buckets + 1 }

  // The bucket with the lowest bound that is not below the time.
  static func bucket(of nanoseconds: UInt64) -> Int {
    let bounds = bounds
    var bucket = 0
    while bucket < bounds.count && nanoseconds > bounds[bucket] { bucket += 1 }
    return bucket
  }
}

extension CounterBlock {
  // Counts a time for each of some events.
  func observe(_ nanoseconds: UInt64, total: UInt64, times: Int, in histogram: Int) {
    add(times, to: histogram + TimeHistogram.bucket(of: nanoseconds))
    add(Int(truncatingIfNeeded: total), to: histogram + TimeHistogram.sum)
  }
}
