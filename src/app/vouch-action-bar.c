#include "vouch-action-bar.h"

#include <glib/gi18n-lib.h>

#include "vouch-answer-layout.h"
#include "vouch-desk-actions.h"
#include "vouch-fit.h"
#include "vouch-stage-page.h"

#define N_PLACES 4

struct _VouchActionBar
{
  AdwBin parent_instance;
  GtkButton *yes;
  GtkButton *left;
  GtkWidget *middle;
  GtkBox *lesser;
  GtkButton *right;
  GtkButton *no;
};

G_DEFINE_FINAL_TYPE (VouchActionBar, vouch_action_bar, ADW_TYPE_BIN)

/* Which commands a place may show, the first one offered; and the look of each. */
typedef struct
{
  VouchCommand command;
  const char *look;
} Candidate;

static const Candidate places[N_PLACES][5] = {
  { { VOUCH_COMMAND_PASS, "yes" },
    { VOUCH_COMMAND_ACCEPT, "yes" },
    { VOUCH_COMMAND_NEXT, "plain" },
    { VOUCH_COMMAND_OK, "yes" } },
  { { VOUCH_COMMAND_UNDO, "plain" } },
  { { VOUCH_COMMAND_DAMAGED, "plain" }, { VOUCH_COMMAND_HOLD, "hold" }, { VOUCH_COMMAND_PRINT, "plain" } },
  { { VOUCH_COMMAND_FAIL, "no" }, { VOUCH_COMMAND_REJECT, "no" }, { VOUCH_COMMAND_NO, "no" } },
};

static const char *const looks[] = { "yes", "no", "hold", "plain" };

static const VouchDeskAnswer *
find_answer (const VouchDeskState *state, VouchCommand command)
{
  for (guint i = 0; i < state->answers->len; i++)
    {
      const VouchDeskAnswer *answer = g_ptr_array_index (state->answers, i);

      if (answer->command == command)
        return answer;
    }
  return NULL;
}

static const char *
get_label (const VouchDeskAnswer *answer)
{
  return answer->label != NULL ? answer->label : vouch_command_get_label (answer->command);
}

static char *
dup_key (const VouchDeskAction *action)
{
  guint key;
  GdkModifierType modifiers;

  if (action->accels[0] == NULL || !gtk_accelerator_parse (action->accels[0], &key, &modifiers))
    return g_strdup ("");
  return gtk_accelerator_get_label (key, modifiers);
}

static void
bind_action (GtkButton *button, const VouchDeskAnswer *answer)
{
  GtkActionable *actionable = GTK_ACTIONABLE (button);
  const VouchDeskAction *action = vouch_desk_actions_find (answer->command);
  g_autofree char *name = g_strconcat ("desk.", action->name, NULL);
  g_autoptr (GVariant) target =
      action->takes_argument ? g_variant_ref_sink (g_variant_new_int32 (answer->argument)) : NULL;
  GVariant *before = gtk_actionable_get_action_target_value (actionable);

  /* A button that keeps its action keeps the focus. */
  if (g_strcmp0 (gtk_actionable_get_action_name (actionable), name) == 0 &&
      (target == before || (target != NULL && before != NULL && g_variant_equal (target, before))))
    return;
  /* Name and target fit together at any time. */
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}

/* An answer that is numbered is given by its number. */
static char *
dup_answer_key (const VouchDeskAnswer *answer)
{
  if (answer->command == VOUCH_COMMAND_DIGIT)
    return g_strdup_printf ("%d", answer->argument);
  return dup_key (vouch_desk_actions_find (answer->command));
}

/* The word, and under it the key that does the same. */
static void
fill_button (GtkButton *button, const VouchDeskAnswer *answer)
{
  GtkWidget *box = gtk_widget_get_first_child (gtk_button_get_child (button));
  GtkWidget *word = gtk_widget_get_first_child (box);
  GtkWidget *key = gtk_widget_get_next_sibling (word);
  g_autofree char *key_text = dup_answer_key (answer);

  gtk_label_set_label (GTK_LABEL (word), get_label (answer));
  gtk_label_set_label (GTK_LABEL (key), key_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, get_label (answer), -1);
  bind_action (button, answer);
}

static void
show_answer (GtkButton *button, const VouchDeskAnswer *answer, const char *look)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (button), looks[i]);
  gtk_widget_add_css_class (GTK_WIDGET (button), look);
  fill_button (button, answer);
  gtk_widget_set_visible (GTK_WIDGET (button), TRUE);
}

/* Of answers that are numbered, each place has its own; the place on the right stays empty, for none of them says no.
 */
static const VouchDeskAnswer *
show_numbered (GtkButton *button, gsize place, const VouchDeskState *state)
{
  for (guint i = 0; i < state->answers->len; i++)
    {
      const VouchDeskAnswer *answer = g_ptr_array_index (state->answers, i);

      if (answer->command != VOUCH_COMMAND_DIGIT || answer->argument != (int)place + 1)
        continue;
      show_answer (button, answer, "plain");
      return answer;
    }
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  return NULL;
}

