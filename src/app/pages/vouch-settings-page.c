#include "vouch-settings-page.h"

#include "vouch-accessible-name.h"
#include "vouch-history-section.h"
#include "vouch-key-section.h"
#include "vouch-late-page.h"
#include "vouch-lookup-section.h"
#include "vouch-pattern-section.h"
#include "vouch-people-section.h"
#include "vouch-plan-section.h"
#include "vouch-policy-section.h"
#include "vouch-printer-section.h"
#include "vouch-problem-section.h"
#include "vouch-shown-page.h"
#include "vouch-split.h"
#include "vouch-station-section.h"
#include "vouch-tab-stop.h"
#include "vouch-template-section.h"

struct _VouchSettingsPage
{
  AdwBin parent_instance;
  GtkWidget *sidebar;
  GtkStack *sections;
  GSettings *settings;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchSettingsPage, vouch_settings_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
section_changed_cb (VouchSettingsPage *self)
{
  GtkWidget *section = gtk_stack_get_visible_child (self->sections);

  if (section != NULL && VOUCH_IS_PAGE (section))
    vouch_page_refresh (VOUCH_PAGE (section));
}

static void
give_settings (VouchSettingsPage *self, GtkWidget *section)
{
  if (VOUCH_IS_STATION_SECTION (section))
    vouch_station_section_set_settings (VOUCH_STATION_SECTION (section), self->settings);
  else if (VOUCH_IS_PRINTER_SECTION (section))
    vouch_printer_section_set_settings (VOUCH_PRINTER_SECTION (section), self->settings);
}

static void
section_made_cb (VouchSettingsPage *self, GtkWidget *section)
{
  give_settings (self, section);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchSettingsPage *self = VOUCH_SETTINGS_PAGE (page);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (VOUCH_IS_PAGE (child))
      vouch_page_set_desk (VOUCH_PAGE (child), desk);
}

static void
refresh (VouchPage *page)
{
  section_changed_cb (VOUCH_SETTINGS_PAGE (page));
}

static gboolean
take_scan (VouchPage *page, const char *text)
{
  GtkWidget *section = gtk_stack_get_visible_child (VOUCH_SETTINGS_PAGE (page)->sections);

  return VOUCH_IS_PAGE (section) && vouch_page_take_scan (VOUCH_PAGE (section), text);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
  iface->take_scan = take_scan;
}

static void
vouch_settings_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SETTINGS_PAGE);
  g_clear_object (&VOUCH_SETTINGS_PAGE (object)->settings);
  G_OBJECT_CLASS (vouch_settings_page_parent_class)->dispose (object);
}

static void
vouch_settings_page_class_init (VouchSettingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_settings_page_dispose;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-settings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchSettingsPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, VouchSettingsPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, section_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_made_cb);
}

static const char *
find_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); text == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);
  return text;
}

/* GTK's sidebar has rows that a screen reader has no name for. */
static void
name_rows (GtkWidget *widget)
{
  const char *text = GTK_IS_LIST_BOX_ROW (widget) ? find_text (widget) : NULL;

  if (text != NULL)
    vouch_accessible_name_set (widget, text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); text == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_rows (child);
}

static void
vouch_settings_page_init (VouchSettingsPage *self)
{
  g_type_ensure (VOUCH_TYPE_KEY_SECTION);
  g_type_ensure (VOUCH_TYPE_LATE_PAGE);
  g_type_ensure (VOUCH_TYPE_LOOKUP_SECTION);
  g_type_ensure (VOUCH_TYPE_PEOPLE_SECTION);
  g_type_ensure (VOUCH_TYPE_PLAN_SECTION);
  g_type_ensure (VOUCH_TYPE_POLICY_SECTION);
  g_type_ensure (VOUCH_TYPE_HISTORY_SECTION);
  g_type_ensure (VOUCH_TYPE_PATTERN_SECTION);
  g_type_ensure (VOUCH_TYPE_PRINTER_SECTION);
  g_type_ensure (VOUCH_TYPE_PROBLEM_SECTION);
  g_type_ensure (VOUCH_TYPE_STATION_SECTION);
  g_type_ensure (VOUCH_TYPE_SPLIT);
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  g_type_ensure (VOUCH_TYPE_TEMPLATE_SECTION);
  gtk_widget_init_template (GTK_WIDGET (self));
  name_rows (self->sidebar);
  vouch_shown_page_follow (GTK_WIDGET (self->sections));
}

/**
 * vouch_settings_page_set_settings:
 * @self: a page
 * @settings: (nullable): the station's own; %NULL where their schema is not installed
 */
void
vouch_settings_page_set_settings (VouchSettingsPage *self, GSettings *settings)
{
  g_return_if_fail (VOUCH_IS_SETTINGS_PAGE (self));

  g_set_object (&self->settings, settings);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *section = vouch_late_page_get_page (VOUCH_LATE_PAGE (child));

      if (section != NULL)
        give_settings (self, section);
    }
}

/**
 * vouch_settings_page_show_section:
 * @self: a page
 * @name: "station", "printers", "templates", "policies", "plans", "people", "lookup", "keys" or "problems"
 */
void
vouch_settings_page_show_section (VouchSettingsPage *self, const char *name)
{
  g_return_if_fail (VOUCH_IS_SETTINGS_PAGE (self));

  gtk_stack_set_visible_child_name (self->sections, name);
}
