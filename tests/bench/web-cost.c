#include "web-cost.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define IDLE_US 20000 /* of processor in a second */

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
 * web_cost_wait_until_idle:
 * @pid: of a server
 *
 * Waits until the server has done what it put off.
 */
void
web_cost_wait_until_idle (GPid pid)
{
  double before;

  do
    {
      before = get_cpu_us (pid);
      g_usleep (G_USEC_PER_SEC);
    }
  while (get_cpu_us (pid) - before > IDLE_US);
}

/**
 * web_cost_measure:
 * @load: what to ask
 * @pid: of the server
 * @result: (out): what came back; to be cleared
 *
 * Finds what requests cost a server, in all its threads, with what it puts off until nobody asks. An answer that is
 * none ends the program.
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
  web_cost_wait_until_idle (pid);
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
