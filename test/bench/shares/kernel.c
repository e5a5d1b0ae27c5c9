/* kernel data.bin rows rounds: the sums that standard errors need, fused over the cross of strata and breakdowns, in C as the
   compiler makes it. Prints the median of some rounds in milliseconds. The file has 57 questions, sex, age, region and stratum
   in bytes, then weights in doubles. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { questions = 57, shown = 50, indicators = 10, items = 5, strata = 24, cells = 80, values = 8, block = 4096 };

typedef struct {
  double weighted, squares;
  uint32_t n;
} sums;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void add(sums *into, const uint16_t *cell, const uint8_t *value, const double *weight, long rows) {
  for (long i = 0; i < rows; i++) {
    sums *slot = into + cell[i] * values + value[i];
    slot->weighted += weight[i];
    slot->squares += weight[i] * weight[i];
    slot->n++;
  }
}

static void count(sums *all, uint8_t *columns, double *weights, long rows) {
  static uint16_t cell[block];
  static uint8_t state[block];
  for (long from = 0; from < rows; from += block) {
    long length = rows - from < block ? rows - from : block;
    const uint8_t *sex = columns + 57 * rows + from, *age = sex + rows, *region = age + rows, *stratum = region + rows;
    const double *weight = weights + from;
    for (long i = 0; i < length; i++) cell[i] = ((stratum[i] * 2 + sex[i]) * 5 + age[i]) * 8 + region[i];
    for (int q = 0; q < shown; q++)
      add(all + (long)q * strata * cells * values, cell, columns + q * rows + from, weight, length);
    for (int x = 0; x < indicators; x++) {
      memset(state, 0, length);
      for (int j = 0; j < items; j++) {
        const uint8_t *item = columns + ((x * 5 + j * 7) % questions) * rows + from;
        for (long i = 0; i < length; i++) state[i] += (item[i] >= 4 ? 16 : 0) + (item[i] ? 1 : 0);
      }
      int k = 2 + x % 2;
      for (long i = 0; i < length; i++) state[i] = state[i] == 0 ? 0 : (state[i] >> 4) >= k ? 2 : 1;
      add(all + (long)(shown + x) * strata * cells * values, cell, state, weight, length);
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 4) return 1;
  long rows = atol(argv[2]);
  int rounds = atoi(argv[3]);
  uint8_t *columns = malloc(61 * rows);
  double *weights = malloc(8 * rows);
  size_t size = (size_t)(shown + indicators) * strata * cells * values;
  sums *all = malloc(size * sizeof *all);
  double *times = malloc(rounds * sizeof *times);
  FILE *file = fopen(argv[1], "rb");
  if (!file || fread(columns, 1, 61 * rows, file) != (size_t)(61 * rows)) return 1;
  if (fread(weights, 8, rows, file) != (size_t)rows) return 1;
  for (int round = 0; round < rounds; round++) {
    double before = now();
    memset(all, 0, size * sizeof *all);
    count(all, columns, weights, rows);
    times[round] = now() - before;
  }
  qsort(times, rounds, sizeof *times, ascending);
  double chosen = 0, whole = 0;
  for (int h = 0; h < strata; h++)
    for (int c = 4; c < cells; c += 8)
      for (int v = 1; v < 6; v++) {
        double weighted = all[2L * strata * cells * values + (h * cells + c) * values + v].weighted;
        whole += weighted;
        if (v == 5) chosen += weighted;
      }
  printf("%.4f %.15g\n", times[rounds / 2], chosen / whole);
  return 0;
}
