#if hasFeature(Embedded)
  import CLinux

  // Dispatch asks for the number of configured processors before `main`, for which glibc opens a file of /sys. The linker
  // sends its calls of sysconf here, and those two questions are answered by a system call: the processors that the
  // process may run on, which is also the better number for Dispatch.
  /// Answers `sysconf` for the libraries linked into the program.
  /// プログラムにリンクされたライブラリの `sysconf` に答える。
  @c(__wrap_sysconf)
  public func wrappedSystemConfiguration(_ name: Int32) -> Int {
    name == Int32(_SC_NPROCESSORS_CONF) || name == Int32(_SC_NPROCESSORS_ONLN)
      ? Int(linux_processors()) : __real_sysconf(name)
  }
#endif
