#include "vouch-result-panel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-fit.h"
#include "vouch-shape.h"
#include "vouch-stage-page.h"

#define LARGEST 1.6

struct _VouchResultPanel
{
  GtkBox parent_instance;
  VouchFit *statement;
  GtkWidget *result;
  VouchShape *shape;
  GtkLabel *word;
  GtkLabel *detail;
  GtkLabel *prompt;
  GtkWidget *next;
  GtkLabel *next_position;
  GtkLabel *next_unit;
  GtkLabel *next_check;
  GtkLabel *typed;
  GtkWidget *answer;
  GtkEntry *entry;
  GtkWidget *acknowledge;

  VouchFeedback feedback; /* shown now */
  guint act;              /* the act whose feedback was shown last */
  VouchStage stage;
  double seconds;
  guint clear_id;
};

typedef enum
{
  PROP_SECONDS = 1,
} VouchResultPanelProperty;

static GParamSpec *props[PROP_SECONDS + 1];

enum
{
  ANSWERED,
  SHOWING,
  ACKNOWLEDGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchResultPanel, vouch_result_panel, GTK_TYPE_BOX)

/* CSS classes; the colours are in style.css. */
static const char *const classes[] = {
  [VOUCH_FEEDBACK_NONE] = "result-none",         [VOUCH_FEEDBACK_OK] = "result-ok",
  [VOUCH_FEEDBACK_TICK] = "result-none",         [VOUCH_FEEDBACK_FAIL] = "result-fail",
  [VOUCH_FEEDBACK_QUESTION] = "result-question", [VOUCH_FEEDBACK_MISREAD] = "result-misread",
  [VOUCH_FEEDBACK_HELD] = "result-held",         [VOUCH_FEEDBACK_ACCEPTED] = "result-ok",
  [VOUCH_FEEDBACK_REJECTED] = "result-fail",
};

/* A screen reader says the result and then what is wanted next. */
static void
name_panel (VouchResultPanel *self)
{
  g_autofree char *name = g_strdup_printf ("%s %s %s", gtk_label_get_text (self->word),
                                           gtk_label_get_text (self->detail), gtk_label_get_text (self->prompt));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (name), -1);
}

/* Chinese may be broken between any two characters; a result is read at a glance, and is made smaller instead. */
static void
show_word (VouchResultPanel *self, const char *word)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

  /* Pango wants the end to be named. */
  whole->end_index = strchr (word, ' ') == NULL ? (guint)strlen (word) : 0;
  pango_attr_list_insert (attributes, whole);
  gtk_label_set_attributes (self->word, attributes);
  gtk_label_set_label (self->word, word);
}

static void
show_feedback (VouchResultPanel *self, VouchFeedback feedback, const char *word, const char *detail)
{
  gboolean has_result = feedback != VOUCH_FEEDBACK_NONE;

  gtk_widget_remove_css_class (GTK_WIDGET (self), classes[self->feedback]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[feedback]);
  self->feedback = feedback;
  vouch_shape_set_mark (self->shape, vouch_shape_of_feedback (feedback));
  show_word (self, word != NULL ? word : "");
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL && *detail != '\0');
  gtk_widget_set_visible (self->result, has_result);
  /* A strip stays one; a third of a large screen is filled. */
  g_object_set (self->statement, "most", has_result ? LARGEST : 1.0, NULL);
  gtk_widget_set_visible (self->acknowledge, feedback == VOUCH_FEEDBACK_MISREAD);
  gtk_widget_set_visible (self->next,
                          feedback == VOUCH_FEEDBACK_OK && *gtk_label_get_label (self->next_position) != '\0');
  name_panel (self);
  g_signal_emit (self, signals[SHOWING], 0, (guint)feedback);
}

static void
clear_cb (gpointer data)
{
  VouchResultPanel *self = data;

  self->clear_id = 0;
  show_feedback (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
}

/* Only a good result goes by itself; the others ask to be seen. */
static void
schedule_clear (VouchResultPanel *self)
{
  g_clear_handle_id (&self->clear_id, g_source_remove);
  if (self->feedback == VOUCH_FEEDBACK_OK)
    self->clear_id = g_timeout_add_once ((guint)(self->seconds * 1000), clear_cb, self);
}

static gboolean
entry_has_focus (VouchResultPanel *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_answer (VouchResultPanel *self, const VouchDeskState *state)
{
  gboolean takes_text = vouch_desk_state_get_ask (state) == VOUCH_ASK_TEXT;
  g_autofree char *typed = vouch_desk_state_dup_typed (state);

  gtk_label_set_label (self->typed, typed);
  gtk_widget_set_visible (GTK_WIDGET (self->typed), *typed != '\0');
  gtk_entry_set_placeholder_text (self->entry, vouch_stage_get_hint (state->stage));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vouch_stage_get_hint (state->stage), -1);
  if (self->stage != state->stage)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->stage = state->stage;
  if (!takes_text && entry_has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->answer, takes_text);
}

/* A good result lies over the page for a moment; what the hands go for next is told there as well. */
static void
show_next (VouchResultPanel *self, const VouchDeskState *state)
{
  gboolean has_next = state->stage == VOUCH_STAGE_CHECK && state->sample_position > 0;
  g_autofree char *position = has_next ? vouch_desk_state_dup_position (state) : NULL;
  g_autofree char *unit = has_next ? vouch_desk_state_dup_unit (state) : NULL;

  gtk_label_set_label (self->next_position, position != NULL ? position : "");
  gtk_label_set_label (self->next_unit, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->next_unit), unit != NULL);
  gtk_label_set_label (self->next_check, has_next && state->characteristic != NULL ? state->characteristic : "");
}

