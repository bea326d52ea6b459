/*
 * The mini market of rules.ts in C, as the engine is written. The same draws: it counts the same harms.
 * cc -O3 -march=native -ffp-contract=off mini-market.c -lm && ./a.out agents weeks
 * Prints harms and nanoseconds per agent and week.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SMUGGLERS = 8, LEVELS = 5, REACH = 4, PARTS = 32, OCTAVES = 33, WITHIN_BITS = 26 };
#define SIDE (OCTAVES * PARTS * 2)

static double table[2 * SIDE];
static const uint32_t KEY[5] = {1, 2, 3, 4, 0x1bd11bdau ^ 1 ^ 2 ^ 3 ^ 4};

static double lower(double t) { return -log(-log(t)); }
static double upper(double t) { return -log(-log1p(-t)); }

static void fill_side(int start, double (*quantile)(double)) {
  for (int zeros = 0; zeros < OCTAVES; zeros++) {
    double octave = zeros == 32 ? 0 : ldexp(1, 31 - zeros);
    for (int part = 0; part < PARTS; part++) {
      double knot = octave + octave * part / PARTS;
      double value = quantile((knot + 0.5) / 4294967296.0);
      double next = quantile((knot + octave / PARTS + 0.5) / 4294967296.0);
      int at = start + (zeros * PARTS + part) * 2;
      table[at] = value;
      table[at + 1] = (next - value) / (1 << WITHIN_BITS);
    }
  }
}

static inline double gumbel(uint32_t word) {
  uint32_t distance = word ^ (uint32_t)((int32_t)word >> 31);
  int zeros = distance == 0 ? 32 : __builtin_clz(distance);
  uint32_t bits = zeros == 32 ? distance : distance << zeros;
  const double *at = table + (word >> 31) * SIDE + (zeros * PARTS + ((bits >> WITHIN_BITS) & (PARTS - 1))) * 2;
  return at[0] + at[1] * (double)(bits & ((1u << WITHIN_BITS) - 1));
}

static inline uint32_t turn(uint32_t x, int by) { return x << by | x >> (32 - by); }

#define ROUND(a, b, c, d, r, s) \
  a += b; b = turn(b, r) ^ a; c += d; d = turn(d, s) ^ c;
#define FOUR_EVEN ROUND(x0, x1, x2, x3, 10, 26) ROUND(x0, x3, x2, x1, 11, 21) ROUND(x0, x1, x2, x3, 13, 27) ROUND(x0, x3, x2, x1, 23, 5)
#define FOUR_ODD ROUND(x0, x1, x2, x3, 6, 20) ROUND(x0, x3, x2, x1, 17, 11) ROUND(x0, x1, x2, x3, 25, 10) ROUND(x0, x3, x2, x1, 18, 20)

/* threefry4x32 with 12 rounds */
static inline void block(uint32_t c0, uint32_t c1, uint32_t c2, uint32_t c3, uint32_t w[4]) {
  uint32_t x0 = c0 + KEY[0], x1 = c1 + KEY[1], x2 = c2 + KEY[2], x3 = c3 + KEY[3];
  FOUR_EVEN
  x0 += KEY[1]; x1 += KEY[2]; x2 += KEY[3]; x3 += KEY[4] + 1;
  FOUR_ODD
  x0 += KEY[2]; x1 += KEY[3]; x2 += KEY[4]; x3 += KEY[0] + 2;
  FOUR_EVEN
  w[0] = x0 + KEY[3]; w[1] = x1 + KEY[4]; w[2] = x2 + KEY[0]; w[3] = x3 + KEY[1] + 3;
}

static inline uint32_t pair_word(uint32_t a0, uint32_t a1, uint32_t b0, uint32_t b1) {
  uint32_t x = a0 ^ b0, y = a1 + b1;
  x = (x ^ x >> 16) * 0x21f0aaadu;
  y = (y ^ y >> 16) * 0x7feb352du;
  x += y;
  x = (x ^ x >> 15) * 0x846ca68bu;
  return x ^ x >> 16;
}

static inline double uniform(uint32_t word) { return (word + 0.5) / 4294967296.0; }

static long play(int agents, int weeks) {
  double *risk = malloc(agents * sizeof *risk), *belief = malloc(agents * sizeof *belief), *next = malloc(agents * sizeof *next);
  double price[SMUGGLERS], danger[SMUGGLERS] = {0};
  int applied[SMUGGLERS] = {0};
  uint32_t words[SMUGGLERS * 2], w[4];
  long harms = 0;
  for (int i = 0; i < agents; i++) {
    risk[i] = 0.5 + (i % 7) / 7.0;
    belief[i] = 0.5;
  }
  for (int j = 0; j < SMUGGLERS; j++) price[j] = 1;
  for (int week = 0; week < weeks; week++) {
    for (int j = 0; j < SMUGGLERS; j++) {
      block(j, 1, week, 0, w);
      words[j * 2] = w[0];
      words[j * 2 + 1] = w[1];
      int best = 0;
      double top = -INFINITY;
      for (int level = 0; level < LEVELS; level++) {
        double utility = 0.2 * level + gumbel(pair_word(w[2], w[3], level, week));
        if (utility > top) { top = utility; best = level; }
      }
      danger[j] = 0.5 + 0.25 * best;
      if (week > 0) price[j] = fmin(4, fmax(0.25, price[j] * (applied[j] * SMUGGLERS > agents ? 1.02 : 0.98)));
      applied[j] = 0;
    }
    for (int i = 0; i < agents; i++) {
      block(i, 0, week, 0, w);
      uint32_t a0 = w[0], a1 = w[1];
      double fear = risk[i] * belief[i];
      int best = 0;
      double top = -INFINITY;
      for (int j = 0; j < SMUGGLERS; j++) {
        double utility = 0.5 * gumbel(pair_word(a0, a1, words[j * 2], words[j * 2 + 1])) - price[j] - fear * danger[j];
        if (utility > top) { top = utility; best = j; }
      }
      applied[best]++;
      block(i, 0, week, 1, w);
      double worst = danger[best];
      int harmed = (uniform(w[0]) < 0.02 * worst) + (uniform(w[1]) < 0.1 * worst) + (uniform(w[2]) < 0.05 * worst) +
                   (uniform(w[3]) < 0.01 * worst);
      harms += harmed;
      double heard = 0;
      if (i >= REACH && i < agents - REACH)
        for (int d = 1; d <= REACH; d++) heard += belief[i - d] + belief[i + d];
      else
        for (int d = 1; d <= REACH; d++) heard += belief[(i - d + agents) % agents] + belief[(i + d) % agents];
      next[i] = 0.8 * belief[i] + 0.15 * heard / (2 * REACH) + 0.05 * harmed;
    }
    double *old = belief;
    belief = next;
    next = old;
  }
  free(risk); free(belief); free(next);
  return harms;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  int agents = atoi(arguments[1]), weeks = atoi(arguments[2]);
  fill_side(0, lower);
  fill_side(SIDE, upper);
  double least = INFINITY;
  long harms = 0;
  for (int repeat = 0; repeat < 3; repeat++) {
    clock_t begin = clock();
    harms = play(agents, weeks);
    least = fmin(least, (double)(clock() - begin) / CLOCKS_PER_SEC);
  }
  printf("%ld %.3f\n", harms, least * 1e9 / ((double)agents * weeks));
  return 0;
}
