#include "vouch-printer-editor.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-printer-form.h"
#include "vouch-printer-words.h"
#include "vouch-sheet-settings.h"

struct _VouchPrinterEditor
{
  AdwBin parent_instance;
  AdwPreferencesGroup *form;
  GtkWidget *name;
  GtkWidget *uri;
  GtkWidget *language;
  GtkWidget *dpi;
  GtkWidget *sheet;
  GtkWidget *stock;
  GtkWidget *gap;
  GtkWidget *dx;
  GtkWidget *dy;
  GtkWidget *darkness;
  GtkWidget *speed;
  GtkWidget *clear;
  char *changed;       /* nullable: the name of the printer that is changed */
  GPtrArray *stocks;   /* VouchSheetStock, as they are listed after “by their size” */
  GSettings *settings; /* nullable */
};

G_DEFINE_FINAL_TYPE (VouchPrinterEditor, vouch_printer_editor, ADW_TYPE_BIN)

static const char *const resolutions[] = { "203", "300", "600", NULL };

/* What is wrong, or what addresses look like. A group's description is markup. */
static void
say (VouchPrinterEditor *self, const char *message)
{
  const char *usual = _ ("An address is socket://HOST, device:/dev/usb/lp0 or cups:QUEUE. Where darkness or speed is "
                         "empty, the printer keeps its own.");
  g_autofree char *escaped = g_markup_escape_text (message != NULL ? message : usual, -1);

  adw_preferences_group_set_description (self->form, escaped);
}

/* The name of the sheet that is chosen; NULL where labels are said by their size. */
static const char *
get_sheet (VouchPrinterEditor *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->sheet));

  return chosen >= 1 && chosen <= self->stocks->len
             ? ((const VouchSheetStock *)g_ptr_array_index (self->stocks, chosen - 1))->name
             : NULL;
}

static void
choose_sheet (VouchPrinterEditor *self, const char *name)
{
  guint chosen = 0;

  for (guint i = 0; i < self->stocks->len; i++)
    if (g_strcmp0 (((const VouchSheetStock *)g_ptr_array_index (self->stocks, i))->name, name) == 0)
      chosen = i + 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->sheet), chosen);
}

/* What a sheet says already is not asked. */
static void
sheet_cb (VouchPrinterEditor *self)
{
  gtk_widget_set_visible (self->stock, get_sheet (self) == NULL);
  gtk_widget_set_visible (self->gap, get_sheet (self) == NULL);
}

static GtkWidget *
get_field (VouchPrinterEditor *self, const char *name)
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
dup_field (VouchPrinterEditor *self, const char *name)
{
  GtkWidget *widget = get_field (self, name);
  guint chosen = ADW_IS_COMBO_ROW (widget) ? adw_combo_row_get_selected (ADW_COMBO_ROW (widget)) : 0;

  if (widget == self->stock && get_sheet (self) != NULL)
    return g_strdup (get_sheet (self));
  if (widget == self->dpi)
    return g_strdup (resolutions[chosen]);
  if (widget == self->language)
    return g_strdup (vouch_enum_get_name (&vouch_printer_language_values, (int)chosen));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
}

static void
set_field (VouchPrinterEditor *self, const char *name, const VouchPrinterProfile *profile)
{
  GtkWidget *widget = get_field (self, name);
  g_autofree char *text = vouch_printer_form_dup (profile, name);

  if (widget == self->stock)
    choose_sheet (self, profile->sheet);
  if (widget == self->language)
    adw_combo_row_set_selected (ADW_COMBO_ROW (widget), profile->language);
  else if (widget == self->stock && profile->sheet != NULL)
    gtk_editable_set_text (GTK_EDITABLE (widget), "");
  else if (widget != self->dpi)
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  else
    for (guint i = 0; resolutions[i] != NULL; i++)
      if (g_str_equal (resolutions[i], text))
        adw_combo_row_set_selected (ADW_COMBO_ROW (widget), i);
}

