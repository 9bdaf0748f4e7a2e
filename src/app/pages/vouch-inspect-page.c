#include "vouch-inspect-page.h"

#include <glib/gi18n-lib.h>

#include "vouch-answer-sheet.h"
#include "vouch-defect-grid.h"
#include "vouch-fit.h"
#include "vouch-limit-scale.h"
#include "vouch-page.h"
#include "vouch-photo-chooser.h"
#include "vouch-photo-strip.h"
#include "vouch-shape.h"
#include "vouch-split.h"
#include "vouch-stage-page.h"
#include "vouch-standing-list.h"
#include "vouch-wrap-layout.h"

/* The rest of a long history is on the Review page. */
#define HISTORY_SHOWN 60

struct _VouchInspectPage
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkLabel *counter;
  GtkLabel *unit;
  GtkLabel *times;
  GtkLabel *counts_for;
  GtkLabel *characteristic;
  GtkLabel *method;
  GtkLabel *limits;
  GtkLabel *needs;
  GtkLabel *note;
  VouchLimitScale *scale;
  VouchStandingList *standing;
  VouchPhotoStrip *photos;
  GtkEventController *drops; /* lent: takes photographs that are dropped */
  GtkWidget *check;
  GtkBox *context;
  GtkWidget *tools;
  GtkWidget *tool_times_5;
  GtkWidget *tool_times_10;
  GtkWidget *tool_times_50;
  GtkWidget *tool_not_applicable;
  GtkWidget *tool_pick_list;
  GtkWidget *tool_note;
  GtkExpander *reason;
  GtkLabel *plan;
  GtkLabel *why;
  GtkWidget *printed;
  GtkLabel *printed_name;
  GtkStack *side;
  VouchDefectGrid *defects;
  VouchAnswerSheet *answers;
  GtkWidget *earlier_title;
  GtkListBox *earlier;
  GtkListBox *history;
  gboolean is_checking;
  char *printed_path;
  VouchDesk *desk; /* lent; NULL while there is none */
};

enum
{
  OPEN_FILE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
vouch_inspect_page_set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_INSPECT_PAGE (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = vouch_inspect_page_set_desk;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchInspectPage, vouch_inspect_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_unit (VouchInspectPage *self, const VouchDeskState *state)
{
  g_autofree char *counter = vouch_desk_state_dup_position (state);
  g_autofree char *unit = vouch_desk_state_dup_unit (state);
  g_autofree char *times = state->times > 1 ? g_strdup_printf ("×%d", (int)state->times) : NULL;

  set_text (self->counter, counter);
  set_text (self->unit, unit);
  set_text (self->times, times);
  set_text (self->counts_for, state->counts_for);
}

/* What the check wants besides an answer, in words. */
static char *
dup_needs (const VouchDeskState *state)
{
  g_autoptr (GPtrArray) needs = g_ptr_array_new ();

  if (state->needs_photo)
    g_ptr_array_add (needs, (gpointer)_ ("Photo needed"));
  if (state->needs_second)
    g_ptr_array_add (needs, (gpointer)_ ("Second person needed"));
  g_ptr_array_add (needs, NULL);
  return g_strjoinv (" · ", (char **)needs->pdata);
}

/* While units are checked each tool keeps its place, on top. What a question is answered with comes before them, and
 * they are fewer. */
static void
show_tools (VouchInspectPage *self, const VouchDeskState *state)
{
  gboolean is_check = state->stage == VOUCH_STAGE_CHECK;

  gtk_widget_set_visible (self->tool_times_5, is_check);
  gtk_widget_set_visible (self->tool_times_10, is_check);
  gtk_widget_set_visible (self->tool_times_50, is_check);
  gtk_widget_set_visible (self->tool_not_applicable, is_check);
  gtk_widget_set_visible (self->tool_pick_list, is_check || state->stage == VOUCH_STAGE_NEXT_SAMPLE);
  gtk_widget_set_visible (self->tool_note, is_check || vouch_desk_state_offers (state, VOUCH_COMMAND_NOTE));
  gtk_box_reorder_child_after (self->context, self->tools, is_check ? NULL : GTK_WIDGET (self->side));
  gtk_widget_set_visible (self->tools, vouch_desk_state_offers (state, VOUCH_COMMAND_PHOTO));
}

/* Before and after the checks the plan is all that there is to read. */
static void
show_plan (VouchInspectPage *self, const VouchDeskState *state)
{
  gboolean is_checking = state->characteristic != NULL;

  if (is_checking != self->is_checking)
    gtk_expander_set_expanded (self->reason, !is_checking);
  self->is_checking = is_checking;
  gtk_widget_set_visible (GTK_WIDGET (self->reason), state->plan != NULL);
  set_text (self->plan, state->plan);
  set_text (self->why, state->why);
}

static void
show_check (VouchInspectPage *self, const VouchDeskState *state)
{
  g_autofree char *needs = dup_needs (state);

  set_text (self->characteristic, state->characteristic);
  set_text (self->method, state->method);
  set_text (self->limits, state->limits);
  set_text (self->needs, needs);
  set_text (self->note, state->note);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), state->is_measurement && state->limits != NULL);
  vouch_limit_scale_set_scale (self->scale, &state->scale);
  vouch_standing_list_set_state (self->standing, state);
  vouch_photo_strip_set_photos (self->photos, state->photos);
  /* A picture that is dropped on goods at work is a photograph of them, and one whose codes are scanned otherwise. */
  gtk_event_controller_set_propagation_phase (
      self->drops, vouch_desk_state_offers (state, VOUCH_COMMAND_PHOTO) ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  show_tools (self, state);
  show_plan (self, state);
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
      /* Translators: an entry of the history that was taken back, for a screen reader. */
      g_autofree char *name = g_strdup_printf (_ ("Undone: %s"), entry->text);

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
      gtk_widget_add_css_class (label, "undone");
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  return label;
}

static GtkWidget *
make_earlier (const VouchDeskEarlier *earlier)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *shape = g_object_new (VOUCH_TYPE_SHAPE, "size", 22, NULL);
  GtkWidget *label = gtk_label_new (earlier->text);

