#include "vouch-serial-group.h"

#include <glib/gi18n-lib.h>

#include "vouch-device-folder.h"
#include "vouch-serial-settings.h"
#include "vouch-setting-row.h"

struct _VouchSerialGroup
{
  AdwPreferencesGroup parent_instance;
  GSettings *settings;
  VouchDeviceMonitor *monitor;
  GPtrArray *rows;     /* of devices */
  GtkWidget *lines[2]; /* what holds for all lines; they come last */
};

G_DEFINE_FINAL_TYPE (VouchSerialGroup, vouch_serial_group, ADW_TYPE_PREFERENCES_GROUP)

static void
switched_cb (GtkSwitch *control, GParamSpec *pspec, VouchSerialGroup *self)
{
  vouch_serial_settings_set_used (self->settings, g_object_get_data (G_OBJECT (control), "id"),
                                  gtk_switch_get_active (control));
}

static void
add_row (VouchSerialGroup *self, const char *id, gboolean is_there)
{
  g_autofree char *name = vouch_device_id_to_name (id);
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, NULL);
  GtkWidget *control = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (row, is_there ? _ ("Plugged in") : _ ("Not plugged in"));
  gtk_switch_set_active (GTK_SWITCH (control), vouch_serial_settings_uses (self->settings, id));
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (control, g_settings_is_writable (self->settings, "serial-scanners"));
  g_object_set_data_full (G_OBJECT (control), "id", g_strdup (id), g_free);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (switched_cb), self, 0);
  adw_action_row_add_suffix (row, control);
  adw_action_row_set_activatable_widget (row, control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (VouchSerialGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  for (; self->rows->len > 0; g_ptr_array_set_size (self->rows, (int)self->rows->len - 1))
    adw_preferences_group_remove (group, g_ptr_array_index (self->rows, self->rows->len - 1));
  for (gsize i = 0; i < G_N_ELEMENTS (self->lines); i++)
    if (gtk_widget_get_parent (self->lines[i]) != NULL)
      adw_preferences_group_remove (group, self->lines[i]);
}

static void
show_rows (VouchSerialGroup *self)
{
  g_auto (GStrv) there = vouch_device_monitor_list (self->monitor);
  g_auto (GStrv) used = vouch_serial_settings_list (self->settings);

  clear_rows (self);
  for (gsize i = 0; there[i] != NULL; i++)
    add_row (self, there[i], TRUE);
  for (gsize i = 0; used[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)there, used[i]))
      add_row (self, used[i], FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (self->lines); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->lines[i]);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      self->rows->len > 0 ? _ ("Switch on the ones that are scanners. Others are not touched.")
                          : _ ("None is plugged in. A scanner that types like a keyboard needs none of this."));
}

static void
vouch_serial_group_dispose (GObject *object)
{
  VouchSerialGroup *self = VOUCH_SERIAL_GROUP (object);

  g_clear_object (&self->monitor);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->lines); i++)
    g_clear_object (&self->lines[i]);
  G_OBJECT_CLASS (vouch_serial_group_parent_class)->dispose (object);
}

static void
vouch_serial_group_class_init (VouchSerialGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_serial_group_dispose;
}

static void
vouch_serial_group_init (VouchSerialGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Scanners on serial lines"));
}

static void
open_folder (VouchSerialGroup *self)
{
  g_autofree char *path = vouch_serial_settings_dup_folder (self->settings);

  g_clear_object (&self->monitor);
  self->monitor = VOUCH_DEVICE_MONITOR (vouch_device_folder_new (path));
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  show_rows (self);
}

/**
 * vouch_serial_group_new:
 * @settings: the station's settings
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
vouch_serial_group_new (GSettings *settings)
{
  VouchSerialGroup *self = g_object_new (VOUCH_TYPE_SERIAL_GROUP, NULL);

  self->settings = g_object_ref (settings);
  self->lines[0] = g_object_ref_sink (vouch_setting_row_new (settings, "serial-baud"));
  self->lines[1] = g_object_ref_sink (vouch_setting_row_new (settings, "serial-folder"));
  g_signal_connect_object (settings, "changed::serial-folder", G_CALLBACK (open_folder), self, G_CONNECT_SWAPPED);
  open_folder (self);
  return GTK_WIDGET (self);
}
