/// The function that libFuzzer calls with every input it makes.
/// libFuzzer が作った入力ごとに呼び出す関数。
///
/// `check` is the target's; what it finds wrong ends the process.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer hands over count bytes, in a block of exactly that size, for the time of the call.
  unsafe check(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
