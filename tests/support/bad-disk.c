/* Preloaded into the station: its database's disk is full or read-only as long as a file says so, which VOUCH_BAD_DISK
 * names. What the kernel would answer is answered here; nothing is written. */
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define DATABASE "/station.db"

ssize_t pwrite64 (int fd, const void *bytes, size_t length, off64_t offset);
int ftruncate64 (int fd, off64_t length);

/* Only the station has a database; its decoder is not even allowed to ask. */
static const char *
get_switch (void)
{
  return strcmp (program_invocation_short_name, "vouch-station") == 0 ? getenv ("VOUCH_BAD_DISK") : NULL;
}

static int
is_of_database (int fd)
{
  char link[64];
  char path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = '\0';
  return strstr (path, DATABASE) != NULL;
}

/* What is wrong with the disk, as an errno; 0 while nothing is. */
static int
find_fault (int fd)
{
  const char *path = get_switch ();
  FILE *file = path != NULL && is_of_database (fd) ? fopen (path, "re") : NULL;
  int kind = file != NULL ? fgetc (file) : EOF;

  if (file != NULL)
    fclose (file);
  return kind == 'f' ? ENOSPC : kind == 'r' ? EROFS : 0;
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t length, off64_t offset)
{
  static ssize_t (*real) (int, const void *, size_t, off64_t);
  int fault = find_fault (fd);

  if (fault != 0)
    {
      errno = fault;
      return -1;
    }
  if (real == NULL)
    *(void **)&real = dlsym (RTLD_NEXT, "pwrite64");
  return real (fd, bytes, length, offset);
}

int
ftruncate64 (int fd, off64_t length)
{
  static int (*real) (int, off64_t);
  int fault = find_fault (fd);

  if (fault != 0)
    {
      errno = fault;
      return -1;
    }
  if (real == NULL)
    *(void **)&real = dlsym (RTLD_NEXT, "ftruncate64");
  return real (fd, length);
}
