import Bytes
import JSON

extension ByteBuffer {
  // The name of an object's member, behind a comma unless it is the object's first; the value is to follow.
  mutating func append(key: Span<UInt8>) {
    if bytes[count - 1] != 0x7B { append(",") }
    JSONString.write(key, to: &self)
    append(":")
  }

  mutating func append(key: StaticString) { append(key: key.bytes) }

  // A member that is a text.
  mutating func append(key: StaticString, text: StaticString) {
    append(key: key)
    JSONString.write(text.bytes, to: &self)
  }

  // A member that is a JSON text, or the beginning of one.
  mutating func append(key: StaticString, json: StaticString) {
    append(key: key)
    append(json)
  }

  // A member that refers to the component of that name.
  mutating func append(key: StaticString, schema: Schema) {
    append(key: key)
    schema.writeReference(to: &self)
  }
}
