#include "scripted-monitor.h"

struct _ScriptedMonitor
{
  GObject parent_instance;
  GHashTable *paths; /* id → path */
};

static void scripted_monitor_monitor_init (VouchDeviceMonitorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScriptedMonitor, scripted_monitor, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_DEVICE_MONITOR, scripted_monitor_monitor_init))

static GStrv
scripted_monitor_list (VouchDeviceMonitor *monitor)
{
  g_autofree const char **ids = (const char **)g_hash_table_get_keys_as_array (SCRIPTED_MONITOR (monitor)->paths, NULL);

  return g_strdupv ((char **)ids);
}

static char *
scripted_monitor_dup_path (VouchDeviceMonitor *monitor, const char *id)
{
  return g_strdup (g_hash_table_lookup (SCRIPTED_MONITOR (monitor)->paths, id));
}

static void
scripted_monitor_finalize (GObject *object)
{
  g_hash_table_unref (SCRIPTED_MONITOR (object)->paths);
  G_OBJECT_CLASS (scripted_monitor_parent_class)->finalize (object);
}

static void
scripted_monitor_class_init (ScriptedMonitorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scripted_monitor_finalize;
}

static void
scripted_monitor_init (ScriptedMonitor *self)
{
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
scripted_monitor_monitor_init (VouchDeviceMonitorInterface *iface)
{
  iface->list = scripted_monitor_list;
  iface->dup_path = scripted_monitor_dup_path;
}

ScriptedMonitor *
scripted_monitor_new (void)
{
  return g_object_new (SCRIPTED_TYPE_MONITOR, NULL);
}

void
scripted_monitor_plug (ScriptedMonitor *self, const char *id, const char *path)
{
  g_hash_table_insert (self->paths, g_strdup (id), g_strdup (path));
  vouch_device_monitor_changed (VOUCH_DEVICE_MONITOR (self));
}

void
scripted_monitor_unplug (ScriptedMonitor *self, const char *id)
{
  g_hash_table_remove (self->paths, id);
  vouch_device_monitor_changed (VOUCH_DEVICE_MONITOR (self));
}
