// The system interface that Swift's C importer does not offer by itself on Linux.
//
// _GNU_SOURCE must not be defined here: it turns the address parameter of bind and connect into a union, which is not
// imported. What it would declare stands below.
#pragma once

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/fs.h>
#include <linux/seccomp.h>
#include <math.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);

// What sysconf is called once the linker has been told to wrap it.
long __real_sysconf(int name);

// errno is a macro, which is not imported.
static inline int linux_errno(void) { return errno; }

static inline void linux_set_errno(int error) { errno = error; }

// recv and send as bare system calls. glibc's own are points of cancellation: in a process of several threads each call
// changes the thread's state before and after, with atomic instructions. No thread is ever cancelled here.
static inline ssize_t linux_receive(int descriptor, void *bytes, size_t count) {
  return syscall(SYS_recvfrom, descriptor, bytes, count, 0, NULL, NULL);
}
static inline ssize_t linux_send(int descriptor, const void *bytes, size_t count) {
  return syscall(SYS_sendto, descriptor, bytes, count, MSG_NOSIGNAL, NULL, 0);
}

// A write that fails with EAGAIN where it would have to wait, whatever the flags of the open file, which others share.
static inline ssize_t linux_write_now(int descriptor, const void *bytes, size_t count) {
  struct iovec piece = {(void *)bytes, count};
  // -1 is the place in the file where the last write ended.
  return syscall(SYS_pwritev2, descriptor, &piece, 1L, -1L, -1L, RWF_NOWAIT);
}

// open is variadic, which is not imported.
static inline int linux_open_read_only(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }

// prctl is variadic, which is not imported.
static inline int linux_prctl(int option, unsigned long value) { return prctl(option, value, 0, 0, 0); }
static inline int linux_filter_system_calls(const struct sock_fprog *program) {
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0);
}

// The number of processors this process may run on, at least 1. sched_getaffinity fills the kernel's own bit mask, for which
// glibc has only macros.
static inline int linux_processors(void) {
  unsigned long mask[16384 / (8 * sizeof(unsigned long))] = {0};
  extern int sched_getaffinity(pid_t, size_t, void *);
  int count = 0;
  if (sched_getaffinity(0, sizeof mask, mask) != 0) return 1;
  for (size_t i = 0; i < sizeof mask / sizeof mask[0]; i++) count += __builtin_popcountl(mask[i]);
  return count > 0 ? count : 1;
}

// Whether the processor has the instructions that the module Lanes is compiled with; a compiler's builtin is not imported.
static inline _Bool linux_has_fused_lanes(void) {
#ifdef __x86_64__
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return 1;
#endif
}

// The type of a Dispatch source that watches a descriptor for reading: a pointer to a structure without a definition, whose
// macro is not imported.
struct dispatch_source_type_s;
extern const struct dispatch_source_type_s _dispatch_source_type_read;
static inline const void *linux_dispatch_read(void) { return &_dispatch_source_type_read; }
