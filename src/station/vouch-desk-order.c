/* What the window tells the desk and does not wait for: each order is one act of the session, on the desk's thread. */
#include <glib/gi18n-lib.h>

#include "vouch-desk-private.h"
#include "vouch-picture-file.h"

static void
scan (VouchDesk *self, gpointer data)
{
  vouch_session_scan (self->session, data);
}

void
vouch_desk_scan (VouchDesk *self, const VouchScan *what)
{
  vouch_desk_order (self, scan, vouch_scan_copy (what), (GDestroyNotify)vouch_scan_free);
}

typedef struct
{
  VouchCommand command;
  int argument;
} Command;

static void
command (VouchDesk *self, gpointer data)
{
  Command *given = data;

  vouch_session_command (self->session, given->command, given->argument);
}

void
vouch_desk_command (VouchDesk *self, VouchCommand what, int argument)
{
  Command given = { what, argument };

  vouch_desk_order (self, command, g_memdup2 (&given, sizeof given), g_free);
}

static void
type (VouchDesk *self, gpointer data)
{
  vouch_session_type (self->session, data);
}

void
vouch_desk_type (VouchDesk *self, const char *text)
{
  vouch_desk_order (self, type, g_strdup (text), g_free);
}

static void
refuse (VouchDesk *self, gpointer data)
{
  char **said = data;

  vouch_session_refuse (self->session, said[0], said[1]);
}

/* A scan was not used; @message says why. It is shown like any other that was not understood. */
void
vouch_desk_refuse (VouchDesk *self, const char *word, const char *message)
{
  const char *said[] = { word, message, NULL };

  vouch_desk_order (self, refuse, g_strdupv ((char **)said), (GDestroyNotify)g_strfreev);
}

static void
take_photo (VouchDesk *self, gpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = vouch_picture_file_load (path, &error);

  if (file != NULL)
    vouch_session_take_photo (self->session, file, path);
  else
    vouch_session_refuse (self->session, _ ("No photo"), error->message);
}

/* A photo from a file, for the check at hand or the lot. */
void
vouch_desk_take_photo (VouchDesk *self, const char *path)
{
  vouch_desk_order (self, take_photo, g_strdup (path), g_free);
}

static void
open_lot (VouchDesk *self, gpointer data)
{
  vouch_session_open_lot (self->session, *(gint64 *)data);
}

void
vouch_desk_open_lot (VouchDesk *self, gint64 lot_id)
{
  vouch_desk_order (self, open_lot, g_memdup2 (&lot_id, sizeof lot_id), g_free);
}

static void
resume (VouchDesk *self, gpointer data)
{
  vouch_session_resume (self->session, *(gint64 *)data);
}

/* Goes on with a delivery or a lot of the queue where it stands. */
void
vouch_desk_resume (VouchDesk *self, gint64 work_id)
{
  vouch_desk_order (self, resume, g_memdup2 (&work_id, sizeof work_id), g_free);
}

/* The state is made anew after every order, even one that does nothing. */
static void
refresh (VouchDesk *self, gpointer data)
{
}

/* Looks again at what others may have changed. */
void
vouch_desk_refresh (VouchDesk *self)
{
  vouch_desk_order (self, refresh, NULL, NULL);
}

static void
set_settings (VouchDesk *self, gpointer data)
{
  vouch_session_set_settings (self->session, data);
}

/**
 * vouch_desk_set_settings:
 * @self: a desk
 * @settings: how scans are taken from now on
 */
void
vouch_desk_set_settings (VouchDesk *self, const VouchSessionSettings *settings)
{
  vouch_desk_order (self, set_settings, vouch_session_settings_copy (settings),
                    (GDestroyNotify)vouch_session_settings_free);
}

static void
keep_history (VouchDesk *self, gpointer data)
{
  vouch_session_keep_history (self->session);
}

/**
 * vouch_desk_keep_history:
 * @self: a desk
 *
 * Writes down what was scanned up to now, for whoever is about to look at it with vouch_desk_work_async().
 */
void
vouch_desk_keep_history (VouchDesk *self)
{
  vouch_desk_order (self, keep_history, NULL, NULL);
}
