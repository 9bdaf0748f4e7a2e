/* The camera beside the work, and the question which of several codes is meant. */
#include <glib/gi18n-lib.h>

#include "vouch-label-match.h"
#include "vouch-window-private.h"

static void
take (VouchWindow *self, const VouchSymbol *symbol, VouchScanOrigin origin)
{
  gint64 now = vouch_clock_now (vouch_station_get_clock (self->station));
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = vouch_scan_new_from_symbol (symbol, origin, now, &error);

  if (scan != NULL)
    vouch_window_scan (self, scan);
  else
    vouch_window_refuse_scan (self, error->message);
}

/* Codes that were seen go the way of every scan. */
void
vouch_window_take_codes (VouchWindow *self, GPtrArray *symbols, guint origin)
{
  for (guint i = 0; self->station != NULL && i < symbols->len; i++)
    take (self, g_ptr_array_index (symbols, i), (VouchScanOrigin)origin);
}

/* Whether codes may be those of one label. */
gboolean
vouch_window_match_codes (VouchWindow *self, GPtrArray *symbols)
{
  return self->station != NULL &&
         vouch_label_match (symbols, vouch_clock_today (vouch_station_get_clock (self->station)));
}

/* The view was closed by hand; the desk is asked to say so. */
void
vouch_window_close_camera (VouchWindow *self)
{
  if (self->desk != NULL && self->state->has_camera)
    vouch_desk_command (self->desk, VOUCH_COMMAND_CAMERA, 0);
  vouch_camera_view_set_wanted (self->camera, FALSE);
}

/* One that was plugged out, or was not there at first. */
void
vouch_window_welcome_camera (VouchWindow *self)
{
  vouch_window_tell (self, _ ("The camera is back"), NULL);
}

/* Whoever has gone on does not mean the codes that were asked about any more. To be called while the state before is
 * still known. */
void
vouch_window_follow_camera (VouchWindow *self, const VouchDeskState *state)
{
  if (vouch_camera_view_is_choosing (self->camera) && state->act != self->state->act)
    vouch_camera_view_dismiss (self->camera);
  vouch_camera_view_set_wanted (self->camera, state->has_camera);
}

/* On whatever page, since codes are scanned or looked for on nearly all of them: a camera that is closed for a moment
 * takes all that it sees then for new. */
void
vouch_window_arrange_camera (VouchWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->camera), vouch_camera_view_is_open (self->camera));
}

/* A command while codes are asked about answers that question. */
gboolean
vouch_window_answer_choice (VouchWindow *self, VouchCommand command, int argument)
{
  gboolean closes = command == VOUCH_COMMAND_NO || command == VOUCH_COMMAND_BACK;

  if (!vouch_camera_view_is_choosing (self->camera))
    return FALSE;
  if (command == VOUCH_COMMAND_DIGIT)
    return vouch_camera_view_choose (self->camera, (guint)argument);
  if (command == VOUCH_COMMAND_OK || command == VOUCH_COMMAND_ENTER)
    return vouch_camera_view_choose_all (self->camera);
  if (closes)
    vouch_camera_view_dismiss (self->camera);
  return closes;
}

/* The same by a key. */
gboolean
vouch_window_answer_choice_by_key (VouchWindow *self, guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return vouch_window_answer_choice (self, VOUCH_COMMAND_ENTER, 0);
  return character >= '1' && character <= '9' &&
         vouch_window_answer_choice (self, VOUCH_COMMAND_DIGIT, (int)(character - '0'));
}
