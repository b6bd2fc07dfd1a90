import Bytes
import CLinux

/// The address of a connection's peer.
/// 接続相手のアドレス。
public struct PeerAddress: Sendable {
  // The halves of an address of IPv6; those of IPv4 are mapped, RFC 4291 section 2.5.5.2. Zero where it is unknown.
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// An address that nobody knows, written as `::`.
  /// 不明なアドレス（`::` と書かれる）。
  public init() {}

  init(_ address: sockaddr_in6) {
    let isVersion4 = Int32(address.sin6_family) == AF_INET
    guard isVersion4 || Int32(address.sin6_family) == AF_INET6 else { return }
    var address = address
    unsafe withUnsafeBytes(of: &address) { raw in
      // The four bytes of IPv4 stand behind the family and the port, the sixteen of IPv6 behind four bytes more.
      if isVersion4 {
        low = unsafe 0xFFFF << 32 | UInt64(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
      } else {
        high = unsafe UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        low = unsafe UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
      }
    }
  }

  /// Appends the address in its usual form: four decimal numbers, or RFC 5952.
  /// 通常の表記（10 進 4 組、または RFC 5952）で追加する。
  @inline(never) @export(interface)
  public func write(to output: inout ByteBuffer) {
    if high == 0 && low >> 32 == 0xFFFF {
      return writeVersion4(to: &output)
    }
    let gap = longestGap
    var index = 0
    while index < 8 {
      if index == gap.lowerBound {
        output.append("::")
        index = gap.upperBound
      } else {
        if index > 0 && index != gap.upperBound { output.append(UInt8(ascii: ":")) }
        Self.append(hexadecimal: group(index), to: &output)
        index += 1
      }
    }
  }

  private func writeVersion4(to output: inout ByteBuffer) {
    output.append(upTo: 16) { text in
      var end = 0
      for shift in stride(from: 24, through: 0, by: -8) {
        let byte = UInt8(truncatingIfNeeded: low >> UInt64(shift))
        if byte >= 100 {
          text[end] = 0x30 + byte / 100
          end += 1
        }
        if byte >= 10 {
          text[end] = 0x30 + byte / 10 % 10
          end += 1
        }
        text[end] = 0x30 + byte % 10
        text[end + 1] = UInt8(ascii: ".")
        end += 2
      }
      // Without the point behind the last number.
      return end - 1
    }
  }

  private func group(_ index: Int) -> Int {
    Int((index < 4 ? high : low) >> UInt64(48 - 16 * (index & 3)) & 0xFFFF)
  }

  // The first of the longest runs of groups that are zero, section 4.2; behind the last group where none has two.
  private var longestGap: Range<Int> {
    var longest = 8..<8
    var start = 0
    for index in 0..<8 {
      if group(index) != 0 {
        start = index + 1
      } else if index - start >= max(1, longest.count) {
        longest = start..<(index + 1)
      }
    }
    return longest
  }

  // In lower case, without leading zeros.
  private static func append(hexadecimal value: Int, to output: inout ByteBuffer) {
    var shift = 12
    while shift > 0 && value >> shift == 0 { shift -= 4 }
    while shift >= 0 {
      let digit = UInt8(value >> shift & 0xF)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      shift -= 4
    }
  }
}
