#pragma once

#include <glib.h>

/* A disk under SQLite for tests: it can be made to fail at any operation, and somebody can watch what is written. It
 * stands between SQLite and the real one, for every connection that is opened after test_disk_install(), and syncs
 * nothing for real, since the power of a test does not fail. */

typedef enum
{
  TEST_DISK_READ = 1 << 0,
  TEST_DISK_WRITE = 1 << 1,
  TEST_DISK_SYNC = 1 << 2,
  TEST_DISK_TRUNCATE = 1 << 3,
  TEST_DISK_OPEN = 1 << 4,
  TEST_DISK_DELETE = 1 << 5,
} TestDiskOperation;

#define TEST_DISK_CHANGES (TEST_DISK_WRITE | TEST_DISK_SYNC | TEST_DISK_TRUNCATE | TEST_DISK_OPEN | TEST_DISK_DELETE)
#define TEST_DISK_ALL (TEST_DISK_READ | TEST_DISK_CHANGES)

typedef enum
{
  TEST_DISK_FULL,      /* ENOSPC: nothing of it is written */
  TEST_DISK_SHORT,     /* ENOSPC after half of it */
  TEST_DISK_READ_ONLY, /* EROFS, as when the kernel has found the disk faulty */
  TEST_DISK_BROKEN,    /* EIO: the operation is not done */
  TEST_DISK_LYING,     /* EIO, though the operation was done: what nobody can know */
} TestDiskFault;

/* What somebody sees who watches: every change of a file, before it is made, on the thread that makes it. */
typedef struct
{
  void (*write) (const char *path, gint64 offset, gconstpointer bytes, gsize length, gpointer data);
  void (*truncate) (const char *path, gint64 size, gpointer data);
  void (*sync) (const char *path, gpointer data);
} TestDiskWatcher;

void test_disk_install (void);
/* Operation number @nth of these kinds from now on fails, from 1 on; @for_good: and every one after it. */
void test_disk_fail_at (guint nth, guint operations, TestDiskFault fault, gboolean for_good);
/* The disk is sound again. */
void test_disk_mend (void);
gboolean test_disk_has_failed (void);
/* NULL stops watching. */
void test_disk_watch (const TestDiskWatcher *watcher, gpointer data);
