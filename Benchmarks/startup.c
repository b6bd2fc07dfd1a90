// Prints the microseconds from before a program is executed to its first answer of 200 to GET /health.
//
// usage: startup PORT PROGRAM [ARGUMENT...]
//
// The program is stopped by SIGTERM to its own process, and waited for, before this ends.
#define _GNU_SOURCE
#include <err.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char request[] = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

static long microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int is_answered(const struct sockaddr_in *address) {
  char answer[12];
  const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  if (descriptor < 0) err(1, "socket");
  const int answered = connect(descriptor, (const struct sockaddr *)address, sizeof *address) == 0 &&
                       send(descriptor, request, sizeof request - 1, MSG_NOSIGNAL) > 0 &&
                       recv(descriptor, answer, sizeof answer, MSG_WAITALL) == sizeof answer &&
                       memcmp(answer, "HTTP/1.1 200", sizeof answer) == 0;
  close(descriptor);
  return answered;
}

int main(int count, char **arguments) {
  if (count < 3) errx(2, "usage: startup PORT PROGRAM [ARGUMENT...]");
  const struct sockaddr_in address = {.sin_family = AF_INET,
                                      .sin_port = htons((in_port_t)atoi(arguments[1])),
                                      .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  const long start = microseconds();
  const pid_t child = fork();
  if (child < 0) err(1, "fork");
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execvp(arguments[2], arguments + 2);
    _exit(127);
  }
  long elapsed = 0;
  int answered = 0;
  while (!answered && elapsed < 30 * 1000000) {
    answered = is_answered(&address);
    elapsed = microseconds() - start;
    if (answered) break;
    // Without rest at first; then with rests of 1 % of what has passed, for a slow start should not be disturbed.
    if (elapsed < 20000) {
      sched_yield();
    } else {
      usleep((useconds_t)(elapsed / 100));
    }
  }
  kill(child, SIGTERM);
  for (int waits = 0; waitpid(child, NULL, WNOHANG) == 0; waits++) {
    if (waits == 5000) kill(child, SIGKILL);
    usleep(1000);
  }
  if (!answered) errx(1, "%s did not answer", arguments[2]);
  printf("%ld\n", elapsed);
}
