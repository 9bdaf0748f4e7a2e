#include "vouch-printer-choice.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-station-settings.h"

struct _VouchPrinterChoice
{
  AdwBin parent_instance;
  GtkDropDown *drop_down;
  GSettings *settings; /* nullable */
  GPtrArray *profiles; /* VouchPrinterProfile, as they are listed */
  int width_um;        /* of the labels; 0: not known yet */
  int height_um;
  VouchPrintPurpose purpose;
  char *chosen; /* nullable: whom somebody has chosen for this purpose */
  gboolean is_filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPrinterChoice, vouch_printer_choice, ADW_TYPE_BIN)

static gboolean
is_fit (VouchPrinterChoice *self, guint position)
{
  return self->width_um == 0 || vouch_printer_profile_takes (g_ptr_array_index (self->profiles, position),
                                                             self->width_um, self->height_um, NULL);
}

static void
setup_cb (VouchPrinterChoice *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (VouchPrinterChoice *self, GtkListItem *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item);
  gboolean fits = position >= self->profiles->len || is_fit (self, position);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (text));
  gtk_widget_set_sensitive (label, fits);
  gtk_list_item_set_selectable (item, fits);
  gtk_list_item_set_activatable (item, fits);
}

static char *
dup_line (VouchPrinterChoice *self, guint position)
{
  const VouchPrinterProfile *profile = g_ptr_array_index (self->profiles, position);
  g_autofree char *stock = vouch_printer_profile_dup_stock (profile);

  if (is_fit (self, position))
    return g_strdup (profile->name);
  return g_strdup_printf (_ ("%s: has labels of %s"), profile->name, stock);
}

/* Whom somebody chose; else the one for these labels; else the first that has such labels. */
static guint
find_position (VouchPrinterChoice *self)
{
  g_autoptr (VouchPrinterProfile) usual =
      vouch_printer_settings_find_default (self->settings, vouch_printer_use_of (self->purpose));
  const char *const wanted[] = { self->chosen, usual->name };

  for (gsize k = 0; k < G_N_ELEMENTS (wanted); k++)
    for (guint i = 0; i < self->profiles->len; i++)
      if (g_strcmp0 (((const VouchPrinterProfile *)g_ptr_array_index (self->profiles, i))->name, wanted[k]) == 0 &&
          is_fit (self, i))
        return i;
  return 0;
}

static void
fill (VouchPrinterChoice *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  self->profiles = vouch_printer_settings_list (self->settings, NULL);
  for (guint i = 0; i < self->profiles->len; i++)
    {
      g_autofree char *line = dup_line (self, i);

      gtk_string_list_append (lines, line);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (self->drop_down, find_position (self));
  self->is_filling = FALSE;
}

static void
chosen_cb (VouchPrinterChoice *self)
{
  if (self->is_filling)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (vouch_printer_choice_get (self)->name);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vouch_printer_choice_dispose (GObject *object)
{
  VouchPrinterChoice *self = VOUCH_PRINTER_CHOICE (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (vouch_printer_choice_parent_class)->dispose (object);
}

static void
vouch_printer_choice_finalize (GObject *object)
{
  g_clear_pointer (&VOUCH_PRINTER_CHOICE (object)->profiles, g_ptr_array_unref);
  G_OBJECT_CLASS (vouch_printer_choice_parent_class)->finalize (object);
}

static void
vouch_printer_choice_class_init (VouchPrinterChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_printer_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_printer_choice_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_PRINTER_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_printer_choice_init (VouchPrinterChoice *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->settings = vouch_station_settings_new ();
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_list_factory (self->drop_down, factory);
  vouch_accessible_name_set (GTK_WIDGET (self->drop_down), _ ("Printer"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  fill (self);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

/**
 * vouch_printer_choice_show:
 * @self: a choice
 * @purpose: which labels
 * @width_um: their width, micrometres
 * @height_um: their height
 *
 * Says what is to be printed, and with that which printers can.
 */
void
vouch_printer_choice_show (VouchPrinterChoice *self, VouchPrintPurpose purpose, int width_um, int height_um)
{
  g_return_if_fail (VOUCH_IS_PRINTER_CHOICE (self));

  if (self->purpose == purpose && self->width_um == width_um && self->height_um == height_um)
    return;
  if (self->purpose != purpose)
    g_clear_pointer (&self->chosen, g_free);
  self->purpose = purpose;
  self->width_um = width_um;
  self->height_um = height_um;
  fill (self);
}

/**
 * vouch_printer_choice_get:
 * @self: a choice
 *
 * Returns: (transfer none): the printer that is chosen
 */
const VouchPrinterProfile *
vouch_printer_choice_get (VouchPrinterChoice *self)
{
  guint position;

  g_return_val_if_fail (VOUCH_IS_PRINTER_CHOICE (self), NULL);

  position = gtk_drop_down_get_selected (self->drop_down);
  return g_ptr_array_index (self->profiles, position < self->profiles->len ? position : 0);
}
