import Bytes
import JSON

extension ByteBuffer {
  // A comma behind a member, none at the beginning of an object.
  private mutating func separate() {
    if bytes[count - 1] != UInt8(ascii: "{") { add(",") }
  }

  // The name of an object's member; the value is to follow.
  mutating func append(key: Span<UInt8>) {
    separate()
    JSONString.write(key, to: &self)
    add(":")
  }

  // The same for a name in pieces, which has nothing to escape.
  mutating func beginKey() {
    separate()
    add("\"")
  }

  mutating func endKey() { add("\":") }

  @inline(never)
  mutating func append(key: StaticString) { append(key: key.bytes) }

  // A member that is a text.
  @inline(never)
  mutating func append(key: StaticString, text: StaticString) {
    append(key: key)
    JSONString.write(text.bytes, to: &self)
  }

  // A member that is a JSON text, or the beginning of one.
  @inline(never)
  mutating func append(key: StaticString, json: StaticString) {
    append(key: key)
    add(json)
  }

  // A member that is a whole number.
  @inline(never)
  mutating func append(key: StaticString, number: Int) {
    append(key: key)
    append(decimal: number)
  }

  // A member that refers to the component of that name.
  mutating func append(key: StaticString, schema: Schema) {
    append(key: key)
    schema.writeReference(to: &self)
  }
}
