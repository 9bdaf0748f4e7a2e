#include "vouch-sandbox.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>

/* What computing on memory and talking through open descriptors needs. Anything that is not listed ends the process. */
static const int allowed_calls[] = {
  SCMP_SYS (read),         SCMP_SYS (write),
  SCMP_SYS (munmap),       SCMP_SYS (mremap),
  SCMP_SYS (madvise),      SCMP_SYS (brk),
  SCMP_SYS (futex),        SCMP_SYS (clock_gettime),
  SCMP_SYS (gettimeofday), SCMP_SYS (restart_syscall),
  SCMP_SYS (rt_sigreturn), SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (exit),         SCMP_SYS (exit_group),
};

/* What a C library asks for and can do without: it is told no, and the process goes on. */
static const int refused_calls[] = {
  SCMP_SYS (open),  SCMP_SYS (openat), SCMP_SYS (access),    SCMP_SYS (faccessat), SCMP_SYS (newfstatat),
  SCMP_SYS (stat),  SCMP_SYS (lstat),  SCMP_SYS (fstat),     SCMP_SYS (readlink),  SCMP_SYS (ioctl),
  SCMP_SYS (lseek), SCMP_SYS (prctl),  SCMP_SYS (getrandom), SCMP_SYS (sysinfo),   SCMP_SYS (sched_getaffinity),
};

/* A sanitizer makes calls of its own, which differ between versions, so in a build with one the rest is let
 * through; noted, because libseccomp wants no rules that are the same as the default. */
static const guint32 other_calls = VOUCH_DECODER_IS_SANITIZED ? SCMP_ACT_LOG : SCMP_ACT_KILL_PROCESS;
/* And it maps terabytes. */
static const rlim_t memory_max = VOUCH_DECODER_IS_SANITIZED ? RLIM_INFINITY : (rlim_t)1536 << 20;

static gboolean
add_rules (scmp_filter_ctx filter, guint32 action, const int *calls, gsize n_calls)
{
  for (gsize i = 0; i < n_calls; i++)
    if (seccomp_rule_add (filter, action, calls[i], 0) != 0)
      return FALSE;
  return TRUE;
}

/* setrlimit () is prlimit64 () on the process itself: only its CPU time may be changed. */
static gboolean
add_cpu_limit_rule (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 2, SCMP_A0 (SCMP_CMP_EQ, 0),
                           SCMP_A1 (SCMP_CMP_EQ, RLIMIT_CPU)) == 0;
}

/* Memory is given, but never to be executed. */
static gboolean
add_memory_rules (scmp_filter_ctx filter)
{
  struct scmp_arg_cmp not_executable = SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);

  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1, not_executable) == 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1, not_executable) == 0;
}

static gboolean
load_filter (void)
{
  scmp_filter_ctx filter = seccomp_init (other_calls);
  gboolean is_loaded;

  if (filter == NULL)
    return FALSE;
  is_loaded = add_rules (filter, SCMP_ACT_ALLOW, allowed_calls, G_N_ELEMENTS (allowed_calls)) &&
              add_rules (filter, SCMP_ACT_ERRNO (EACCES), refused_calls, G_N_ELEMENTS (refused_calls)) &&
              add_memory_rules (filter) && add_cpu_limit_rule (filter) && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return is_loaded;
}

static gboolean
limit (int resource, rlim_t most)
{
  struct rlimit limits = { .rlim_cur = most, .rlim_max = most };

  return setrlimit (resource, &limits) == 0;
}

/**
 * vouch_sandbox_enter:
 *
 * Gives up for good all that decoding does not need: no file can be opened or written, no process or connection made,
 * no executable memory had, and memory is limited. To be called once everything is loaded.
 *
 * Returns: whether it holds; if not, nothing untrusted may be decoded
 */
gboolean
vouch_sandbox_enter (void)
{
  return limit (RLIMIT_AS, memory_max) && limit (RLIMIT_CORE, 0) && limit (RLIMIT_FSIZE, 0) && load_filter ();
}

/**
 * vouch_sandbox_allow_cpu:
 * @seconds: from now on
 *
 * The process ends when it computes for longer without having been granted more, even if nobody is left to end it.
 */
void
vouch_sandbox_allow_cpu (guint seconds)
{
  struct rlimit limits = { .rlim_max = RLIM_INFINITY };

  limits.rlim_cur = (rlim_t)(clock () / CLOCKS_PER_SEC) + seconds + 1;
  setrlimit (RLIMIT_CPU, &limits);
}
