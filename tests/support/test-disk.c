#include "test-disk.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  const char *path; /* SQLite keeps it as long as the file is open */
  sqlite3_file *real;
  int reason; /* of its last fault */
} DiskFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs disk_vfs;
static sqlite3_io_methods methods;

static GMutex lock; /* of what follows */
static guint countdown;
static guint failing_operations;
static TestDiskFault current_fault;
static gboolean fails_for_good;
static gboolean has_failed;
static const TestDiskWatcher *current_watcher;
static gpointer watcher_data;

/* Whether this operation is to fail, and how. */
static gboolean
take_fault (TestDiskOperation operation, TestDiskFault *fault)
{
  gboolean fails = FALSE;

  g_mutex_lock (&lock);
  if ((failing_operations & operation) != 0)
    {
      if (countdown > 0)
        countdown--;
      fails = countdown == 0 && (!has_failed || fails_for_good);
      has_failed = has_failed || fails;
    }
  *fault = current_fault;
  g_mutex_unlock (&lock);
  return fails;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((DiskFile *)file)->real;
}

static int
close_file (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *)file;
  int result = self->real->pMethods != NULL ? self->real->pMethods->xClose (self->real) : SQLITE_OK;

  g_free (self->real);
  return result;
}

static int
read_file (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  TestDiskFault fault;

  if (take_fault (TEST_DISK_READ, &fault))
    return SQLITE_IOERR_READ;
  return real_of (file)->pMethods->xRead (real_of (file), bytes, length, offset);
}

static int
write_badly (DiskFile *self, const void *bytes, int length, sqlite3_int64 offset, TestDiskFault fault)
{
  sqlite3_file *real = self->real;

  self->reason = fault == TEST_DISK_READ_ONLY ? EROFS : EIO;
  switch (fault)
    {
    case TEST_DISK_FULL:
      return SQLITE_FULL;
    case TEST_DISK_SHORT:
      real->pMethods->xWrite (real, bytes, length / 2, offset);
      return SQLITE_FULL;
    case TEST_DISK_LYING:
      real->pMethods->xWrite (real, bytes, length, offset);
      return SQLITE_IOERR_WRITE;
    case TEST_DISK_READ_ONLY:
    case TEST_DISK_BROKEN:
    default:
      return SQLITE_IOERR_WRITE;
    }
}

static int
write_file (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  TestDiskFault fault;

  if (current_watcher != NULL)
    current_watcher->write (((DiskFile *)file)->path, offset, bytes, (gsize)length, watcher_data);
  if (take_fault (TEST_DISK_WRITE, &fault))
    return write_badly ((DiskFile *)file, bytes, length, offset, fault);
  return real_of (file)->pMethods->xWrite (real_of (file), bytes, length, offset);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  TestDiskFault fault;

  if (current_watcher != NULL)
    current_watcher->truncate (((DiskFile *)file)->path, size, watcher_data);
  if (take_fault (TEST_DISK_TRUNCATE, &fault))
    return SQLITE_IOERR_TRUNCATE;
  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  TestDiskFault fault;

  if (current_watcher != NULL)
    current_watcher->sync (((DiskFile *)file)->path, watcher_data);
  return take_fault (TEST_DISK_SYNC, &fault) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
ask_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
check_reserved (sqlite3_file *file, int *is_reserved)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), is_reserved);
}

static int
control_file (sqlite3_file *file, int operation, void *argument)
{
  if (operation == SQLITE_FCNTL_LAST_ERRNO)
    {
      *(int *)argument = ((DiskFile *)file)->reason;
      return SQLITE_OK;
    }
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
map_shared (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), region, size, extend, memory);
}

static int
lock_shared (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
fence_shared (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
unmap_shared (sqlite3_file *file, int delete_it)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), delete_it);
}

static int
open_file (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  DiskFile *self = (DiskFile *)file;
  TestDiskFault fault;
  int result;

  self->base.pMethods = NULL;
  if (take_fault (TEST_DISK_OPEN, &fault))
    return SQLITE_CANTOPEN;
  self->path = path;
  self->real = g_malloc0 ((gsize)real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, path, self->real, flags, out_flags);
  if (result == SQLITE_OK)
    self->base.pMethods = &methods;
  else
    g_clear_pointer (&self->real, g_free);
  return result;
}

static int
delete_file (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  TestDiskFault fault;

  if (take_fault (TEST_DISK_DELETE, &fault))
    return SQLITE_IOERR_DELETE;
  return real_vfs->xDelete (real_vfs, path, sync_folder);
}

/* Version 2: with shared memory for the log, without memory mapping, which would pass by all of this. */
static void
set_up_methods (void)
{
  methods = (sqlite3_io_methods){
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = ask_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved,
    .xFileControl = control_file,
    .xSectorSize = get_sector_size,
    .xDeviceCharacteristics = get_characteristics,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = fence_shared,
    .xShmUnmap = unmap_shared,
  };
}

void
test_disk_install (void)
{
  if (real_vfs != NULL)
    return;
  sqlite3_initialize ();
  set_up_methods ();
  real_vfs = sqlite3_vfs_find (NULL);
  disk_vfs = *real_vfs;
  disk_vfs.pNext = NULL;
  disk_vfs.zName = "test-disk";
  disk_vfs.szOsFile = sizeof (DiskFile);
  disk_vfs.xOpen = open_file;
  disk_vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&disk_vfs, 1), ==, SQLITE_OK);
}

void
test_disk_fail_at (guint nth, guint operations, TestDiskFault fault, gboolean for_good)
{
  g_mutex_lock (&lock);
  countdown = nth;
  failing_operations = operations;
  current_fault = fault;
  fails_for_good = for_good;
  has_failed = FALSE;
  g_mutex_unlock (&lock);
}

void
test_disk_mend (void)
{
  g_mutex_lock (&lock);
  failing_operations = 0;
  g_mutex_unlock (&lock);
}

gboolean
test_disk_has_failed (void)
{
  gboolean failed;

  g_mutex_lock (&lock);
  failed = has_failed;
  g_mutex_unlock (&lock);
  return failed;
}

void
test_disk_watch (const TestDiskWatcher *watcher, gpointer data)
{
  current_watcher = watcher;
  watcher_data = data;
}
