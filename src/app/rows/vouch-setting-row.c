#include "vouch-setting-row.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-camera-menu.h"
#include "vouch-command.h"
#include "vouch-flags-button.h"
#include "vouch-setting-words.h"

struct _VouchSettingRow
{
  AdwActionRow parent_instance;
  GSettings *settings;
  char *key;
  char *meaning;
  GtkWidget *control;
  GtkWidget *reset;
};

G_DEFINE_FINAL_TYPE (VouchSettingRow, vouch_setting_row, ADW_TYPE_ACTION_ROW)

/* A locked setting says why it cannot be changed; one that was changed offers the way back. */
static void
update (VouchSettingRow *self)
{
  gboolean is_writable = g_settings_is_writable (self->settings, self->key);
  g_autoptr (GVariant) changed = g_settings_get_user_value (self->settings, self->key);
  g_autofree char *locked =
      is_writable ? NULL
                  : g_strdup_printf ("%s\n%s", self->meaning, _ ("Whoever looks after this machine has locked it."));

  gtk_widget_set_sensitive (self->control, is_writable);
  gtk_widget_set_visible (self->reset, is_writable && changed != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), locked != NULL ? locked : self->meaning);
}

static void
reset_cb (VouchSettingRow *self)
{
  gtk_widget_grab_focus (self->control);
  g_settings_reset (self->settings, self->key);
}

static GtkWidget *
make_switch (VouchSettingRow *self)
{
  GtkWidget *control = gtk_switch_new ();

  g_settings_bind (self->settings, self->key, control, "active", G_SETTINGS_BIND_NO_SENSITIVITY);
  return control;
}

static GtkWidget *
make_spin_button (VouchSettingRow *self, GVariant *range, gboolean is_whole)
{
  g_autoptr (GVariant) low = g_variant_get_child_value (range, 0);
  g_autoptr (GVariant) high = g_variant_get_child_value (range, 1);
  double least = is_whole ? g_variant_get_uint32 (low) : g_variant_get_double (low);
  double most = is_whole ? g_variant_get_uint32 (high) : g_variant_get_double (high);
  GtkWidget *control = gtk_spin_button_new_with_range (least, most, is_whole ? 1 : 0.1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (control), is_whole ? 0 : 1);
  if (is_whole && most > 500)
    gtk_spin_button_set_increments (GTK_SPIN_BUTTON (control), 50, 500);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (control), TRUE);
  g_settings_bind (self->settings, self->key, control, "value", G_SETTINGS_BIND_NO_SENSITIVITY);
  return control;
}

static gboolean
choice_to_selected (GValue *value, GVariant *variant, gpointer data)
{
  const char *const *choices = data;
  const char *choice = g_variant_get_string (variant, NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], choice))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
selected_to_choice (const GValue *value, const GVariantType *type, gpointer data)
{
  const char *const *choices = data;
  guint selected = g_value_get_uint (value);

  return selected < g_strv_length ((char **)choices) ? g_variant_new_string (choices[selected]) : NULL;
}

static void
free_choices_cb (gpointer data)
{
  g_strfreev (data);
}

static GtkWidget *
make_drop_down (VouchSettingRow *self, char **choices)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkWidget *control;

  for (guint i = 0; choices[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer)vouch_setting_words_of_choice (choices[i]));
  g_ptr_array_add (labels, NULL);
  control = gtk_drop_down_new_from_strings ((const char *const *)labels->pdata);
  g_settings_bind_with_mapping (self->settings, self->key, control, "selected", G_SETTINGS_BIND_NO_SENSITIVITY,
                                choice_to_selected, selected_to_choice, choices, free_choices_cb);
  return control;
}

