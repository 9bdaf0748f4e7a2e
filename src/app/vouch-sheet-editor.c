#include "vouch-sheet-editor.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-sheet-form.h"
#include "vouch-sheet-settings.h"

/* Beside the row's own: gloves do not press two buttons at once. */
#define GAP 10
#define GAP_BETWEEN_ROWS 7 /* on each side */
#define N_FIELDS 7

struct _VouchSheetEditor
{
  AdwBin parent_instance;
  AdwPreferencesGroup *form;
  GtkWidget *clear;
  GtkWidget *fields[N_FIELDS]; /* entries, in the order of the form's names */
  GtkListBox *list;
  char *changed;       /* nullable: the name of the sheet that is changed */
  GSettings *settings; /* nullable */
};

G_DEFINE_FINAL_TYPE (VouchSheetEditor, vouch_sheet_editor, ADW_TYPE_BIN)

/* What is wrong, or what a sheet is. A group's description is markup. */
static void
say (VouchSheetEditor *self, const char *message)
{
  const char *usual =
      _ ("Avery’s sheets of A4 are known. For others, measure from the edges of the paper, in millimetres.");
  g_autofree char *escaped = g_markup_escape_text (message != NULL ? message : usual, -1);

  adw_preferences_group_set_description (self->form, escaped);
}

static void
fill (VouchSheetEditor *self, const VouchSheetStock *stock)
{
  const char *const *names = vouch_sheet_form_list_names ();
  g_autoptr (VouchSheetStock) usual = vouch_sheet_form_new ();

  g_free (self->changed);
  self->changed = stock != NULL ? g_strdup (stock->name) : NULL;
  gtk_widget_set_visible (self->clear, stock != NULL);
  say (self, NULL);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = vouch_sheet_form_dup (stock != NULL ? stock : usual, names[i]);

      gtk_editable_set_text (GTK_EDITABLE (self->fields[i]), text);
    }
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchSheetEditor *self = VOUCH_SHEET_EDITOR (widget);
  const char *const *names = vouch_sheet_form_list_names ();
  g_autoptr (VouchSheetStock) stock = vouch_sheet_form_new ();
  g_autoptr (GError) error = NULL;
  gboolean taken = TRUE;

  for (guint i = 0; taken && i < N_FIELDS; i++)
    taken = vouch_sheet_form_take (stock, names[i], gtk_editable_get_text (GTK_EDITABLE (self->fields[i])), &error);
  if (taken && vouch_sheet_settings_store (self->settings, stock, self->changed, &error))
    fill (self, NULL);
  else
    say (self, error->message);
}

static void
clear_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fill (VOUCH_SHEET_EDITOR (widget), NULL);
}

static void
change_cb (GtkButton *button, VouchSheetEditor *self)
{
  fill (self, g_object_get_data (G_OBJECT (button), "stock"));
  gtk_widget_grab_focus (self->fields[0]);
}

static void
remove_cb (GtkButton *button, VouchSheetEditor *self)
{
  const VouchSheetStock *stock = g_object_get_data (G_OBJECT (button), "stock");
  g_autofree char *name = g_strdup (stock->name);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->fields[0]);
  if (g_strcmp0 (name, self->changed) == 0)
    fill (self, NULL);
  if (!vouch_sheet_settings_remove (self->settings, name, &error))
    say (self, error->message);
}

static void
add_button (VouchSheetEditor *self, GtkWidget *row, const VouchSheetStock *stock, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, stock->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (button, GAP);
  gtk_widget_set_margin_top (button, GAP_BETWEEN_ROWS);
  gtk_widget_set_margin_bottom (button, GAP_BETWEEN_ROWS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "stock", vouch_record_copy (&vouch_sheet_stock_type, stock),
                          (GDestroyNotify)vouch_sheet_stock_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (VouchSheetEditor *self, const VouchSheetStock *stock)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = vouch_sheet_stock_dup_words (stock);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  add_button (self, row, stock, _ ("Change"), G_CALLBACK (change_cb));
  add_button (self, row, stock, _ ("Remove"), G_CALLBACK (remove_cb));
  gtk_list_box_append (self->list, row);
}

/* Only what can be changed is listed here; the printers' choice has all. */
static void
show_sheets (VouchSheetEditor *self)
{
  g_autofree char *damage = NULL;
  g_autoptr (GPtrArray) stocks = vouch_sheet_settings_list (self->settings, &damage);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < stocks->len; i++)
    {
      const VouchSheetStock *stock = g_ptr_array_index (stocks, i);

      if (!vouch_sheet_settings_is_built_in (stock->name))
        add_row (self, stock);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
  if (damage != NULL)
    say (self, damage);
}

static void
vouch_sheet_editor_dispose (GObject *object)
{
  VouchSheetEditor *self = VOUCH_SHEET_EDITOR (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->changed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SHEET_EDITOR);
  G_OBJECT_CLASS (vouch_sheet_editor_parent_class)->dispose (object);
}

static void
vouch_sheet_editor_class_init (VouchSheetEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_sheet_editor_dispose;
  gtk_widget_class_install_action (widget_class, "sheets.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "sheets.clear", NULL, clear_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-sheet-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchSheetEditor, form);
  gtk_widget_class_bind_template_child (widget_class, VouchSheetEditor, list);
  gtk_widget_class_bind_template_child (widget_class, VouchSheetEditor, clear);
  for (guint i = 0; vouch_sheet_form_list_names ()[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, vouch_sheet_form_list_names ()[i], FALSE, 0);
}

static void
vouch_sheet_editor_init (VouchSheetEditor *self)
{
  const char *const *names = vouch_sheet_form_list_names ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_FIELDS; i++)
    self->fields[i] = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), VOUCH_TYPE_SHEET_EDITOR, names[i]));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  fill (self, NULL);
}

/**
 * vouch_sheet_editor_set_settings:
 * @self: an editor
 * @settings: (nullable): the station's own
 */
void
vouch_sheet_editor_set_settings (VouchSheetEditor *self, GSettings *settings)
{
  g_return_if_fail (VOUCH_IS_SHEET_EDITOR (self));

  if (!g_set_object (&self->settings, settings) || settings == NULL)
    return;
  show_sheets (self);
  g_signal_connect_object (settings, "changed::sheet-stocks", G_CALLBACK (show_sheets), self, G_CONNECT_SWAPPED);
}
