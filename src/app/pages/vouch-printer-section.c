#include "vouch-printer-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-column.h"
#include "vouch-errand.h"
#include "vouch-printer-form.h"
#include "vouch-printer-settings.h"
#include "vouch-printer-test.h"

/* Beside the row's own: gloves do not press two buttons at once. */
#define GAP 10
#define N_USES 4

struct _VouchPrinterSection
{
  AdwBin parent_instance;
  AdwPreferencesGroup *list;
  AdwPreferencesGroup *form;
  GtkWidget *name;
  GtkWidget *uri;
  GtkWidget *language;
  GtkWidget *dpi;
  GtkWidget *stock;
  GtkWidget *gap;
  GtkWidget *dx;
  GtkWidget *dy;
  GtkWidget *darkness;
  GtkWidget *speed;
  GtkWidget *clear;
  AdwComboRow *uses[N_USES];
  GPtrArray *rows;     /* GtkWidget, lent */
  char *changed;       /* nullable: the name of the printer that the form changes */
  gboolean is_filling; /* the choices are set to what holds */
  GSettings *settings; /* nullable */
  VouchDesk *desk;     /* lent; nullable */
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPrinterSection, vouch_printer_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static const char *const resolutions[] = { "203", "300", "600", NULL };

static const char *
describe_language (VouchPrinterLanguage language)
{
  switch (language)
    {
    case VOUCH_PRINTER_LANGUAGE_ZPL:
      return _ ("ZPL (Zebra)");
    case VOUCH_PRINTER_LANGUAGE_TSPL:
      return _ ("TSPL (TSC)");
    case VOUCH_PRINTER_LANGUAGE_CUPS:
      return _ ("Printing system");
    case VOUCH_PRINTER_LANGUAGE_PDF:
    default:
      return _ ("PDF files");
    }
}

static const char *
describe_use (VouchPrinterUse use)
{
  switch (use)
    {
    case VOUCH_PRINTER_USE_ITEM:
      return _ ("Labels of units");
    case VOUCH_PRINTER_USE_LOT:
      return _ ("Labels of lots, on hold, rejected, released");
    case VOUCH_PRINTER_USE_CARTON:
      return _ ("Labels of cartons");
    case VOUCH_PRINTER_USE_SHEET:
    default:
      return _ ("Badges and sheets");
    }
}

/* A group's description is markup. */
static void
say (AdwPreferencesGroup *group, const char *message)
{
  g_autofree char *escaped = message != NULL ? g_markup_escape_text (message, -1) : NULL;

  adw_preferences_group_set_description (group, escaped);
}

static GtkWidget *
get_field (VouchPrinterSection *self, const char *name)
{
  const struct
  {
    const char *name;
    GtkWidget *widget;
  } fields[] = {
    { "name", self->name },
    { "uri", self->uri },
    { "language", self->language },
    { "dpi", self->dpi },
    { "stock", self->stock },
    { "gap", self->gap },
    { "dx", self->dx },
    { "dy", self->dy },
    { "speed", self->speed },
    { "darkness", self->darkness },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name))
      return fields[i].widget;
  g_return_val_if_reached (NULL);
}

static char *
dup_field (VouchPrinterSection *self, const char *name)
{
  GtkWidget *widget = get_field (self, name);
  guint chosen = ADW_IS_COMBO_ROW (widget) ? adw_combo_row_get_selected (ADW_COMBO_ROW (widget)) : 0;

  if (widget == self->dpi)
    return g_strdup (resolutions[chosen]);
  if (widget == self->language)
    return g_strdup (vouch_enum_get_name (&vouch_printer_language_values, (int)chosen));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
}

static void
set_field (VouchPrinterSection *self, const char *name, const VouchPrinterProfile *profile)
{
  GtkWidget *widget = get_field (self, name);
  g_autofree char *text = vouch_printer_form_dup (profile, name);

  if (widget == self->language)
    adw_combo_row_set_selected (ADW_COMBO_ROW (widget), profile->language);
  else if (widget != self->dpi)
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  else
    for (guint i = 0; resolutions[i] != NULL; i++)
      if (g_str_equal (resolutions[i], text))
        adw_combo_row_set_selected (ADW_COMBO_ROW (widget), i);
}

