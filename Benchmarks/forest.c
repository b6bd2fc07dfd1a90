// Times the C that tl2cgen makes of the forest, as inference.swift times the compiled model: rows of float32 on standard input,
// the nanoseconds of every pass, and the sum of the labels.
#include <time.h>

#include "header.h"

enum { FEATURES = 64, CLASSES = 10, MOST_ROWS = 4096, PASSES = 20 };

static float rows[MOST_ROWS][FEATURES];

static int label(const float *row) {
  union Entry entries[FEATURES];
  double scores[CLASSES] = {0};
  for (int i = 0; i < FEATURES; i++) entries[i].fvalue = row[i];
  predict(entries, 0, scores);
  int winner = 0;
  for (int c = 1; c < CLASSES; c++) {
    if (scores[c] > scores[winner]) winner = c;
  }
  return winner;
}

int main(void) {
  const size_t count = fread(rows, sizeof rows[0], MOST_ROWS, stdin);
  long labels = 0;
  for (int pass = 0; pass < PASSES; pass++) {
    struct timespec start, end;
    labels = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (size_t i = 0; i < count; i++) labels += label(rows[i]);
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%ld\n", (end.tv_sec - start.tv_sec) * 1000000000 + end.tv_nsec - start.tv_nsec);
  }
  printf("%ld\n", labels);
}
