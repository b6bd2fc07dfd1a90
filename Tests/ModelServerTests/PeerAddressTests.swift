import Bytes
import Foundation
import Testing

@testable import EventLoop

struct PeerAddressTests {
  private func written(_ address: sockaddr_in6) -> String {
    var output = ByteBuffer()
    PeerAddress(address).write(to: &output)
    return String(decoding: output.bytes.indices.map { output.bytes[$0] }, as: UTF8.self)
  }

  private func version6(_ text: String) -> sockaddr_in6 {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    #expect(inet_pton(AF_INET6, text, &address.sin6_addr) == 1)
    return address
  }

  private func version4(_ text: String) -> sockaddr_in6 {
    var address = sockaddr_in6()
    withUnsafeMutableBytes(of: &address) {
      $0.storeBytes(of: sa_family_t(AF_INET), as: sa_family_t.self)
      var bytes = in_addr()
      #expect(inet_pton(AF_INET, text, &bytes) == 1)
      $0.storeBytes(of: bytes.s_addr, toByteOffset: 4, as: UInt32.self)
    }
    return address
  }

  @Test(arguments: ["127.0.0.1", "0.0.0.0", "255.255.255.255", "10.244.0.15", "1.20.100.9"])
  func writesVersion4(_ text: String) {
    #expect(written(version4(text)) == text)
    #expect(written(version6("::ffff:\(text)")) == text, "as a socket for both versions has it")
  }

  @Test(arguments: [
    ("none", "::", "::"), ("loopback", "::1", "::1"), ("a gap at the end", "fe80:0::", "fe80::"),
    ("no leading zeros, small letters", "2001:0DB8:0:0:0:0:0A00:1", "2001:db8::a00:1"),
    ("the first of two gaps", "1:0:0:2:0:0:3:4", "1::2:0:0:3:4"), ("the longer gap", "1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ("one group is no gap", "1:2:3:0:5:6:7:8", "1:2:3:0:5:6:7:8"), ("no gap", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
  ])
  func writesVersion6(_ label: String, _ address: String, _ text: String) {
    #expect(written(version6(address)) == text, "\(label)")
  }

  /// The C library writes the same; where it shows the last groups as IPv4, which RFC 5952 leaves open, none is made.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func writesAsTheLibraryDoes(seed: UInt64) {
    var random = seed
    for _ in 0..<200 {
      let groups = (0..<8).map { index -> String in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return String(random >> 33 % 3 == 0 && index > 0 ? (random >> 40) & 0xFFFF | 1 : index == 0 ? 1 : 0, radix: 16)
      }
      var address = version6(groups.joined(separator: ":"))
      var text = [CChar](repeating: 0, count: 64)
      inet_ntop(AF_INET6, &address.sin6_addr, &text, socklen_t(text.count))
      #expect(
        written(address) == String(decoding: text.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self), "seed \(seed)")
    }
  }
}
