#include "vouch-inspect-page.h"

#include <glib/gi18n-lib.h>

#include "vouch-limit-scale.h"

/* The rest of a long history is on the Review page. */
#define HISTORY_SHOWN 60

struct _VouchInspectPage
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkLabel *counter;
  GtkLabel *unit;
  GtkLabel *characteristic;
  GtkLabel *limits;
  VouchLimitScale *scale;
  GtkLabel *plan;
  GtkLabel *why;
  GtkWidget *printed;
  GtkLabel *printed_name;
  GtkStack *side;
  GtkFlowBox *defects;
  GtkListBox *history;
  char *printed_path;
};

enum
{
  OPEN_FILE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchInspectPage, vouch_inspect_page, ADW_TYPE_BIN)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_unit (VouchInspectPage *self, const VouchDeskState *state)
{
  g_autofree char *counter = NULL;
  g_autofree char *unit = NULL;

  if (state->sample_position > 0)
    /* Translators: which unit of the sample is being checked, in very large type */
    counter = g_strdup_printf (_ ("%d of %d"), (int)state->sample_position, (int)state->sample_size);
  if (state->sample_position > 0 && state->sample_unit > 0)
    /* Translators: the number of the unit within the lot, counted as the goods stand */
    unit = g_strdup_printf (_ ("Open unit no. %d"), (int)state->sample_unit);
  set_text (self->counter, counter);
  set_text (self->unit, unit);
}

static void
show_check (VouchInspectPage *self, const VouchDeskState *state)
{
  set_text (self->characteristic, state->characteristic);
  set_text (self->limits, state->limits);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), state->is_measurement);
  vouch_limit_scale_set_scale (self->scale, &state->scale);
  set_text (self->plan, state->plan);
  set_text (self->why, state->why);
}

static void
show_printed (VouchInspectPage *self, const char *path)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  g_free (self->printed_path);
  self->printed_path = g_strdup (path);
  set_text (self->printed_name, name);
  gtk_widget_set_visible (self->printed, path != NULL);
}

static GtkWidget *
make_tile (const VouchDeskDefect *defect, guint number)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = number <= 9 ? g_strdup_printf ("%u  %s", number, defect->name) : g_strdup (defect->name);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", defect->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "desk.defect");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "tile");
  return button;
}

static void
show_defects (VouchInspectPage *self, const VouchDeskState *state)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->defects))) != NULL)
    gtk_flow_box_remove (self->defects, child);
  for (guint i = 0; i < state->defects->len; i++)
    {
      gtk_flow_box_append (self->defects, make_tile (g_ptr_array_index (state->defects, i), i + 1));
      child = gtk_widget_get_last_child (GTK_WIDGET (self->defects));
      gtk_widget_set_focusable (child, FALSE);
    }
}

static GtkWidget *
make_entry (const VouchDeskEntry *entry)
{
  GtkWidget *label = gtk_label_new (entry->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "history-entry");
  if (entry->is_failure)
    gtk_widget_add_css_class (label, "attention");
  if (entry->is_undone)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
      gtk_widget_add_css_class (label, "undone");
    }
  return label;
}

static void
show_history (VouchInspectPage *self, const VouchDeskState *state)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->history))) != NULL)
    gtk_list_box_remove (self->history, child);
  for (guint i = 0; i < MIN (state->history->len, HISTORY_SHOWN); i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_entry (g_ptr_array_index (state->history, i)));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (self->history, row);
    }
}

static void
open_printed_cb (VouchInspectPage *self)
{
  g_signal_emit (self, signals[OPEN_FILE], 0, self->printed_path);
}

static void
vouch_inspect_page_dispose (GObject *object)
{
  VouchInspectPage *self = VOUCH_INSPECT_PAGE (object);

  g_clear_pointer (&self->printed_path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_INSPECT_PAGE);
  G_OBJECT_CLASS (vouch_inspect_page_parent_class)->dispose (object);
}

static void
vouch_inspect_page_class_init (VouchInspectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_inspect_page_dispose;
  signals[OPEN_FILE] = g_signal_new ("open-file", VOUCH_TYPE_INSPECT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-inspect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, counter);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, unit);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, characteristic);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, limits);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, scale);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, plan);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, why);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, printed);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, printed_name);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, side);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, defects);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, history);
  gtk_widget_class_bind_template_callback (widget_class, open_printed_cb);
}

static void
vouch_inspect_page_init (VouchInspectPage *self)
{
  g_type_ensure (VOUCH_TYPE_LIMIT_SCALE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_inspecting (VouchStage stage)
{
  return stage >= VOUCH_STAGE_CHECK && stage <= VOUCH_STAGE_SCAN_BACK;
}

/**
 * vouch_inspect_page_set_state:
 * @self: a page
 * @state: what to show
 */
void
vouch_inspect_page_set_state (VouchInspectPage *self, const VouchDeskState *state)
{
  g_return_if_fail (VOUCH_IS_INSPECT_PAGE (self));
  g_return_if_fail (state != NULL);

  gtk_stack_set_visible_child_name (self->stack, is_inspecting (state->stage) ? "check" : "empty");
  show_unit (self, state);
  show_check (self, state);
  show_printed (self, state->printed);
  show_defects (self, state);
  show_history (self, state);
  gtk_stack_set_visible_child_name (self->side, state->stage == VOUCH_STAGE_DEFECT ? "defects" : "history");
}
