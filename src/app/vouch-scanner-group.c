#include "vouch-scanner-group.h"

#include <glib/gi18n-lib.h>

#include "vouch-scanner-facts.h"
#include "vouch-scanner-settings.h"

struct _VouchScannerGroup
{
  AdwBin parent_instance;
  GtkBox *column;
  GtkBox *scanners;
  GtkLabel *trouble;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (VouchScannerGroup, vouch_scanner_group, ADW_TYPE_BIN)

static void
tell (VouchScannerGroup *self, const char *trouble)
{
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

static void
forget_cb (VouchScannerGroup *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *device = g_strdup (g_object_get_data (G_OBJECT (button), "device"));

  if (!vouch_scanner_settings_forget (self->settings, device, &error))
    tell (self, error->message);
}

static char *
dup_title (const VouchScannerProfile *profile)
{
  if (g_str_equal (profile->device, VOUCH_SCANNER_KEYBOARD))
    return g_strdup (_ ("Scanner that types like a keyboard"));
  return g_strdup_printf (_ ("Scanner %s"), profile->device);
}

static void
add_scanner (VouchScannerGroup *self, const VouchScannerProfile *profile)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title = dup_title (profile);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *forget = gtk_button_new_with_label (_ ("Forget what is known"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (heading, "row-title");
  gtk_widget_set_halign (forget, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (forget), "device", g_strdup (profile->device), g_free);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), heading);
  vouch_scanner_facts_fill (GTK_BOX (box), profile);
  gtk_box_append (GTK_BOX (box), forget);
  gtk_box_append (self->scanners, box);
}

static void
show_scanners (VouchScannerGroup *self)
{
  g_autofree char *damage = NULL;
  g_autoptr (GPtrArray) profiles = vouch_scanner_settings_list (self->settings, &damage);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->scanners))) != NULL)
    gtk_box_remove (self->scanners, child);
  for (guint i = 0; i < profiles->len; i++)
    add_scanner (self, g_ptr_array_index (profiles, i));
  if (profiles->len == 0 && damage == NULL)
    tell (self, _ ("No scanner was checked so far."));
  else
    tell (self, damage);
}

static void
vouch_scanner_group_dispose (GObject *object)
{
  g_clear_object (&VOUCH_SCANNER_GROUP (object)->settings);
  G_OBJECT_CLASS (vouch_scanner_group_parent_class)->dispose (object);
}

static void
vouch_scanner_group_class_init (VouchScannerGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_scanner_group_dispose;
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
vouch_scanner_group_init (VouchScannerGroup *self)
{
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->scanners = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_xalign (self->trouble, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->column), 12);
  gtk_box_append (self->column, GTK_WIDGET (self->scanners));
  gtk_box_append (self->column, GTK_WIDGET (self->trouble));
  gtk_box_append (self->column, make_button (_ ("Check the scanner"), "desk.setup"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->column));
}

/**
 * vouch_scanner_group_new:
 * @settings: the station's own
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
vouch_scanner_group_new (GSettings *settings)
{
  VouchScannerGroup *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (VOUCH_TYPE_SCANNER_GROUP, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::scanner-profiles", G_CALLBACK (show_scanners), self, G_CONNECT_SWAPPED);
  show_scanners (self);
  return GTK_WIDGET (self);
}
