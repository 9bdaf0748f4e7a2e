#include "vouch-answer-sheet.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-view.h"
#include "vouch-tile.h"

/* Cards are many widgets, and there is a sheet on each page that may have nothing else to show: only the one that is
 * looked at has its cards made, and only when they are others than before. */
struct _VouchAnswerSheet
{
  AdwBin parent_instance;
  GtkFlowBox *cards;
  GStrv wanted; /* title, code, title, code… */
  GStrv shown;
};

G_DEFINE_FINAL_TYPE (VouchAnswerSheet, vouch_answer_sheet, ADW_TYPE_BIN)

static void
add_card (VouchAnswerSheet *self, const char *title, const char *text)
{
  VouchCode *code = vouch_code_new (VOUCH_SYMBOLOGY_CODE_128, text, NULL);
  GtkWidget *box, *label;

  if (code == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = gtk_label_new (title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, "row-title");
  gtk_widget_add_css_class (box, "code-card");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), vouch_code_view_new (code, title));
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "row-subtitle");
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_append (self->cards, vouch_tile_new (box));
}

static void
show_wanted (VouchAnswerSheet *self)
{
  GtkWidget *child;

  if (g_strv_equal ((const char *const *)self->wanted, (const char *const *)self->shown))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_flow_box_remove (self->cards, child);
  for (char **card = self->wanted; *card != NULL; card += 2)
    add_card (self, card[0], card[1]);
  g_strfreev (self->shown);
  self->shown = g_strdupv (self->wanted);
}

static void
vouch_answer_sheet_map (GtkWidget *widget)
{
  show_wanted (VOUCH_ANSWER_SHEET (widget));
  GTK_WIDGET_CLASS (vouch_answer_sheet_parent_class)->map (widget);
}

static void
vouch_answer_sheet_finalize (GObject *object)
{
  VouchAnswerSheet *self = VOUCH_ANSWER_SHEET (object);

  g_strfreev (self->wanted);
  g_strfreev (self->shown);
  G_OBJECT_CLASS (vouch_answer_sheet_parent_class)->finalize (object);
}

static void
vouch_answer_sheet_class_init (VouchAnswerSheetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = vouch_answer_sheet_map;
  G_OBJECT_CLASS (klass)->finalize = vouch_answer_sheet_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "answersheet");
}

static void
vouch_answer_sheet_init (VouchAnswerSheet *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->wanted = g_new0 (char *, 1);
  self->shown = g_new0 (char *, 1);
  self->cards = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->cards, GTK_SELECTION_NONE);
  gtk_flow_box_set_row_spacing (self->cards, 12);
  gtk_flow_box_set_column_spacing (self->cards, 12);
  gtk_flow_box_set_max_children_per_line (self->cards, 5);
  gtk_widget_set_valign (GTK_WIDGET (self->cards), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self->cards), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be scanned"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->cards));
  /* Nothing in it takes the focus, so that it does itself, and keys scroll it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What can be scanned"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* Takes the code; what has none cannot be scanned. */
static void
want (GStrvBuilder *cards, const char *title, char *text)
{
  g_autofree char *code_text = text;

  if (text == NULL)
    return;
  g_strv_builder_add (cards, title);
  g_strv_builder_add (cards, code_text);
}

/**
 * vouch_answer_sheet_set_state:
 * @self: a sheet
 * @state: what the desk offers
 */
void
vouch_answer_sheet_set_state (VouchAnswerSheet *self, const VouchDeskState *state)
{
  g_autoptr (GStrvBuilder) cards = g_strv_builder_new ();

  g_return_if_fail (VOUCH_IS_ANSWER_SHEET (self));
  g_return_if_fail (state != NULL);

  for (guint i = 0; i < state->answers->len; i++)
    {
      const VouchDeskAnswer *answer = g_ptr_array_index (state->answers, i);

      want (cards, answer->label, vouch_command_format (answer->command, state->command_prefix, answer->argument));
    }
  for (guint i = 0; i < state->defects->len; i++)
    {
      const VouchDeskDefect *defect = g_ptr_array_index (state->defects, i);

      want (cards, defect->name, vouch_command_format (VOUCH_COMMAND_DEFECT, state->command_prefix, defect->code));
    }
  g_strfreev (self->wanted);
  self->wanted = g_strv_builder_end (cards);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_wanted (self);
}
