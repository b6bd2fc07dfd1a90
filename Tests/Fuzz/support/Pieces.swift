// Places to cut an input at. They follow from its bytes, so that an input alone repeats a failure.
extension [UInt8] {
  // Two pieces, one of which may be empty.
  var halves: [ArraySlice<UInt8>] {
    var generator = SplitMix64(state: fingerprint)
    let place = Int.random(in: 0...count, using: &generator)
    return [self[..<place], self[place...]]
  }

  // Pieces of 1 to 40 bytes, most of them short.
  var pieces: [ArraySlice<UInt8>] {
    var generator = SplitMix64(state: ~fingerprint)
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while start < count {
      let most = Bool.random(using: &generator) ? 3 : 40
      let end = Swift.min(count, start + Int.random(in: 1...most, using: &generator))
      pieces.append(self[start..<end])
      start = end
    }
    return pieces
  }

  // FNV-1a.
  private var fingerprint: UInt64 {
    reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
  }
}

private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
