/* What the tones are asked for, and the number of scans that were not understood. */
#include <glib/gi18n-lib.h>

#include "vouch-window-private.h"

static void
set_if_allowed (GSettings *settings, const char *key, GVariant *value)
{
  g_autoptr (GVariant) taken = g_variant_ref_sink (value);

  if (g_settings_is_writable (settings, key))
    g_settings_set_value (settings, key, taken);
}

/* A command for the tones is a setting of the station: it holds until the next one. */
void
vouch_window_follow_sound (VouchWindow *self, const VouchDeskState *state)
{
  gboolean is_on = state->sound != VOUCH_SOUND_OFF;

  if (state->sound == VOUCH_SOUND_AS_SET || self->settings == NULL || state->act == self->state->act)
    return;
  set_if_allowed (self->settings, "sound", g_variant_new_boolean (is_on));
  if (is_on)
    set_if_allowed (self->settings, "volume", g_variant_new_double (1.0));
}

/* The number is of the session, and the button leads to the list of all. */
void
vouch_window_count_problems (VouchWindow *self, const VouchDeskState *state)
{
  guint n = (guint)state->n_problems;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *name =
      g_strdup_printf (ngettext ("%u scan was not understood", "%u scans were not understood", n), n);

  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->problems))), number);
  gtk_widget_set_tooltip_text (self->problems, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problems), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->problems, n > 0 && state->inspector != NULL);
}

/* The action "win.problems". */
void
vouch_window_show_problems (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchWindow *self = VOUCH_WINDOW (widget);

  vouch_window_show_page (self, "settings");
  vouch_settings_page_show_section (self->settings_page, "problems");
}
