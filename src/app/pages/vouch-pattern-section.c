#include "vouch-pattern-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-code-form.h"
#include "vouch-column.h"
#include "vouch-pattern-words.h"
#include "vouch-pattern-work.h"
#include "vouch-scan-explain.h"
#include "vouch-scan-pattern-store.h"

/* Beside the row's own: gloves do not press two buttons at once. */
#define GAP 10

struct _VouchPatternSection
{
  AdwBin parent_instance;
  AdwPreferencesGroup *trial;
  GtkEditable *code;
  AdwPreferencesGroup *form;
  GtkEditable *name;
  GtkEditable *meaning;
  GtkEditable *pattern;
  AdwComboRow *kind;
  AdwComboRow *opens;
  AdwComboRow *check;
  GtkWidget *clear;
  AdwPreferencesGroup *list;
  GtkWidget *usual;
  GPtrArray *rows; /* GtkWidget, lent */
  char *changed;   /* the name of the pattern that the form changes; nullable: it adds one */
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPatternSection, vouch_pattern_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

/* A group's description is markup. */
static void
say (AdwPreferencesGroup *group, const char *message)
{
  g_autofree char *escaped = message != NULL ? g_markup_escape_text (message, -1) : NULL;

  adw_preferences_group_set_description (group, escaped);
}

static gboolean
may_manage (VouchPatternSection *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_PATTERNS);
}

static gpointer
explain_work (VouchStation *station, VouchActor *actor, gpointer data, GError **error)
{
  VouchScanRules rules = { vouch_station_get_command_prefix (station), FALSE };
  VouchClock *clock = vouch_station_get_clock (station);
  g_autoptr (VouchScan) scan = vouch_scan_new (data, -1, VOUCH_SCAN_TYPED, vouch_clock_now (clock), error);
  g_auto (VouchScanMeaning) meaning = { 0 };

  if (scan == NULL || !vouch_scan_route (station, scan, &rules, &meaning, error))
    return NULL;
  return vouch_scan_explain (&meaning, vouch_clock_today (clock));
}

static void
explained_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPatternSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScanExplanation) explanation = vouch_desk_work_finish (VOUCH_DESK (source), result, &error);
  g_autofree char *text = NULL;

  if (self->desk == NULL)
    return;
  if (explanation != NULL)
    text = explanation->meanings != NULL
               ? g_strdup_printf ("%s: %s\n%s", explanation->text, explanation->what, explanation->meanings)
               : g_strdup_printf ("%s: %s", explanation->text, explanation->what);
  say (self->trial, explanation != NULL ? text : error->message);
}

static void
try_cb (VouchPatternSection *self)
{
  const char *code = gtk_editable_get_text (self->code);

  if (self->desk != NULL && *code != '\0')
    vouch_desk_work_async (self->desk, explain_work, g_strdup (code), g_free,
                           (GDestroyNotify)vouch_scan_explanation_free, explained_cb, g_object_ref (self));
}

static const char *
describe_language (void)
{
  return _ ("# is a digit, @ a letter, & either, [A-D] one of them, . anything; {12} says how often it comes; "
            "( ) stand around the part that counts, | between alternatives.");
}

/* A pattern that is wrong is told while it is typed, with its place. */
static void
typed_cb (VouchPatternSection *self)
{
  const char *pattern = gtk_editable_get_text (self->pattern);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCodeForm) form = *pattern != '\0' ? vouch_code_form_new (pattern, NULL, &error) : NULL;

  say (self->form, error != NULL ? error->message : describe_language ());
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patterns.save",
                                 form != NULL && *gtk_editable_get_text (self->name) != '\0');
}

static void
fill_form (VouchPatternSection *self, const VouchScanPattern *pattern)
{
  g_autofree char *title =
      pattern != NULL ? g_strdup_printf (_ ("Change “%s”"), pattern->name) : g_strdup (_ ("Add a kind of code"));

  g_autofree char *escaped = g_markup_escape_text (title, -1);

  g_free (self->changed);
  self->changed = pattern != NULL ? g_strdup (pattern->name) : NULL;
  adw_preferences_group_set_title (self->form, escaped);
  gtk_widget_set_visible (self->clear, pattern != NULL);
  gtk_editable_set_text (self->name, pattern != NULL ? pattern->name : "");
  gtk_editable_set_text (self->meaning, pattern != NULL && pattern->meaning != NULL ? pattern->meaning : "");
  gtk_editable_set_text (self->pattern, pattern != NULL ? pattern->pattern : "");
  adw_combo_row_set_selected (self->kind, pattern != NULL ? pattern->kind : VOUCH_SCAN_PATTERN_KIND_WAYBILL);
  adw_combo_row_set_selected (self->opens, pattern != NULL ? pattern->opens : VOUCH_SCAN_PATTERN_OPENS_DELIVERY);
  adw_combo_row_set_selected (self->check, pattern != NULL ? pattern->check_rule : VOUCH_CARRIER_CHECK_NONE);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPatternSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  vouch_page_refresh (VOUCH_PAGE (self));
  if (done == NULL)
    say (self->list, error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPatternSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (done != NULL)
    {
      fill_form (self, NULL);
      vouch_page_refresh (VOUCH_PAGE (self));
    }
  if (error != NULL)
    say (self->form, error->message);
}

static char *
dup_choice (AdwComboRow *row, const VouchEnum *values)
{
  return g_strdup (vouch_enum_get_name (values, (int)adw_combo_row_get_selected (row)));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchPatternSection *self = VOUCH_PATTERN_SECTION (widget);
  VouchPatternRequest *request;

  if (self->desk == NULL)
    return;
  request = vouch_pattern_request_new ();
  request->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  if (self->changed != NULL)
    {
      request->new_name = request->name;
      request->name = g_strdup (self->changed);
    }
  request->meaning = g_strstrip (g_strdup (gtk_editable_get_text (self->meaning)));
  request->pattern = g_strdup (gtk_editable_get_text (self->pattern));
  request->kind = dup_choice (self->kind, &vouch_scan_pattern_kind_values);
  request->opens = dup_choice (self->opens, &vouch_scan_pattern_opens_values);
  request->check_rule = dup_choice (self->check, &vouch_carrier_check_values);
  vouch_desk_run_async (self->desk, self->changed != NULL ? &vouch_pattern_change : &vouch_pattern_add, request,
                        saved_cb, g_object_ref (self));
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fill_form (VOUCH_PATTERN_SECTION (widget), NULL);
}

static void
add_usual_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchPatternSection *self = VOUCH_PATTERN_SECTION (widget);

  if (self->desk != NULL)
    vouch_desk_run_async (self->desk, &vouch_pattern_add_usual, vouch_pattern_usual_request_new (), done_cb,
                          g_object_ref (self));
}

