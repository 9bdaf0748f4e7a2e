#include "vouch-serial-scanners.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-serial-line.h"
#include "vouch-serial-port.h"

/* A device appears before the system has given it to its group, and may be held by a program that looks for modems. */
#define RETRY_MS 500

typedef struct _Line Line;

/* A line that is being opened, which may take seconds: nobody knows whether it is still wanted then. */
typedef struct
{
  Line *line; /* nullable: it is not */
} Opening;

/* One scanner that this station uses, plugged in or not. */
struct _Line
{
  VouchSerialScanners *owner;
  char *id;
  VouchSerialPort *port; /* nullable: not open */
  Opening *opening;      /* nullable: it is not being opened; its callback frees it */
  VouchSerialState state;
  char *message; /* nullable: why it failed */
};

struct _VouchSerialScanners
{
  GObject parent_instance;
  VouchDeviceMonitor *monitor;
  VouchClock *clock;
  GPtrArray *lines; /* Line */
  guint baud;
  guint retry_id;
  VouchSerialProfileFunc profile_func; /* nullable: nothing is known of any */
  gpointer profile_data;
};

enum
{
  SCANNED,
  REFUSED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchSerialScanners, vouch_serial_scanners, G_TYPE_OBJECT)

static void open_lines (VouchSerialScanners *self);

static void
stop_opening (Line *line)
{
  if (line->opening != NULL)
    line->opening->line = NULL;
  line->opening = NULL;
}

static void
line_free (Line *line)
{
  stop_opening (line);
  vouch_serial_port_close (line->port);
  g_free (line->id);
  g_free (line->message);
  g_free (line);
}

static void
set_state (Line *line, VouchSerialState state, const char *message)
{
  gboolean is_new = line->state != state || g_strcmp0 (line->message, message) != 0;

  line->state = state;
  g_free (line->message);
  line->message = g_strdup (message);
  if (is_new)
    g_signal_emit (line->owner, signals[CHANGED], 0, line->id, state);
}

static gboolean
retry_cb (gpointer data)
{
  VouchSerialScanners *self = data;

  self->retry_id = 0;
  open_lines (self);
  return G_SOURCE_REMOVE;
}

static void
retry_later (VouchSerialScanners *self)
{
  if (self->retry_id == 0)
    self->retry_id = g_timeout_add (RETRY_MS, retry_cb, self);
}

static const VouchScannerProfile *
find_profile (const Line *line)
{
  const VouchSerialScanners *self = line->owner;

  return self->profile_func != NULL ? self->profile_func (line->id, self->profile_data) : NULL;
}

/* Not one that is known to just stop, nor one of which nothing is known. */
static gboolean
needs_end (const Line *line)
{
  const VouchScannerProfile *profile = find_profile (line);

  return profile != NULL && profile->suffix != VOUCH_SCANNER_SUFFIX_ANY && profile->suffix != VOUCH_SCANNER_SUFFIX_NONE;
}

static void
take_message (Line *line, const VouchSerialMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = vouch_scanner_profile_read_message (find_profile (line), message, line->id,
                                                                   vouch_clock_now (line->owner->clock), &error);

  if (scan != NULL)
    g_signal_emit (line->owner, signals[SCANNED], 0, scan);
  else
    g_signal_emit (line->owner, signals[REFUSED], 0, error->message);
}

/* Handlers may do anything, even end the process, so the scanners are held while they run. */
static void
sent_cb (const VouchSerialMessage *message, gpointer data)
{
  Line *line = data;
  g_autoptr (VouchSerialScanners) held = g_object_ref (line->owner);

  if (message != NULL)
    {
      take_message (line, message);
      return;
    }
  g_clear_pointer (&line->port, vouch_serial_port_close);
  set_state (line, VOUCH_SERIAL_ABSENT, NULL);
  retry_later (held);
}

static void
take_line (Line *line, int fd, const GError *error)
{
  line->opening = NULL;
  if (fd >= 0)
    {
      line->port = vouch_serial_port_new (fd, needs_end (line), sent_cb, line);
      set_state (line, VOUCH_SERIAL_LISTENING, NULL);
      return;
    }
  set_state (line, VOUCH_SERIAL_FAILED, error->message);
  retry_later (line->owner);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (GError) error = NULL;
  int fd = vouch_serial_line_open_finish (result, &error);

  if (opening->line != NULL)
    take_line (opening->line, fd, error);
  else if (fd >= 0)
    close (fd);
}

static void
open_line (Line *line, const char *path)
{
  line->opening = g_new0 (Opening, 1);
  line->opening->line = line;
  vouch_serial_line_open_async (path, line->owner->baud, opened_cb, line->opening);
}

static void
open_lines (VouchSerialScanners *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);
      g_autofree char *path = vouch_device_monitor_dup_path (self->monitor, line->id);

      if (path == NULL)
        {
          stop_opening (line);
          g_clear_pointer (&line->port, vouch_serial_port_close);
          set_state (line, VOUCH_SERIAL_ABSENT, NULL);
        }
      else if (line->port == NULL && line->opening == NULL)
        open_line (line, path);
    }
}

static void
vouch_serial_scanners_dispose (GObject *object)
{
  VouchSerialScanners *self = VOUCH_SERIAL_SCANNERS (object);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (vouch_serial_scanners_parent_class)->dispose (object);
}

