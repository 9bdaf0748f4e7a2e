#include "vouch-station-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-column.h"
#include "vouch-decoder-group.h"
#include "vouch-page.h"
#include "vouch-scanner-group.h"
#include "vouch-serial-group.h"
#include "vouch-setting-row.h"
#include "vouch-setting-words.h"

struct _VouchStationSection
{
  AdwBin parent_instance;
  GSettings *settings; /* nullable */
  VouchDesk *desk;     /* lent; nullable */
  GtkWidget *decoder;  /* weak; its diagnostics */
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchStationSection, vouch_station_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
refresh (VouchPage *page)
{
  VouchStationSection *self = VOUCH_STATION_SECTION (page);

  if (self->decoder != NULL)
    vouch_decoder_group_read (VOUCH_DECODER_GROUP (self->decoder), self->desk);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_STATION_SECTION (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static GtkWidget *
make_empty (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "can-focus", FALSE, "icon-name", "emblem-system-symbolic", "title",
                       _ ("No settings"), "description", _ ("Their description is not installed; install Vouch again."),
                       NULL);
}

static void
add_group (VouchColumn *column, AdwPreferencesGroup *group, guint n_rows)
{
  g_object_ref_sink (group);
  if (n_rows > 0)
    vouch_column_append (column, GTK_WIDGET (group));
  g_object_unref (group);
}

/* It has the rows of its settings itself. */
static void
add_serial_group (VouchColumn *column, GSettings *settings, GHashTable *left)
{
  vouch_column_append (column, vouch_serial_group_new (settings));
  g_hash_table_remove (left, "serial-baud");
  g_hash_table_remove (left, "serial-folder");
}

/* The groups in their order; a setting that no group names comes last rather than not at all. */
static void
fill (VouchColumn *column, GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AdwPreferencesGroup *more = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_auto (GStrv) keys = NULL;
  const char *const *names;
  const char *title;
  guint n_more = 0;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!vouch_setting_words_is_internal (keys[i]))
      g_hash_table_add (left, g_strdup (keys[i]));
  for (guint i = 0; (names = vouch_setting_words_list_keys (i, &title)) != NULL; i++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      guint n_rows = 0;

      adw_preferences_group_set_title (group, title);
      if (g_strv_contains (names, "scanner-gap-ms"))
        adw_preferences_group_add (group, vouch_scanner_group_new (settings));
      for (guint k = 0; names[k] != NULL; k++)
        if (g_hash_table_remove (left, names[k]))
          {
            adw_preferences_group_add (group, vouch_setting_row_new (settings, names[k]));
            n_rows++;
          }
      add_group (column, group, n_rows);
      if (g_strv_contains (names, "scanner-gap-ms"))
        add_serial_group (column, settings, left);
    }
  adw_preferences_group_set_title (more, _ ("More"));
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_hash_table_contains (left, keys[i]))
      {
        adw_preferences_group_add (more, vouch_setting_row_new (settings, keys[i]));
        n_more++;
      }
  add_group (column, more, n_more);
}

static void
show_rows (VouchStationSection *self)
{
  GtkWidget *child = self->settings != NULL ? vouch_column_new () : make_empty ();

  if (self->settings != NULL)
    {
      fill (VOUCH_COLUMN (child), self->settings);
      g_set_weak_pointer (&self->decoder, vouch_decoder_group_new ());
      vouch_column_append (VOUCH_COLUMN (child), self->decoder);
    }
  adw_bin_set_child (ADW_BIN (self), child);
  refresh (VOUCH_PAGE (self));
}

/* The rows are made when they are first looked at, so that the window need not wait for them. */
static void
vouch_station_section_map (GtkWidget *widget)
{
  VouchStationSection *self = VOUCH_STATION_SECTION (widget);

  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    show_rows (self);
  GTK_WIDGET_CLASS (vouch_station_section_parent_class)->map (widget);
}

static void
vouch_station_section_dispose (GObject *object)
{
  VouchStationSection *self = VOUCH_STATION_SECTION (object);

  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->decoder);
  G_OBJECT_CLASS (vouch_station_section_parent_class)->dispose (object);
}

static void
vouch_station_section_class_init (VouchStationSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_station_section_dispose;
  GTK_WIDGET_CLASS (klass)->map = vouch_station_section_map;
}

static void
vouch_station_section_init (VouchStationSection *self)
{
}

/**
 * vouch_station_section_set_settings:
 * @self: a section
 * @settings: (nullable): the station's own; %NULL where their schema is not installed
 */
void
vouch_station_section_set_settings (VouchStationSection *self, GSettings *settings)
{
  g_return_if_fail (VOUCH_IS_STATION_SECTION (self));

  g_set_object (&self->settings, settings);
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_rows (self);
}
