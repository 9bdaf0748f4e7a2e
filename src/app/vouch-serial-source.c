#include "vouch-serial-source.h"

#include "vouch-device-folder.h"
#include "vouch-scanner-settings.h"
#include "vouch-serial-scanners.h"
#include "vouch-serial-settings.h"

struct _VouchSerialSource
{
  GObject parent_instance;
  GSettings *settings; /* nullable */
  VouchClock *clock;
  VouchSerialScanners *scanners; /* nullable: not started */
  GHashTable *absent;            /* ids of scanners that were plugged out, or were not there at first */
  VouchScannerProfile *profile;  /* (nullable) of the scanner that was asked for last */
  gboolean is_learning;
};

enum
{
  SCANNED,
  REFUSED,
  TROUBLE,
  RETURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchSerialSource, vouch_serial_source, G_TYPE_OBJECT)

static void
scanned_cb (VouchSerialSource *self, gpointer scan)
{
  g_signal_emit (self, signals[SCANNED], 0, scan);
}

static void
refused_cb (VouchSerialSource *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
tell_trouble (VouchSerialSource *self)
{
  g_autofree char *trouble = vouch_serial_scanners_dup_trouble (self->scanners);

  g_signal_emit (self, signals[TROUBLE], 0, trouble);
}

static void
changed_cb (VouchSerialSource *self, const char *id, VouchSerialState state)
{
  g_autofree char *name = vouch_device_id_to_name (id);

  tell_trouble (self);
  if (state != VOUCH_SERIAL_LISTENING)
    g_hash_table_add (self->absent, g_strdup (id));
  else if (g_hash_table_remove (self->absent, id))
    g_signal_emit (self, signals[RETURNED], 0, name);
}

static void
use_scanners (VouchSerialSource *self)
{
  g_auto (GStrv) ids = vouch_serial_settings_list (self->settings);

  vouch_serial_scanners_use (self->scanners, (const char *const *)ids, vouch_serial_settings_get_baud (self->settings));
  tell_trouble (self);
}

/* What was learned of a scanner is not used while it is being learned. */
static const VouchScannerProfile *
find_profile (const char *id, gpointer data)
{
  VouchSerialSource *self = data;

  vouch_scanner_profile_free (self->profile);
  self->profile = !self->is_learning ? vouch_scanner_settings_find (self->settings, id, NULL) : NULL;
  return self->profile;
}

/* In another folder other devices are known by other names: begin anew. */
static void
open_folder (VouchSerialSource *self)
{
  g_autofree char *path = vouch_serial_settings_dup_folder (self->settings);
  g_autoptr (VouchDeviceFolder) folder = vouch_device_folder_new (path);

  g_clear_object (&self->scanners);
  self->scanners = vouch_serial_scanners_new (VOUCH_DEVICE_MONITOR (folder), self->clock);
  g_signal_connect_object (self->scanners, "scanned", G_CALLBACK (scanned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scanners, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scanners, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  vouch_serial_scanners_set_profiles (self->scanners, find_profile, self);
  use_scanners (self);
}

static void
setting_changed_cb (VouchSerialSource *self, const char *key)
{
  if (self->scanners == NULL)
    return;
  if (g_str_equal (key, "serial-folder"))
    open_folder (self);
  else if (g_str_equal (key, "serial-scanners") || g_str_equal (key, "serial-baud"))
    use_scanners (self);
}

static void
vouch_serial_source_dispose (GObject *object)
{
  VouchSerialSource *self = VOUCH_SERIAL_SOURCE (object);

  g_clear_object (&self->scanners);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vouch_serial_source_parent_class)->dispose (object);
}

static void
vouch_serial_source_finalize (GObject *object)
{
  VouchSerialSource *self = VOUCH_SERIAL_SOURCE (object);

  g_hash_table_unref (self->absent);
  vouch_scanner_profile_free (self->profile);
  vouch_clock_unref (self->clock);
  G_OBJECT_CLASS (vouch_serial_source_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (name, VOUCH_TYPE_SERIAL_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, type);
}

static void
vouch_serial_source_class_init (VouchSerialSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vouch_serial_source_dispose;
  object_class->finalize = vouch_serial_source_finalize;
  signals[SCANNED] = add_signal ("scanned", G_TYPE_POINTER);
  signals[REFUSED] = add_signal ("refused", G_TYPE_STRING);
  signals[TROUBLE] = add_signal ("trouble", G_TYPE_STRING);
  signals[RETURNED] = add_signal ("returned", G_TYPE_STRING);
}

static void
vouch_serial_source_init (VouchSerialSource *self)
{
  self->absent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * vouch_serial_source_new:
 * @settings: (nullable): the station's settings; without them there are no scanners
 * @clock: says when a code was read
 *
 * Returns: (transfer full): a source that listens to nothing yet
 */
VouchSerialSource *
vouch_serial_source_new (GSettings *settings, VouchClock *clock)
{
  VouchSerialSource *self = g_object_new (VOUCH_TYPE_SERIAL_SOURCE, NULL);

  g_set_object (&self->settings, settings);
  self->clock = vouch_clock_ref (clock);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vouch_serial_source_start:
 * @self: a source
 *
 * Opens the scanners that are plugged in. Whoever wants to hear of trouble listens by now.
 */
void
vouch_serial_source_start (VouchSerialSource *self)
{
  g_return_if_fail (VOUCH_IS_SERIAL_SOURCE (self));

  if (self->scanners == NULL)
    open_folder (self);
}

/**
 * vouch_serial_source_set_learning:
 * @self: a source
 * @is_learning: whether scanners are being checked
 *
 * While they are, what they send is handed on as it came.
 */
void
vouch_serial_source_set_learning (VouchSerialSource *self, gboolean is_learning)
{
  g_return_if_fail (VOUCH_IS_SERIAL_SOURCE (self));

  self->is_learning = is_learning;
}
