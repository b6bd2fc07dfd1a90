extension StaticString {
  // The text for a C function. The compiler ends every string literal with a null byte, which the count leaves out.
  var cString: UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
