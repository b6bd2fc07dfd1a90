// The least a server can do: one recv and one send for what a connection has sent, and nothing parsed.
//
// usage: floor PORT REQUEST_BYTES ANSWER_FILE [close]
//
// All requests have the same known length, so the number of pipelined requests in a read is a division; what is left
// over counts towards the next read. Each is answered with the bytes of ANSWER_FILE, all of a read in one send. With
// `close` a connection ends after its first answer.
#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { READ_BYTES = 64 << 10, DESCRIPTORS = 1 << 16, EVENTS = 256 };

static size_t left_over[DESCRIPTORS];

// A socket that listens on 127.0.0.1. What is accepted inherits TCP_NODELAY.
static int listen_on(int port) {
  const int one = 1;
  const struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((in_port_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (listener < 0) err(1, "socket");
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (bind(listener, (const struct sockaddr *)&address, sizeof address) < 0) err(1, "bind");
  if (listen(listener, 4096) < 0) err(1, "listen");
  return listener;
}

// As many copies of the answer as one read can have requests.
static char *read_answers(const char *path, size_t copies, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) err(1, "%s", path);
  char answer[4096];
  *size = fread(answer, 1, sizeof answer, file);
  fclose(file);
  char *answers = malloc(copies * *size);
  if (!answers) err(1, "malloc");
  for (size_t i = 0; i < copies; i++) memcpy(answers + i * *size, answer, *size);
  return answers;
}

static void watch(int set, int descriptor) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
  if (epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event) < 0) err(1, "epoll_ctl");
}

int main(int count, char **arguments) {
  if (count < 4) errx(2, "usage: floor PORT REQUEST_BYTES ANSWER_FILE [close]");
  const size_t request_size = strtoul(arguments[2], NULL, 10);
  if (request_size == 0) errx(2, "REQUEST_BYTES is not a number above 0");
  const int closes = count > 4 && strcmp(arguments[4], "close") == 0;
  size_t answer_size;
  const char *answers = read_answers(arguments[3], READ_BYTES / request_size + 1, &answer_size);
  const int listener = listen_on(atoi(arguments[1])), set = epoll_create1(0);
  watch(set, listener);
  static char input[READ_BYTES];
  struct epoll_event events[EVENTS];
  for (;;) {
    const int ready = epoll_wait(set, events, EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      const int descriptor = events[i].data.fd;
      if (descriptor == listener) {
        int accepted;
        while ((accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
          if (accepted >= DESCRIPTORS) errx(1, "too many connections");
          left_over[accepted] = 0;
          watch(set, accepted);
        }
        continue;
      }
      const ssize_t received = recv(descriptor, input, sizeof input, 0);
      if (received < 0 && errno == EAGAIN) continue;
      if (received <= 0) {
        close(descriptor);
        continue;
      }
      const size_t bytes = left_over[descriptor] + (size_t)received, requests = bytes / request_size;
      left_over[descriptor] = bytes % request_size;
      if (requests == 0) continue;
      const ssize_t sent = send(descriptor, answers, requests * answer_size, MSG_NOSIGNAL);
      // The load generator reads what it asked for, so a short send is a mistake in the measurement.
      if (sent >= 0 && (size_t)sent < requests * answer_size) errx(1, "short send");
      if (closes || sent < 0) close(descriptor);
    }
  }
}
