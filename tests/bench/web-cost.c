#include "web-cost.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
get_cpu_us (GPid pid)
{
  struct timespec time;
  clockid_t id;

  if (clock_getcpuclockid (pid, &id) != 0 || clock_gettime (id, &time) != 0)
    {
      fprintf (stderr, "the server is gone\n");
      exit (1);
    }
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/**
 * web_cost_measure:
 * @load: what to ask
 * @pid: of the server
 * @result: (out): what came back; to be cleared
 *
 * Finds what requests cost a server, in all its threads. An answer that is none ends the program.
 *
 * Returns: CPU a request, in microseconds
 */
double
web_cost_measure (const WebLoad *load, GPid pid, WebLoadResult *result)
{
  double before = get_cpu_us (pid);

  web_load_run (load, result);
  if (result->n_bad > 0)
    {
      fprintf (stderr, "%u answers were wrong\n", result->n_bad);
      exit (1);
    }
  return (get_cpu_us (pid) - before) / load->n_requests;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

/**
 * web_cost_median:
 * @values: what was measured; sorted in place
 * @n: how many, at least one
 *
 * Finds the middle one.
 *
 * Returns: the median
 */
double
web_cost_median (double *values, gsize n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}