/* Where the next sample is asked for, there is nothing else to do with sound goods. */
static gboolean
is_way_on (const VouchDeskState *state, VouchCommand command)
{
  return state->stage == VOUCH_STAGE_NEXT_SAMPLE && command == VOUCH_COMMAND_NEXT;
}

static const VouchDeskAnswer *
show_place (GtkButton *button, gsize place, const VouchDeskState *state)
{
  if (state->stage == VOUCH_STAGE_REPRINT || (state->is_asked && vouch_desk_state_has_numbered_answers (state)))
    return show_numbered (button, place, state);
  for (const Candidate *at = places[place]; at->command != VOUCH_COMMAND_NONE; at++)
    {
      const VouchDeskAnswer *answer = find_answer (state, at->command);

      if (answer == NULL)
        continue;
      show_answer (button, answer, is_way_on (state, at->command) ? "yes" : at->look);
      return answer;
    }
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  return NULL;
}

/* These have their places elsewhere: keypad, defect tiles, the delivery, the Inspect page and header bar. */
static gboolean
is_shown_elsewhere (const VouchDeskState *state, VouchCommand command)
{
  static const VouchCommand elsewhere[] = {
    VOUCH_COMMAND_DIGIT,    VOUCH_COMMAND_DOT,    VOUCH_COMMAND_DELETE,   VOUCH_COMMAND_ENTER,
    VOUCH_COMMAND_NEGATIVE, VOUCH_COMMAND_DEFECT, VOUCH_COMMAND_MULTIPLY, VOUCH_COMMAND_COUNT,
    VOUCH_COMMAND_PHOTO,    VOUCH_COMMAND_NOTE,   VOUCH_COMMAND_HELP,     VOUCH_COMMAND_LOG_OUT,
    VOUCH_COMMAND_LOCK,     VOUCH_COMMAND_HOME,   VOUCH_COMMAND_BACK,     VOUCH_COMMAND_SAVE,
  };

  /* The list of units is a tool while they are checked; other papers are what comes next. */
  if (command == VOUCH_COMMAND_PRINT)
    return state->stage == VOUCH_STAGE_CHECK || state->stage == VOUCH_STAGE_NEXT_SAMPLE;
  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (elsewhere[i] == command)
      return TRUE;
  return vouch_desk_actions_find (command) == NULL;
}

static void
add_lesser (VouchActionBar *self, const VouchDeskAnswer *answer)
{
  GtkWidget *button = gtk_button_new_with_label (get_label (answer));

  bind_action (GTK_BUTTON (button), answer);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_box_append (self->lesser, button);
}

static void
vouch_action_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_ACTION_BAR);
  G_OBJECT_CLASS (vouch_action_bar_parent_class)->dispose (object);
}

static void
vouch_action_bar_class_init (VouchActionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_action_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "answers");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-action-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchActionBar, yes);
  gtk_widget_class_bind_template_child (widget_class, VouchActionBar, left);
  gtk_widget_class_bind_template_child (widget_class, VouchActionBar, middle);
  gtk_widget_class_bind_template_child (widget_class, VouchActionBar, lesser);
  gtk_widget_class_bind_template_child (widget_class, VouchActionBar, right);
  gtk_widget_class_bind_template_child (widget_class, VouchActionBar, no);
}

static void
vouch_action_bar_init (VouchActionBar *self)
{
  g_type_ensure (VOUCH_TYPE_ANSWER_LAYOUT);
  g_type_ensure (VOUCH_TYPE_FIT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Answers"), -1);
}

/**
 * vouch_action_bar_set_state:
 * @self: an action bar
 * @state: what the desk offers
 *
 * Returns: whether it has anything to offer
 */
gboolean
vouch_action_bar_set_state (VouchActionBar *self, const VouchDeskState *state)
{
  GtkButton *buttons[N_PLACES];
  const VouchDeskAnswer *shown[N_PLACES];
  GtkWidget *child;
  gboolean offers = FALSE;

  g_return_val_if_fail (VOUCH_IS_ACTION_BAR (self), FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  buttons[0] = self->yes;
  buttons[1] = self->left;
  buttons[2] = self->right;
  buttons[3] = self->no;
  for (gsize i = 0; i < N_PLACES; i++)
    {
      shown[i] = show_place (buttons[i], i, state);
      offers = offers || shown[i] != NULL;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lesser))) != NULL)
    gtk_box_remove (self->lesser, child);
  for (guint i = 0; i < state->answers->len; i++)
    {
      const VouchDeskAnswer *answer = g_ptr_array_index (state->answers, i);

      if (answer != shown[0] && answer != shown[1] && answer != shown[2] && answer != shown[3] &&
          !is_shown_elsewhere (state, answer->command))
        add_lesser (self, answer);
    }
  child = gtk_widget_get_first_child (GTK_WIDGET (self->lesser));
  gtk_widget_set_visible (self->middle, child != NULL);
  return offers || child != NULL;
}
