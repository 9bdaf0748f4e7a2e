/* What reaches the desk: actions, keys, typed answers and scans. */
#include <glib/gi18n-lib.h>

#include "vouch-page.h"
#include "vouch-scanner-dialog.h"
#include "vouch-signing.h"
#include "vouch-window-private.h"

static void
send_command (VouchWindow *self, VouchCommand command, int argument)
{
  if (self->desk != NULL)
    vouch_desk_command (self->desk, command, argument);
}

/* An action of the group "desk" was activated. */
void
vouch_window_command (VouchCommand command, int argument, gpointer data)
{
  VouchWindow *self = data;

  if (vouch_window_answer_choice (self, command, argument))
    return;
  /* What is acknowledged here never reached the desk, which must not take the OK for an answer. */
  if (command == VOUCH_COMMAND_OK && self->state->feedback != VOUCH_FEEDBACK_MISREAD &&
      vouch_result_panel_acknowledge (self->panel))
    return;
  send_command (self, command, argument);
}

/* The desk, too, has to know that what it did not understand has been seen. */
void
vouch_window_acknowledged (VouchWindow *self)
{
  if (self->state != NULL && self->state->feedback == VOUCH_FEEDBACK_MISREAD)
    send_command (self, VOUCH_COMMAND_OK, 0);
}

/* An answer was typed in full. */
void
vouch_window_answer (VouchWindow *self, const char *text)
{
  if (self->desk != NULL)
    vouch_desk_type (self->desk, text);
}

/* One key by itself may mean something to the page that is shown; keys that came together are somebody's text. */
static gboolean
page_takes_key (VouchWindow *self, guint keyval)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);

  return page != NULL && VOUCH_IS_PAGE (page) && vouch_page_take_key (VOUCH_PAGE (page), keyval);
}

/* A key was typed while no text widget had the focus. */
void
vouch_window_type_key (VouchWindow *self, guint keyval, gboolean is_alone)
{
  char text[7] = { 0 };
  gunichar character = gdk_keyval_to_unicode (keyval);
  int argument;
  VouchCommand command;

  if (self->state == NULL || vouch_window_answer_choice_by_key (self, keyval))
    return;
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && vouch_result_panel_acknowledge (self->panel))
    return;
  if (is_alone && page_takes_key (self, keyval))
    return;
  command = vouch_typed_keys_interpret (self->state, keyval, &argument);
  if (command != VOUCH_COMMAND_NONE)
    {
      send_command (self, command, argument);
      return;
    }
  if (character == 0 || !g_unichar_isgraph (character))
    return;
  g_unichar_to_utf8 (character, text);
  vouch_result_panel_type (self->panel, text);
}

/* An OK that was scanned for a scan that never reached the desk must not answer what the desk asks. */
static gboolean
is_acknowledgement (VouchWindow *self, const VouchScan *scan)
{
  int argument;

  return self->state->feedback != VOUCH_FEEDBACK_MISREAD &&
         vouch_command_parse (scan->text, self->state->command_prefix, &argument) == VOUCH_COMMAND_OK &&
         vouch_result_panel_acknowledge (self->panel);
}

/* What is scanned while it is asked which of several codes is meant may be the answer to that. */
static gboolean
answers_choice (VouchWindow *self, const VouchScan *scan)
{
  int argument;
  VouchCommand command = vouch_command_parse (scan->text, self->state->command_prefix, &argument);

  return vouch_window_answer_choice (self, command, argument);
}

