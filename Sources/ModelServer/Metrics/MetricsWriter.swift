import Bytes

// Writes metrics in Prometheus's text format, version 0.0.4. A family is described before its first sample and left out if
// it has none.
struct MetricsWriter: ~Copyable {
  private(set) var text: ByteBuffer
  private var described: MetricFamily?
  private var hasLabels = false

  init(into text: consuming ByteBuffer) {
    self.text = text
  }

  consuming func finish() -> ByteBuffer { text }

  // A sample is its name, its labels and its value, written in this order.
  mutating func begin(_ family: MetricFamily, _ suffix: StaticString = "") {
    if family != described { describe(family) }
    text.append(family.name)
    text.append(suffix)
    hasLabels = false
  }

  private mutating func describe(_ family: MetricFamily) {
    text.append("# HELP ")
    text.append(family.name)
    text.append(" ")
    text.append(family.help)
    text.append("\n# TYPE ")
    text.append(family.name)
    text.append(" ")
    text.append(family.kind.name)
    text.append("\n")
    described = family
  }

  mutating func label(_ name: StaticString, _ value: StaticString) {
    beginLabel(name)
    for index in value.bytes.indices { appendEscaped(value.bytes[index]) }
    text.append("\"")
  }

  // A label whose value is a decimal number.
  mutating func label(_ name: StaticString, _ value: Int) {
    beginLabel(name)
    text.append(decimal: value)
    text.append("\"")
  }

  // A label whose value is what a JSON string of the generator says.
  mutating func label(_ name: StaticString, json: StaticString) {
    beginLabel(name)
    var label = LabelBytes(json)
    while let byte = label.next() { appendEscaped(byte) }
    text.append("\"")
  }

  // The bound of a bucket.
  mutating func bound(nanoseconds: Int?) {
    beginLabel("le")
    if let nanoseconds { appendSeconds(nanoseconds) } else { text.append("+Inf") }
    text.append("\"")
  }

  mutating func end(_ value: Int) {
    endLabels()
    text.append(decimal: value)
    text.append("\n")
  }

  mutating func end(nanoseconds: Int) {
    endLabels()
    appendSeconds(nanoseconds)
    text.append("\n")
  }

  private mutating func beginLabel(_ name: StaticString) {
    text.append(hasLabels ? "," : "{")
    text.append(name)
    text.append("=\"")
    hasLabels = true
  }

  private mutating func endLabels() {
    text.append(hasLabels ? "} " : " ")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): text.append("\\n")
    case UInt8(ascii: "\\"), UInt8(ascii: "\""):
      text.append(UInt8(ascii: "\\"))
      text.append(byte)
    default: text.append(byte)
    }
  }

  // Nanoseconds as seconds, exactly and without zeros at the end.
  private mutating func appendSeconds(_ nanoseconds: Int) {
    text.append(decimal: nanoseconds / 1_000_000_000)
    var rest = nanoseconds % 1_000_000_000
    if rest == 0 { return }
    text.append(".")
    var place = 100_000_000
    while rest > 0 {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
  }
}