  vouch_shape_set_mark (VOUCH_SHAPE (shape), earlier->is_accepted ? VOUCH_MARK_PASS : VOUCH_MARK_FAIL);
  gtk_widget_set_valign (shape, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "history-entry");
  gtk_box_append (GTK_BOX (box), shape);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
add_row (GtkListBox *list, GtkWidget *content)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (list, row);
}

static void
show_history (VouchInspectPage *self, const VouchDeskState *state)
{
  clear (self->earlier);
  for (guint i = 0; i < state->earlier->len; i++)
    add_row (self->earlier, make_earlier (g_ptr_array_index (state->earlier, i)));
  gtk_widget_set_visible (self->earlier_title, state->earlier->len > 0);
  clear (self->history);
  for (guint i = 0; i < MIN (state->history->len, HISTORY_SHOWN); i++)
    add_row (self->history, make_entry (g_ptr_array_index (state->history, i)));
}

/* A question lists its answers with their codes; otherwise there is the history. */
static void
show_side (VouchInspectPage *self, const VouchDeskState *state)
{
  gboolean asks = vouch_desk_state_asks (state);

  vouch_defect_grid_set_defects (self->defects, state->defects);
  /* The panel names the check that failed, and the tiles have the page to themselves. */
  gtk_widget_set_visible (self->check, state->stage != VOUCH_STAGE_DEFECT);
  if (asks)
    vouch_answer_sheet_set_state (self->answers, state);
  show_history (self, state);
  gtk_stack_set_visible_child_name (self->side, state->stage == VOUCH_STAGE_DEFECT ? "defects"
                                                : asks                             ? "answers"
                                                                                   : "history");
}

static void
photo_chosen_cb (const char *path, gpointer data)
{
  VouchInspectPage *self = data;

  if (self->desk != NULL)
    vouch_desk_take_photo (self->desk, path);
}

static void
choose_photo_cb (VouchInspectPage *self)
{
  vouch_photo_chooser_open (GTK_WIDGET (self), photo_chosen_cb, self);
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

  self->desk = NULL;
  g_clear_pointer (&self->printed_path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_INSPECT_PAGE);
  G_OBJECT_CLASS (vouch_inspect_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, counter);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, unit);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, times);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, counts_for);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, characteristic);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, method);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, limits);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, needs);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, note);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, scale);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, standing);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, photos);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, check);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, context);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, tools);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, tool_times_5);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, tool_times_10);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, tool_times_50);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, tool_not_applicable);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, tool_pick_list);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, tool_note);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, plan);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, why);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, printed);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, printed_name);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, side);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, defects);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, answers);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, earlier_title);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, VouchInspectPage, history);
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
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, open_printed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_photo_cb);
}

static void
vouch_inspect_page_init (VouchInspectPage *self)
{
  g_type_ensure (VOUCH_TYPE_LIMIT_SCALE);
  g_type_ensure (VOUCH_TYPE_STANDING_LIST);
  g_type_ensure (VOUCH_TYPE_PHOTO_STRIP);
  g_type_ensure (VOUCH_TYPE_DEFECT_GRID);
  g_type_ensure (VOUCH_TYPE_ANSWER_SHEET);
  g_type_ensure (VOUCH_TYPE_FIT);
  g_type_ensure (VOUCH_TYPE_SPLIT);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->drops = vouch_photo_chooser_accept_drops (GTK_WIDGET (self), photo_chosen_cb, self);
}

static gboolean
is_inspecting (VouchStage stage)
{
  return stage >= VOUCH_STAGE_CHECK && stage <= VOUCH_STAGE_REPRINT;
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
  show_side (self, state);
}