static void
change_cb (GtkButton *button, VouchPatternSection *self)
{
  fill_form (self, g_object_get_data (G_OBJECT (button), "pattern"));
  gtk_widget_grab_focus (GTK_WIDGET (self->pattern));
}

static void
switch_cb (GtkButton *button, VouchPatternSection *self)
{
  const VouchScanPattern *pattern = g_object_get_data (G_OBJECT (button), "pattern");
  VouchPatternNameRequest *request;

  if (self->desk == NULL)
    return;
  request = vouch_pattern_name_request_new ();
  request->name = g_strdup (pattern->name);
  vouch_desk_run_async (self->desk, pattern->is_active ? &vouch_pattern_retire : &vouch_pattern_restore, request,
                        done_cb, g_object_ref (self));
}

static void
add_button (VouchPatternSection *self, GtkWidget *row, const VouchScanPattern *pattern, const char *label,
            const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (button, GAP);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pattern", vouch_record_copy (&vouch_scan_pattern_type, pattern),
                          (GDestroyNotify)vouch_scan_pattern_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_buttons (VouchPatternSection *self, GtkWidget *row, const VouchScanPattern *pattern)
{
  g_autofree char *change = g_strdup_printf (_ ("Change the pattern %s"), pattern->name);
  g_autofree char *other =
      g_strdup_printf (pattern->is_active ? _ ("Retire the pattern %s") : _ ("Use the pattern %s"), pattern->name);

  add_button (self, row, pattern, _ ("Change"), change, G_CALLBACK (change_cb));
  add_button (self, row, pattern, pattern->is_active ? _ ("Retire") : _ ("Use"), other, G_CALLBACK (switch_cb));
}

static void
add_row (VouchPatternSection *self, const VouchScanPattern *pattern, gboolean may)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = vouch_pattern_words_dup (pattern);

  /* What is no markup is said before there is a title. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pattern->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (may)
    add_buttons (self, row, pattern);
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static gpointer
read_patterns (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_pattern_store_list (conn, error);
}

static void
patterns_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPatternSection) self = data;
  g_autoptr (GPtrArray) patterns = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);
  gboolean may = may_manage (self);

  if (patterns == NULL || self->desk == NULL || self->desk != (gpointer)source)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->form), may);
  gtk_widget_set_visible (self->usual, may && patterns->len == 0);
  for (guint i = 0; i < patterns->len; i++)
    add_row (self, g_ptr_array_index (patterns, i), may);
}

static void
refresh (VouchPage *page)
{
  VouchPatternSection *self = VOUCH_PATTERN_SECTION (page);

  if (self->desk == NULL)
    return;
  say (self->list, may_manage (self) ? NULL : _ ("A QA lead or an administrator changes them."));
  vouch_desk_read_async (self->desk, read_patterns, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                         patterns_read_cb, g_object_ref (self));
}

/* While somebody tries codes a scan is one of them. */
static gboolean
take_scan (VouchPage *page, const char *text)
{
  VouchPatternSection *self = VOUCH_PATTERN_SECTION (page);

  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->trial)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return FALSE;
  gtk_editable_set_text (self->code, text);
  try_cb (self);
  return TRUE;
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_PATTERN_SECTION (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
  iface->take_scan = take_scan;
}

static void
vouch_pattern_section_dispose (GObject *object)
{
  VouchPatternSection *self = VOUCH_PATTERN_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PATTERN_SECTION);
  G_OBJECT_CLASS (vouch_pattern_section_parent_class)->dispose (object);
}

static void
vouch_pattern_section_class_init (VouchPatternSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_pattern_section_dispose;
  gtk_widget_class_install_action (widget_class, "patterns.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "patterns.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "patterns.add-usual", NULL, add_usual_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-pattern-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, trial);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, code);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, form);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, name);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, meaning);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, pattern);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, kind);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, opens);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, check);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, clear);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, list);
  gtk_widget_class_bind_template_child (widget_class, VouchPatternSection, usual);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
fill_choices (AdwComboRow *row, const VouchEnum *values, const char *(*label) (int value))
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (int i = 0; values->names[i] != NULL; i++)
    gtk_string_list_append (labels, label (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
vouch_pattern_section_init (VouchPatternSection *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  fill_choices (self->kind, &vouch_scan_pattern_kind_values, vouch_pattern_words_of_kind);
  fill_choices (self->opens, &vouch_scan_pattern_opens_values, vouch_pattern_words_of_opens);
  fill_choices (self->check, &vouch_carrier_check_values, vouch_pattern_words_of_check);
  fill_form (self, NULL);
  typed_cb (self);
}