/* The dialog before the window that asks for a signature. */
static VouchSigning *
find_signing (VouchWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (VOUCH_IS_SIGNING (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        return VOUCH_SIGNING (window);
    }
  return NULL;
}

/* A command is no signature; whether a badge is the signer's own is seen when the decision is signed. */
static void
sign (VouchWindow *self, VouchSigning *signing, const VouchScan *scan)
{
  int argument;

  if (vouch_command_parse (scan->text, self->state->command_prefix, &argument) == VOUCH_COMMAND_NONE)
    vouch_signing_take_scan (signing, scan->text);
}

/* A page with a field that waits for a code gets it. */
static gboolean
page_takes (VouchWindow *self, const VouchScan *scan)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);

  return page != NULL && VOUCH_IS_PAGE (page) && vouch_page_take_scan (VOUCH_PAGE (page), scan->text);
}

/**
 * vouch_window_scan:
 * @self: a window
 * @scan: what was scanned
 *
 * A form that asks for a badge takes it; anything else is the desk's.
 */
void
vouch_window_scan (VouchWindow *self, const VouchScan *scan)
{
  VouchSigning *signing;
  VouchScannerStep *check;

  g_return_if_fail (VOUCH_IS_WINDOW (self));
  g_return_if_fail (scan != NULL);

  if (self->desk == NULL)
    return;
  signing = find_signing (self);
  check = vouch_scanner_dialog_find_step (GTK_WINDOW (self));
  if (check != NULL)
    vouch_scanner_step_take_scan (check, scan);
  else if (signing != NULL)
    sign (self, signing, scan);
  else if (self->state->stage == VOUCH_STAGE_FIRST_START || vouch_first_run_page_is_under_way (self->first_run))
    vouch_first_run_page_take_scan (self->first_run, scan);
  else if (!answers_choice (self, scan) && !page_takes (self, scan) && !is_acknowledgement (self, scan))
    vouch_desk_scan (self->desk, scan);
}

/* Something that a page was asked for cannot be done; nothing was misread. */
void
vouch_window_refuse_act (VouchWindow *self, const char *message)
{
  if (self->desk != NULL)
    vouch_desk_refuse (self->desk, _ ("Not possible"), message);
  else
    vouch_result_panel_refuse (self->panel, message);
}

/**
 * vouch_window_take_burst:
 * @self: a window
 * @burst: what a scanner typed while it is checked
 */
void
vouch_window_take_burst (VouchWindow *self, const VouchWedgeBurst *burst)
{
  VouchScannerStep *step;

  g_return_if_fail (VOUCH_IS_WINDOW (self));
  g_return_if_fail (burst != NULL);

  step = vouch_scanner_dialog_find_step (GTK_WINDOW (self));
  if (step == NULL)
    step = vouch_first_run_page_get_scanner (self->first_run);
  vouch_scanner_step_take_burst (step, burst);
}

/**
 * vouch_window_refuse_scan:
 * @self: a window
 * @message: why a scan was not used
 */
void
vouch_window_refuse_scan (VouchWindow *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_WINDOW (self));

  if (self->desk != NULL)
    vouch_desk_refuse (self->desk, _ ("Misread"), message);
  else
    vouch_result_panel_refuse (self->panel, message);
}

/**
 * vouch_window_forget_typed:
 * @self: a window
 *
 * Keys that have just been typed were the beginning of a scan.
 */
void
vouch_window_forget_typed (VouchWindow *self)
{
  g_return_if_fail (VOUCH_IS_WINDOW (self));

  vouch_typed_keys_forget (self->typed);
}

/**
 * vouch_window_warn_of_scanner:
 * @self: a window
 * @message: (nullable): what is wrong with a scanner, and what to do; %NULL if nothing is any more
 */
void
vouch_window_warn_of_scanner (VouchWindow *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_WINDOW (self));

  vouch_condition_bar_warn (self->scanners, message);
}

/**
 * vouch_window_welcome_scanner:
 * @self: a window
 * @name: of a scanner that was plugged out and works again
 */
void
vouch_window_welcome_scanner (VouchWindow *self, const char *name)
{
  g_autofree char *message = NULL;

  g_return_if_fail (VOUCH_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  message = g_strdup_printf (_ ("The scanner %s works"), name);
  vouch_window_tell (self, message, NULL);
}
