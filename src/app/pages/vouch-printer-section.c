#include "vouch-printer-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-column.h"
#include "vouch-errand.h"
#include "vouch-printer-editor.h"
#include "vouch-printer-settings.h"
#include "vouch-printer-test.h"
#include "vouch-printer-uses.h"
#include "vouch-printer-words.h"
#include "vouch-sheet-editor.h"

/* Beside the row's own: gloves do not press two buttons at once. */
#define GAP 10
#define GAP_BETWEEN_ROWS 7 /* on each side */

struct _VouchPrinterSection
{
  AdwBin parent_instance;
  AdwPreferencesGroup *list;
  VouchPrinterUses *uses;
  VouchPrinterEditor *editor;
  VouchSheetEditor *sheets;
  GPtrArray *rows;     /* GtkWidget, lent */
  GSettings *settings; /* nullable */
  VouchDesk *desk;     /* lent; nullable */
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPrinterSection, vouch_printer_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

/* A group's description is markup. */
static void
say (AdwPreferencesGroup *group, const char *message)
{
  g_autofree char *escaped = message != NULL ? g_markup_escape_text (message, -1) : NULL;

  adw_preferences_group_set_description (group, escaped);
}

static void
change_cb (GtkButton *button, VouchPrinterSection *self)
{
  vouch_printer_editor_change (self->editor, g_object_get_data (G_OBJECT (button), "profile"));
}

static void
remove_cb (GtkButton *button, VouchPrinterSection *self)
{
  const VouchPrinterProfile *profile = g_object_get_data (G_OBJECT (button), "profile");
  g_autofree char *name = g_strdup (profile->name);
  g_autoptr (GError) error = NULL;

  vouch_printer_editor_forget (self->editor, name);
  if (!vouch_printer_settings_remove (self->settings, name, &error))
    say (self->list, error->message);
}

typedef struct
{
  VouchPrinterProfile *profile;
  char *folder;
  VouchDate today;
} Test;

static void
test_free (gpointer data)
{
  Test *self = data;

  vouch_printer_profile_free (self->profile);
  g_free (self->folder);
  g_free (self);
}

static void
test (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Test *self = data;
  GError *error = NULL;
  char *place = vouch_printer_test (self->profile, self->folder, self->today, cancellable, &error);

  if (place != NULL)
    g_task_return_pointer (task, place, g_free);
  else
    g_task_return_error (task, error);
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchPrinterSection *self = VOUCH_PRINTER_SECTION (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *told = place != NULL ? g_strdup_printf (_ ("The ruler is at %s"), place) : NULL;

  if (self->rows != NULL)
    say (self->list, told != NULL ? told : error->message);
}

static void
test_cb (GtkButton *button, VouchPrinterSection *self)
{
  VouchStation *station = self->desk != NULL ? vouch_desk_get_station (self->desk) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GTask) task = NULL;
  Test *data;

  if (station == NULL || root == NULL)
    return;
  data = g_new0 (Test, 1);
  data->profile = vouch_record_copy (&vouch_printer_profile_type, g_object_get_data (G_OBJECT (button), "profile"));
  data->folder = g_build_filename (vouch_station_get_directory (station), "labels", NULL);
  data->today = vouch_clock_today (vouch_station_get_clock (station));
  task = g_task_new (self, NULL, tested_cb, NULL);
  g_task_set_source_tag (task, test_cb);
  g_task_set_task_data (task, data, test_free);
  say (self->list, _ ("The ruler is being printed…"));
  vouch_errand_run (GTK_WINDOW (root), task, test);
}

static void
add_button (VouchPrinterSection *self, GtkWidget *row, const VouchPrinterProfile *profile, const char *label,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, profile->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (button, GAP);
  gtk_widget_set_margin_top (button, GAP_BETWEEN_ROWS);
  gtk_widget_set_margin_bottom (button, GAP_BETWEEN_ROWS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "profile", vouch_record_copy (&vouch_printer_profile_type, profile),
                          (GDestroyNotify)vouch_printer_profile_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (VouchPrinterSection *self, const VouchPrinterProfile *profile)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *stock = vouch_printer_profile_dup_stock (profile);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %d dpi · %s%s%s", vouch_printer_words_of_language (profile->language), (int)profile->dpi,
                       stock, profile->uri != NULL ? "\n" : "", profile->uri != NULL ? profile->uri : "");

  /* What is no markup is said before there is a title. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), profile->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  add_button (self, row, profile, _ ("Ruler"), G_CALLBACK (test_cb));
  if (!g_str_equal (profile->name, VOUCH_PRINTER_PDF))
    {
      add_button (self, row, profile, _ ("Change"), G_CALLBACK (change_cb));
      add_button (self, row, profile, _ ("Remove"), G_CALLBACK (remove_cb));
    }
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_printers (VouchPrinterSection *self)
{
  g_autofree char *damage = NULL;
  g_autoptr (GPtrArray) profiles = vouch_printer_settings_list (self->settings, &damage);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < profiles->len; i++)
    add_row (self, g_ptr_array_index (profiles, i));
  say (self->list, damage);
  vouch_printer_uses_show (self->uses, profiles);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_PRINTER_SECTION (page)->desk = desk;
}

static void
refresh (VouchPage *page)
{
  show_printers (VOUCH_PRINTER_SECTION (page));
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_printer_section_dispose (GObject *object)
{
  VouchPrinterSection *self = VOUCH_PRINTER_SECTION (object);

  self->desk = NULL;
  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PRINTER_SECTION);
  G_OBJECT_CLASS (vouch_printer_section_parent_class)->dispose (object);
}

static void
vouch_printer_section_class_init (VouchPrinterSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_printer_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-printer-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, list);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, uses);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, editor);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, sheets);
}

static void
vouch_printer_section_init (VouchPrinterSection *self)
{
  self->rows = g_ptr_array_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  g_type_ensure (VOUCH_TYPE_PRINTER_EDITOR);
  g_type_ensure (VOUCH_TYPE_PRINTER_USES);
  g_type_ensure (VOUCH_TYPE_SHEET_EDITOR);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}

/**
 * vouch_printer_section_set_settings:
 * @self: a section
 * @settings: (nullable): the station's own
 */
void
vouch_printer_section_set_settings (VouchPrinterSection *self, GSettings *settings)
{
  g_return_if_fail (VOUCH_IS_PRINTER_SECTION (self));

  if (!g_set_object (&self->settings, settings))
    return;
  vouch_printer_editor_set_settings (self->editor, settings);
  vouch_printer_uses_set_settings (self->uses, settings);
  vouch_sheet_editor_set_settings (self->sheets, settings);
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::printer-profiles", G_CALLBACK (show_printers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::sheet-stocks", G_CALLBACK (show_printers), self, G_CONNECT_SWAPPED);
}