static void
vouch_serial_scanners_finalize (GObject *object)
{
  VouchSerialScanners *self = VOUCH_SERIAL_SCANNERS (object);

  g_ptr_array_unref (self->lines);
  vouch_clock_unref (self->clock);
  G_OBJECT_CLASS (vouch_serial_scanners_parent_class)->finalize (object);
}

static void
vouch_serial_scanners_class_init (VouchSerialScannersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vouch_serial_scanners_dispose;
  object_class->finalize = vouch_serial_scanners_finalize;
  /* A code arrived: the VouchScan. */
  signals[SCANNED] = g_signal_new ("scanned", VOUCH_TYPE_SERIAL_SCANNERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  /* One arrived that is not used: why. */
  signals[REFUSED] = g_signal_new ("refused", VOUCH_TYPE_SERIAL_SCANNERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  /* A scanner came, went or failed: its id, and its VouchSerialState. */
  signals[CHANGED] = g_signal_new ("changed", VOUCH_TYPE_SERIAL_SCANNERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
vouch_serial_scanners_init (VouchSerialScanners *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
}

/**
 * vouch_serial_scanners_new:
 * @monitor: knows what is plugged in
 * @clock: says when a code was read
 *
 * Uses no scanner yet. Everything happens in the thread's main context.
 *
 * Returns: (transfer full): the scanners
 */
VouchSerialScanners *
vouch_serial_scanners_new (VouchDeviceMonitor *monitor, VouchClock *clock)
{
  VouchSerialScanners *self = g_object_new (VOUCH_TYPE_SERIAL_SCANNERS, NULL);

  self->monitor = g_object_ref (monitor);
  self->clock = vouch_clock_ref (clock);
  g_signal_connect_object (monitor, "changed", G_CALLBACK (open_lines), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vouch_serial_scanners_set_profiles:
 * @self: the scanners
 * @func: (scope notified) (nullable): tells what is known of a scanner
 * @data: for @func
 *
 * Holds from the next code on; whether a code needs an end, from when its line is opened next.
 */
void
vouch_serial_scanners_set_profiles (VouchSerialScanners *self, VouchSerialProfileFunc func, gpointer data)
{
  g_return_if_fail (VOUCH_IS_SERIAL_SCANNERS (self));

  self->profile_func = func;
  self->profile_data = data;
}

static Line *
find_line (GPtrArray *lines, const char *id)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->id, id))
        return line;
    }
  return NULL;
}

/**
 * vouch_serial_scanners_use:
 * @self: the scanners
 * @ids: (array zero-terminated=1): the ids of those to use from now on
 * @baud: bits a second of their lines
 *
 * Others on serial lines (printers, scales, modems) are not touched.
 */
void
vouch_serial_scanners_use (VouchSerialScanners *self, const char *const *ids, guint baud)
{
  g_return_if_fail (VOUCH_IS_SERIAL_SCANNERS (self));
  g_return_if_fail (ids != NULL);

  for (guint i = self->lines->len; i > 0; i--)
    {
      const Line *line = g_ptr_array_index (self->lines, i - 1);

      if (baud != self->baud || !g_strv_contains (ids, line->id))
        g_ptr_array_remove_index (self->lines, i - 1);
    }
  self->baud = baud;
  for (; *ids != NULL; ids++)
    if (**ids != '\0' && find_line (self->lines, *ids) == NULL)
      {
        Line *line = g_new0 (Line, 1);

        line->owner = self;
        line->id = g_strdup (*ids);
        g_ptr_array_add (self->lines, line);
      }
  open_lines (self);
}

/**
 * vouch_serial_scanners_get_state:
 * @self: the scanners
 * @id: a device's id
 * @message: (out) (transfer none) (nullable): why it failed
 *
 * Returns: what is known of it; %VOUCH_SERIAL_ABSENT also for one that is not used
 */
VouchSerialState
vouch_serial_scanners_get_state (VouchSerialScanners *self, const char *id, const char **message)
{
  const Line *line;

  g_return_val_if_fail (VOUCH_IS_SERIAL_SCANNERS (self), VOUCH_SERIAL_ABSENT);

  line = find_line (self->lines, id);
  *message = line != NULL ? line->message : NULL;
  return line != NULL ? line->state : VOUCH_SERIAL_ABSENT;
}

/**
 * vouch_serial_scanners_dup_trouble:
 * @self: the scanners
 *
 * Returns: (transfer full) (nullable): what is wrong with the first scanner that does not work, and what to do, in the
 *   user's language; %NULL while all of them do
 */
char *
vouch_serial_scanners_dup_trouble (VouchSerialScanners *self)
{
  g_return_val_if_fail (VOUCH_IS_SERIAL_SCANNERS (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      g_autofree char *name = vouch_device_id_to_name (line->id);

      if (line->state == VOUCH_SERIAL_FAILED)
        return g_strdup (line->message);
      if (line->state == VOUCH_SERIAL_ABSENT && line->opening == NULL)
        return g_strdup_printf (
            _ ("The scanner %s is not plugged in. Plug it in again; other scanners and the keyboard "
               "work meanwhile."),
            name);
    }
  return NULL;
}