static void
entry_activate_cb (VouchResultPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*text == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  /* Scans come next, and for these no text widget should have the focus. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[ANSWERED], 0, text);
}

static void
acknowledge_cb (VouchResultPanel *self)
{
  vouch_result_panel_acknowledge (self);
}

static void
vouch_result_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((VouchResultPanelProperty)prop_id)
    {
    case PROP_SECONDS:
      vouch_result_panel_set_seconds (VOUCH_RESULT_PANEL (object), g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_result_panel_dispose (GObject *object)
{
  VouchResultPanel *self = VOUCH_RESULT_PANEL (object);

  g_clear_handle_id (&self->clear_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_RESULT_PANEL);
  G_OBJECT_CLASS (vouch_result_panel_parent_class)->dispose (object);
}

static void
vouch_result_panel_class_init (VouchResultPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = vouch_result_panel_set_property;
  G_OBJECT_CLASS (klass)->dispose = vouch_result_panel_dispose;
  props[PROP_SECONDS] =
      g_param_spec_double ("seconds", NULL, NULL, 0, 60, 1.2, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (props), props);
  signals[ANSWERED] = g_signal_new ("answered", VOUCH_TYPE_RESULT_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOWING] = g_signal_new ("showing", VOUCH_TYPE_RESULT_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACKNOWLEDGED] =
      g_signal_new ("acknowledged", VOUCH_TYPE_RESULT_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "resultpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-result-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, statement);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, result);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, shape);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, word);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, detail);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, prompt);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, typed);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, next);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, next_position);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, next_unit);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, next_check);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, answer);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, VouchResultPanel, acknowledge);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, acknowledge_cb);
}

static void
vouch_result_panel_init (VouchResultPanel *self)
{
  g_type_ensure (VOUCH_TYPE_FIT);
  g_type_ensure (VOUCH_TYPE_SHAPE);
  self->seconds = 1.2;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_feedback (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
}

/**
 * vouch_result_panel_set_seconds:
 * @self: a panel
 * @seconds: how long a good result is shown
 */
void
vouch_result_panel_set_seconds (VouchResultPanel *self, double seconds)
{
  g_return_if_fail (VOUCH_IS_RESULT_PANEL (self));

  self->seconds = seconds;
}

/**
 * vouch_result_panel_set_state:
 * @self: a panel
 * @state: what to show
 *
 * Shows the prompt, and the feedback if it is that of an act not shown before.
 */
void
vouch_result_panel_set_state (VouchResultPanel *self, const VouchDeskState *state)
{
  g_return_if_fail (VOUCH_IS_RESULT_PANEL (self));
  g_return_if_fail (state != NULL);

  gtk_label_set_label (self->prompt, state->prompt != NULL ? state->prompt : "");
  name_panel (self);
  show_next (self, state);
  show_answer (self, state);
  if (state->act == self->act)
    return;
  self->act = state->act;
  /* The same code again: seen, but what stands there still stands. */
  if (state->feedback == VOUCH_FEEDBACK_TICK)
    return;
  show_feedback (self, state->feedback, state->word, state->detail);
  schedule_clear (self);
}

/**
 * vouch_result_panel_refuse:
 * @self: a panel
 * @message: why a scan was not used
 *
 * Shows that a scan never reached the desk.
 */
void
vouch_result_panel_refuse (VouchResultPanel *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_RESULT_PANEL (self));

  show_feedback (self, VOUCH_FEEDBACK_MISREAD, _ ("Misread"), message);
  schedule_clear (self);
}

/**
 * vouch_result_panel_acknowledge:
 * @self: a panel
 *
 * Takes away what was not understood.
 *
 * Returns: whether there was such a thing
 */
gboolean
vouch_result_panel_acknowledge (VouchResultPanel *self)
{
  g_return_val_if_fail (VOUCH_IS_RESULT_PANEL (self), FALSE);

  if (self->feedback != VOUCH_FEEDBACK_MISREAD)
    return FALSE;
  show_feedback (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[ACKNOWLEDGED], 0);
  return TRUE;
}

/**
 * vouch_result_panel_get_feedback:
 * @self: a panel
 *
 * Returns: what is shown now
 */
VouchFeedback
vouch_result_panel_get_feedback (VouchResultPanel *self)
{
  g_return_val_if_fail (VOUCH_IS_RESULT_PANEL (self), VOUCH_FEEDBACK_NONE);

  return self->feedback;
}

/**
 * vouch_result_panel_type:
 * @self: a panel
 * @text: what a person typed while no text widget had the focus
 *
 * Puts the text into the entry and the focus there, so that typing can go on.
 *
 * Returns: whether there is an entry now
 */
gboolean
vouch_result_panel_type (VouchResultPanel *self, const char *text)
{
  int position = -1;

  g_return_val_if_fail (VOUCH_IS_RESULT_PANEL (self), FALSE);

  if (!gtk_widget_get_visible (self->answer))
    return FALSE;
  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  position = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), position);
  return TRUE;
}
