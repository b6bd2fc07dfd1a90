import CLinux

// Gives up, once everything is open, what serving does not need: new privileges, core dumps and tracing by other processes
// of the user, and all system calls but those of the loop. A refused call fails with EPERM.
enum Sandbox {
  enum Outcome {
    case entered
    // The kernel or the processor has no filter for system calls; the rest is given up all the same.
    case unfiltered
  }

  // To be called while the process has one thread; threads made later inherit it.
  static func enter() -> Outcome {
    _ = linux_prctl(PR_SET_NO_NEW_PRIVS, 1)
    _ = linux_prctl(PR_SET_DUMPABLE, 0)
    #if arch(x86_64)
      return filterSystemCalls() ? .entered : .unfiltered
    #else
      return .unfiltered
    #endif
  }

  #if arch(x86_64)
    // What the loop, Dispatch's threads and the allocator call, and pread for the one file that a scrape reads; then what
    // ends a process.
    private static let allowed: [Int32] = [
      SYS_epoll_wait, SYS_recvfrom, SYS_sendto, SYS_accept4, SYS_close, SYS_shutdown, SYS_epoll_ctl, SYS_setsockopt,
      SYS_timerfd_settime, SYS_read, SYS_pread64, SYS_write, SYS_pwritev2, SYS_poll, SYS_dup, SYS_clock_gettime,
      SYS_restart_syscall,
      SYS_futex, SYS_gettid, SYS_clone, SYS_clone3, SYS_set_robust_list, SYS_rseq, SYS_sched_getaffinity,
      SYS_sched_yield,
      SYS_setpriority, SYS_prctl, SYS_fstat, SYS_newfstatat, SYS_eventfd2, SYS_epoll_create1, SYS_rt_sigprocmask,
      SYS_rt_sigtimedwait,
      SYS_brk, SYS_mmap, SYS_mremap, SYS_munmap, SYS_mprotect, SYS_madvise, SYS_getrandom,
      SYS_exit, SYS_exit_group, SYS_rt_sigaction, SYS_rt_sigreturn, SYS_getpid, SYS_tgkill,
    ]

    // A classic BPF program over struct seccomp_data: the architecture must be this one, and the call one of the list.
    // Dispatch asks how many bytes a descriptor has, so ioctl is allowed for that question alone.
    private static func filterSystemCalls() -> Bool {
      // Offsets in struct seccomp_data: the number, the architecture, the low half of the second argument.
      let (number, architecture, secondArgument): (UInt32, UInt32, UInt32) = (0, 4, 24)
      // AUDIT_ARCH_X86_64, a macro that is not imported.
      let thisArchitecture: UInt32 = 0xC000_003E
      let allow = result(SECCOMP_RET_ALLOW)
      let refuse = result(SECCOMP_RET_ERRNO | UInt32(EPERM))
      var program = [
        load(architecture), compare(thisArchitecture, skipIfEqual: 1), result(SECCOMP_RET_KILL_PROCESS), load(number),
      ]
      for call in allowed { program += [compare(UInt32(call), skipIfOther: 1), allow] }
      program += [
        compare(UInt32(SYS_ioctl), skipIfOther: 3), load(secondArgument), compare(UInt32(FIONREAD), skipIfOther: 1),
        allow,
        refuse,
      ]
      var span = program.mutableSpan
      return unsafe span.withUnsafeMutableBufferPointer { instructions in
        // The kernel copies the program during the call.
        var filter = unsafe sock_fprog(len: UInt16(instructions.count), filter: instructions.baseAddress)
        return unsafe linux_filter_system_calls(&filter) == 0
      }
    }

    private static func load(_ offset: UInt32) -> sock_filter {
      sock_filter(code: UInt16(BPF_LD | BPF_W | BPF_ABS), jt: 0, jf: 0, k: offset)
    }

    private static func compare(_ value: UInt32, skipIfEqual equal: UInt8 = 0, skipIfOther other: UInt8 = 0)
      -> sock_filter
    {
      sock_filter(code: UInt16(BPF_JMP | BPF_JEQ | BPF_K), jt: equal, jf: other, k: value)
    }

    private static func result(_ value: UInt32) -> sock_filter {
      sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: value)
    }
  #endif
}
