#include "vouch-printer-uses.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-printer-words.h"

#define N_USES 4

struct _VouchPrinterUses
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  AdwComboRow *uses[N_USES];
  gboolean is_filling; /* the choices are set to what holds */
  GSettings *settings; /* nullable */
};

G_DEFINE_FINAL_TYPE (VouchPrinterUses, vouch_printer_uses, ADW_TYPE_BIN)

/* A group's description is markup. */
static void
say (VouchPrinterUses *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_preferences_group_set_description (self->group, escaped);
}

static void
use_cb (AdwComboRow *row, GParamSpec *pspec, VouchPrinterUses *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (row);
  g_autoptr (GError) error = NULL;

  if (self->is_filling || chosen == NULL)
    return;
  for (int use = 0; use < N_USES; use++)
    if (self->uses[use] == row && !vouch_printer_settings_set_default (self->settings, (VouchPrinterUse)use,
                                                                       gtk_string_object_get_string (chosen), &error))
      say (self, error->message);
}

static void
add_uses (VouchPrinterUses *self)
{
  for (int use = 0; use < N_USES; use++)
    {
      self->uses[use] = ADW_COMBO_ROW (adw_combo_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->uses[use]),
                                     vouch_printer_words_of_use ((VouchPrinterUse)use));
      adw_preferences_group_add (self->group, GTK_WIDGET (self->uses[use]));
      g_signal_connect_object (self->uses[use], "notify::selected", G_CALLBACK (use_cb), self, 0);
    }
}

static void
vouch_printer_uses_dispose (GObject *object)
{
  g_clear_object (&VOUCH_PRINTER_USES (object)->settings);
  G_OBJECT_CLASS (vouch_printer_uses_parent_class)->dispose (object);
}

static void
vouch_printer_uses_class_init (VouchPrinterUsesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_printer_uses_dispose;
}

static void
vouch_printer_uses_init (VouchPrinterUses *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("What goes where"));
  add_uses (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * vouch_printer_uses_set_settings:
 * @self: the uses
 * @settings: (nullable): the station's own
 */
void
vouch_printer_uses_set_settings (VouchPrinterUses *self, GSettings *settings)
{
  g_return_if_fail (VOUCH_IS_PRINTER_USES (self));

  g_set_object (&self->settings, settings);
}

/**
 * vouch_printer_uses_show:
 * @self: the uses
 * @profiles: (element-type VouchPrinterProfile): the printers that there are
 */
void
vouch_printer_uses_show (VouchPrinterUses *self, const GPtrArray *profiles)
{
  g_return_if_fail (VOUCH_IS_PRINTER_USES (self) && profiles != NULL);

  self->is_filling = TRUE;
  for (int use = 0; use < N_USES; use++)
    {
      g_autoptr (VouchPrinterProfile) chosen =
          vouch_printer_settings_find_default (self->settings, (VouchPrinterUse)use);
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
      guint selected = 0;

      for (guint i = 0; i < profiles->len; i++)
        {
          const VouchPrinterProfile *profile = g_ptr_array_index (profiles, i);

          gtk_string_list_append (names, profile->name);
          if (g_str_equal (profile->name, chosen->name))
            selected = i;
        }
      adw_combo_row_set_model (self->uses[use], G_LIST_MODEL (names));
      adw_combo_row_set_selected (self->uses[use], selected);
    }
  self->is_filling = FALSE;
}
