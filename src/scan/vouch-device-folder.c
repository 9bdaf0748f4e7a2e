#include "vouch-device-folder.h"

struct _VouchDeviceFolder
{
  GObject parent_instance;
  char *folder;
  char *beginning;       /* (nullable): of the names that count; all do */
  GFileMonitor *monitor; /* nullable: it cannot be watched */
};

static void vouch_device_folder_monitor_init (VouchDeviceMonitorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchDeviceFolder, vouch_device_folder, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_DEVICE_MONITOR, vouch_device_folder_monitor_init))

static gboolean
is_device (VouchDeviceFolder *self, const char *name)
{
  return self->beginning == NULL || g_str_has_prefix (name, self->beginning);
}

/* The folder is made with the first device and removed with the last one: without it there are none. */
static GStrv
vouch_device_folder_list (VouchDeviceMonitor *monitor)
{
  VouchDeviceFolder *self = VOUCH_DEVICE_FOLDER (monitor);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_device (self, name))
      g_ptr_array_add (ids, g_strdup (name));
  g_ptr_array_sort (ids, (GCompareFunc)(void (*) (void))g_strcmp0);
  g_ptr_array_add (ids, NULL);
  return (GStrv)g_ptr_array_steal (ids, NULL);
}

static char *
vouch_device_folder_dup_path (VouchDeviceMonitor *monitor, const char *id)
{
  VouchDeviceFolder *self = VOUCH_DEVICE_FOLDER (monitor);
  g_autofree char *name = g_path_get_basename (id);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return is_device (self, name) && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/* That something was written to a device is no news of it. A change of its permissions is: it comes before them. */
static void
changed_cb (VouchDeviceFolder *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  g_autofree char *name = g_file_get_basename (file);

  if (self->beginning != NULL && (event == G_FILE_MONITOR_EVENT_CHANGED ||
                                  event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || !is_device (self, name)))
    return;
  vouch_device_monitor_changed (VOUCH_DEVICE_MONITOR (self));
}

static void
vouch_device_folder_dispose (GObject *object)
{
  VouchDeviceFolder *self = VOUCH_DEVICE_FOLDER (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (vouch_device_folder_parent_class)->dispose (object);
}

static void
vouch_device_folder_finalize (GObject *object)
{
  VouchDeviceFolder *self = VOUCH_DEVICE_FOLDER (object);

  g_free (self->folder);
  g_free (self->beginning);
  G_OBJECT_CLASS (vouch_device_folder_parent_class)->finalize (object);
}

static void
vouch_device_folder_class_init (VouchDeviceFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vouch_device_folder_dispose;
  object_class->finalize = vouch_device_folder_finalize;
}

static void
vouch_device_folder_init (VouchDeviceFolder *self)
{
}

static void
vouch_device_folder_monitor_init (VouchDeviceMonitorInterface *iface)
{
  iface->list = vouch_device_folder_list;
  iface->dup_path = vouch_device_folder_dup_path;
}

/**
 * vouch_device_folder_new:
 * @folder: a folder of links, such as %VOUCH_DEVICE_FOLDER_SYSTEM; it need not exist yet
 *
 * Returns: (transfer full): a monitor of it
 */
VouchDeviceFolder *
vouch_device_folder_new (const char *folder)
{
  return vouch_device_folder_new_of (folder, NULL);
}

/**
 * vouch_device_folder_new_of:
 * @folder: a folder of devices of all kinds, such as "/dev"
 * @beginning: (nullable): with what the names of those begin that are meant; %NULL for all
 *
 * Returns: (transfer full): a monitor of them
 */
VouchDeviceFolder *
vouch_device_folder_new_of (const char *folder, const char *beginning)
{
  VouchDeviceFolder *self = g_object_new (VOUCH_TYPE_DEVICE_FOLDER, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  self->folder = g_strdup (folder);
  self->beginning = g_strdup (beginning);
  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, 0);
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}