static void
fill_form (VouchPrinterSection *self, const VouchPrinterProfile *profile)
{
  VouchPrinterProfile usual = { .language = VOUCH_PRINTER_LANGUAGE_ZPL,
                                .dpi = VOUCH_PRINTER_DPI,
                                .uri = (char *)"socket://",
                                .width_um = 60000,
                                .height_um = 40000,
                                .gap_um = 2000 };
  g_autofree char *title =
      profile != NULL ? g_strdup_printf (_ ("Change “%s”"), profile->name) : g_strdup (_ ("Set a printer up"));
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  const char *const *names = vouch_printer_form_list_names ();

  g_free (self->changed);
  self->changed = profile != NULL ? g_strdup (profile->name) : NULL;
  adw_preferences_group_set_title (self->form, escaped);
  say (self->form, NULL);
  gtk_widget_set_visible (self->clear, profile != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    set_field (self, names[i], profile != NULL ? profile : &usual);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchPrinterSection *self = VOUCH_PRINTER_SECTION (widget);
  g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new ();
  const char *const *names = vouch_printer_form_list_names ();
  g_autoptr (GError) error = NULL;
  gboolean taken = TRUE;

  for (guint i = 0; taken && names[i] != NULL; i++)
    {
      g_autofree char *text = dup_field (self, names[i]);

      taken = vouch_printer_form_take (profile, names[i], text, &error);
    }
  if (taken && vouch_printer_settings_store (self->settings, profile, self->changed, &error))
    fill_form (self, NULL);
  else
    say (self->form, error->message);
}

static void
clear_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fill_form (VOUCH_PRINTER_SECTION (widget), NULL);
}

static void
change_cb (GtkButton *button, VouchPrinterSection *self)
{
  fill_form (self, g_object_get_data (G_OBJECT (button), "profile"));
  gtk_widget_grab_focus (self->name);
}

static void
remove_cb (GtkButton *button, VouchPrinterSection *self)
{
  const VouchPrinterProfile *profile = g_object_get_data (G_OBJECT (button), "profile");
  g_autofree char *name = g_strdup (profile->name);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->name);
  if (g_strcmp0 (name, self->changed) == 0)
    fill_form (self, NULL);
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
      g_strdup_printf ("%s · %d dpi · %s%s%s", describe_language (profile->language), (int)profile->dpi, stock,
                       profile->uri != NULL ? "\n" : "", profile->uri != NULL ? profile->uri : "");

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
show_uses (VouchPrinterSection *self, const GPtrArray *profiles)
{
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

static void
use_cb (AdwComboRow *row, GParamSpec *pspec, VouchPrinterSection *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (row);
  g_autoptr (GError) error = NULL;

  if (self->is_filling || chosen == NULL)
    return;
  for (int use = 0; use < N_USES; use++)
    if (self->uses[use] == row && !vouch_printer_settings_set_default (self->settings, (VouchPrinterUse)use,
                                                                       gtk_string_object_get_string (chosen), &error))
      say (self->list, error->message);
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
  show_uses (self, profiles);
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
  g_clear_pointer (&self->changed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PRINTER_SECTION);
  G_OBJECT_CLASS (vouch_printer_section_parent_class)->dispose (object);
}

static void
vouch_printer_section_class_init (VouchPrinterSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_printer_section_dispose;
  gtk_widget_class_install_action (widget_class, "printers.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "printers.clear", NULL, clear_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-printer-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, list);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, form);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, name);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, uri);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, language);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, dpi);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, stock);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, gap);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, dx);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, dy);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, darkness);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, speed);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterSection, clear);
  gtk_widget_class_bind_template_child_full (widget_class, "uses", FALSE, 0);
}

static void
fill_choices (VouchPrinterSection *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) dpis = gtk_string_list_new (resolutions);

  for (int i = 0; vouch_enum_get_name (&vouch_printer_language_values, i) != NULL; i++)
    gtk_string_list_append (languages, describe_language ((VouchPrinterLanguage)i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->language), G_LIST_MODEL (languages));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->dpi), G_LIST_MODEL (dpis));
}

static void
add_uses (VouchPrinterSection *self)
{
  GtkWidget *group = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), VOUCH_TYPE_PRINTER_SECTION, "uses"));

  for (int use = 0; use < N_USES; use++)
    {
      self->uses[use] = ADW_COMBO_ROW (adw_combo_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->uses[use]), describe_use ((VouchPrinterUse)use));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->uses[use]));
      g_signal_connect_object (self->uses[use], "notify::selected", G_CALLBACK (use_cb), self, 0);
    }
}

static void
vouch_printer_section_init (VouchPrinterSection *self)
{
  self->rows = g_ptr_array_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  add_uses (self);
  vouch_accessible_name_parts (GTK_WIDGET (self));
  fill_form (self, NULL);
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

  if (g_set_object (&self->settings, settings) && settings != NULL)
    g_signal_connect_object (settings, "changed::printer-profiles", G_CALLBACK (show_printers), self,
                             G_CONNECT_SWAPPED);
}