/* A half-typed text is not in force; Return or leaving the field puts it there, if it fits. */
static void
take_text (VouchSettingRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->control));
  g_autofree char *before = g_settings_get_string (self->settings, self->key);

  if (g_str_equal (text, before) || !gtk_widget_get_sensitive (self->control))
    return;
  if (!g_str_equal (self->key, "command-prefix") || vouch_command_prefix_is_valid (text))
    g_settings_set_string (self->settings, self->key, text);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->control), before);
}

static GtkWidget *
make_entry (VouchSettingRow *self)
{
  GtkWidget *control = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_settings_bind (self->settings, self->key, control, "text", G_SETTINGS_BIND_GET | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_signal_connect_object (control, "activate", G_CALLBACK (take_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (take_text), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (control, focus);
  return control;
}

static GtkWidget *
make_control (VouchSettingRow *self, GSettingsSchemaKey *description)
{
  const GVariantType *type = g_settings_schema_key_get_value_type (description);
  g_autoptr (GVariant) range = g_settings_schema_key_get_range (description);
  g_autoptr (GVariant) detail = NULL;
  const char *kind;

  g_variant_get (range, "(&sv)", &kind, &detail);
  if (g_str_equal (self->key, "language"))
    return make_drop_down (self, g_strsplit (",en,zh_CN", ",", -1));
  if (g_str_equal (kind, "enum") || g_str_equal (kind, "choice"))
    return make_drop_down (self, g_variant_dup_strv (detail, NULL));
  if (g_str_equal (kind, "flags"))
    return vouch_flags_button_new (self->settings, self->key);
  if (g_str_equal (kind, "range"))
    return make_spin_button (self, detail, g_variant_type_equal (type, G_VARIANT_TYPE_UINT32));
  return g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN) ? make_switch (self) : make_entry (self);
}

static void
vouch_setting_row_dispose (GObject *object)
{
  VouchSettingRow *self = VOUCH_SETTING_ROW (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vouch_setting_row_parent_class)->dispose (object);
}

static void
vouch_setting_row_finalize (GObject *object)
{
  VouchSettingRow *self = VOUCH_SETTING_ROW (object);

  g_free (self->key);
  g_free (self->meaning);
  G_OBJECT_CLASS (vouch_setting_row_parent_class)->finalize (object);
}

static void
vouch_setting_row_class_init (VouchSettingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_setting_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_setting_row_finalize;
}

static void
vouch_setting_row_init (VouchSettingRow *self)
{
  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->reset, _ ("Back to the default"));
  vouch_accessible_name_set (self->reset, _ ("Back to the default"));
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->reset, "flat");
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->reset);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
}

/**
 * vouch_setting_row_new:
 * @settings: the station's settings
 * @key: one of them
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
vouch_setting_row_new (GSettings *settings, const char *key)
{
  VouchSettingRow *self = g_object_new (VOUCH_TYPE_SETTING_ROW, "use-markup", FALSE, NULL);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) description = NULL;
  g_autofree char *changed = g_strconcat ("changed::", key, NULL);
  g_autofree char *locked = g_strconcat ("writable-changed::", key, NULL);
  const char *title, *meaning;

  g_object_get (settings, "settings-schema", &schema, NULL);
  description = g_settings_schema_get_key (schema, key);
  title = g_settings_schema_key_get_summary (description);
  meaning = g_settings_schema_key_get_description (description);
  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  self->meaning = g_strdup (meaning != NULL ? meaning : "");
  self->control = make_control (self, description);
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->meaning,
                                  -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title != NULL ? title : key);
  if (g_str_equal (key, "camera-device"))
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), vouch_camera_menu_new (settings, key));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->control);
  vouch_accessible_name_set (self->control, title != NULL ? title : key);
  g_signal_connect_object (settings, changed, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, locked, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * vouch_setting_row_get_control:
 * @self: a row
 *
 * Returns: (transfer none): the widget that changes the setting
 */
GtkWidget *
vouch_setting_row_get_control (VouchSettingRow *self)
{
  g_return_val_if_fail (VOUCH_IS_SETTING_ROW (self), NULL);

  return self->control;
}