static void
fill_form (VouchPrinterEditor *self, const VouchPrinterProfile *profile)
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
  say (self, NULL);
  gtk_widget_set_visible (self->clear, profile != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    set_field (self, names[i], profile != NULL ? profile : &usual);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchPrinterEditor *self = VOUCH_PRINTER_EDITOR (widget);
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
    say (self, error->message);
}

static void
clear_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fill_form (VOUCH_PRINTER_EDITOR (widget), NULL);
}

static void
vouch_printer_editor_dispose (GObject *object)
{
  VouchPrinterEditor *self = VOUCH_PRINTER_EDITOR (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->changed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PRINTER_EDITOR);
  G_OBJECT_CLASS (vouch_printer_editor_parent_class)->dispose (object);
}

static void
vouch_printer_editor_finalize (GObject *object)
{
  g_ptr_array_unref (VOUCH_PRINTER_EDITOR (object)->stocks);
  G_OBJECT_CLASS (vouch_printer_editor_parent_class)->finalize (object);
}

static void
vouch_printer_editor_class_init (VouchPrinterEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_printer_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_printer_editor_finalize;
  gtk_widget_class_install_action (widget_class, "printers.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "printers.clear", NULL, clear_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-printer-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, form);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, name);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, uri);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, language);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, dpi);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, sheet);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, stock);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, gap);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, dx);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, dy);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, darkness);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, speed);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterEditor, clear);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
}

static void
fill_choices (VouchPrinterEditor *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) dpis = gtk_string_list_new (resolutions);

  for (int i = 0; vouch_enum_get_name (&vouch_printer_language_values, i) != NULL; i++)
    gtk_string_list_append (languages, vouch_printer_words_of_language ((VouchPrinterLanguage)i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->language), G_LIST_MODEL (languages));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->dpi), G_LIST_MODEL (dpis));
}

/* The list may change while somebody looks at it; what was chosen stays, if it can. */
static void
list_sheets (VouchPrinterEditor *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_sheet (self));

  g_ptr_array_unref (self->stocks);
  self->stocks = vouch_sheet_settings_list (self->settings, NULL);
  gtk_string_list_append (lines, _ ("One by one, of this size"));
  for (guint i = 0; i < self->stocks->len; i++)
    {
      g_autofree char *line = vouch_sheet_stock_dup_words (g_ptr_array_index (self->stocks, i));

      gtk_string_list_append (lines, line);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->sheet), G_LIST_MODEL (lines));
  choose_sheet (self, chosen);
}

static void
vouch_printer_editor_init (VouchPrinterEditor *self)
{
  self->stocks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  list_sheets (self);
  vouch_accessible_name_parts (GTK_WIDGET (self));
  fill_form (self, NULL);
}

/**
 * vouch_printer_editor_set_settings:
 * @self: an editor
 * @settings: (nullable): the station's own
 */
void
vouch_printer_editor_set_settings (VouchPrinterEditor *self, GSettings *settings)
{
  g_return_if_fail (VOUCH_IS_PRINTER_EDITOR (self));

  if (!g_set_object (&self->settings, settings) || settings == NULL)
    return;
  list_sheets (self);
  g_signal_connect_object (settings, "changed::sheet-stocks", G_CALLBACK (list_sheets), self, G_CONNECT_SWAPPED);
}

/**
 * vouch_printer_editor_change:
 * @self: an editor
 * @profile: a printer
 *
 * Shows a printer, to be changed.
 */
void
vouch_printer_editor_change (VouchPrinterEditor *self, const VouchPrinterProfile *profile)
{
  g_return_if_fail (VOUCH_IS_PRINTER_EDITOR (self) && profile != NULL);

  fill_form (self, profile);
  gtk_widget_grab_focus (self->name);
}

/**
 * vouch_printer_editor_forget:
 * @self: an editor
 * @name: a printer that will be gone
 *
 * Takes the focus, which was on what goes with the printer.
 */
void
vouch_printer_editor_forget (VouchPrinterEditor *self, const char *name)
{
  g_return_if_fail (VOUCH_IS_PRINTER_EDITOR (self) && name != NULL);

  gtk_widget_grab_focus (self->name);
  if (g_strcmp0 (name, self->changed) == 0)
    fill_form (self, NULL);
}
