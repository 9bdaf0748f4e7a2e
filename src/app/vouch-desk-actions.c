#include "vouch-desk-actions.h"

static const VouchDeskAction actions[] = {
  { "pass", VOUCH_COMMAND_PASS, FALSE, { "F5" } },
  { "fail", VOUCH_COMMAND_FAIL, FALSE, { "F6" } },
  { "hold", VOUCH_COMMAND_HOLD, FALSE, { "F7" } },
  { "not-applicable", VOUCH_COMMAND_NOT_APPLICABLE, FALSE, { "F8" } },
  { "accept", VOUCH_COMMAND_ACCEPT, FALSE, { "F12" } },
  { "reject", VOUCH_COMMAND_REJECT, FALSE, { "<Shift>F12" } },
  { "undo", VOUCH_COMMAND_UNDO, FALSE, { "<Control>z" } },
  { "next", VOUCH_COMMAND_NEXT, FALSE, { "<Control>Right" } },
  { "back", VOUCH_COMMAND_BACK, FALSE, { NULL } }, /* Escape: after popovers and dialogs, see VouchWindow */
  { "home", VOUCH_COMMAND_HOME, FALSE, { "<Control>Home" } },
  { "save", VOUCH_COMMAND_SAVE, FALSE, { "<Control>s" } },
  { "ok", VOUCH_COMMAND_OK, FALSE, { "<Control>Return", "<Control>KP_Enter" } },
  { "no", VOUCH_COMMAND_NO, FALSE, { "<Control>BackSpace" } },
  { "digit", VOUCH_COMMAND_DIGIT, TRUE, { NULL } },
  { "dot", VOUCH_COMMAND_DOT, FALSE, { NULL } },
  { "delete", VOUCH_COMMAND_DELETE, FALSE, { NULL } },
  { "enter", VOUCH_COMMAND_ENTER, FALSE, { NULL } },
  { "negative", VOUCH_COMMAND_NEGATIVE, FALSE, { NULL } },
  { "count", VOUCH_COMMAND_COUNT, FALSE, { NULL } },
  { "damaged", VOUCH_COMMAND_DAMAGED, FALSE, { "<Control>d" } },
  { "multiply", VOUCH_COMMAND_MULTIPLY, TRUE, { NULL } },
  { "defect", VOUCH_COMMAND_DEFECT, TRUE, { NULL } },
  { "print", VOUCH_COMMAND_PRINT, FALSE, { "<Control>p" } },
  { "lock", VOUCH_COMMAND_LOCK, FALSE, { "<Control>l" } },
  { "log-out", VOUCH_COMMAND_LOG_OUT, FALSE, { "<Shift><Control>l" } },
  { "photo", VOUCH_COMMAND_PHOTO, FALSE, { "F4" } },
  { "note", VOUCH_COMMAND_NOTE, FALSE, { "<Control>t" } },
  { "help", VOUCH_COMMAND_HELP, FALSE, { "F1" } },
  { "mute", VOUCH_COMMAND_MUTE, FALSE, { "<Control>m" } },
  { "loud", VOUCH_COMMAND_LOUD, FALSE, { "<Shift><Control>m" } },
  { "camera", VOUCH_COMMAND_CAMERA, FALSE, { "F3" } },
  { "setup", VOUCH_COMMAND_SETUP, FALSE, { NULL } },
};

typedef struct
{
  VouchDeskActionFunc func;
  gpointer data;
  VouchCommand command;
} Target;

/**
 * vouch_desk_actions_get_all:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): every command that is an action
 */
const VouchDeskAction *
vouch_desk_actions_get_all (gsize *n)
{
  *n = G_N_ELEMENTS (actions);
  return actions;
}

/**
 * vouch_desk_actions_find:
 * @command: a command
 *
 * Returns: (transfer none) (nullable): its action
 */
const VouchDeskAction *
vouch_desk_actions_find (VouchCommand command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].command == command)
      return &actions[i];
  return NULL;
}

/**
 * vouch_desk_actions_set_keys:
 * @application: the application
 *
 * Gives the actions their keys.
 */
void
vouch_desk_actions_set_keys (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].accels[0] != NULL)
      {
        g_autofree char *name = g_strconcat ("desk.", actions[i].name, NULL);

        gtk_application_set_accels_for_action (application, name, actions[i].accels);
      }
}

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Target *target = data;

  target->func (target->command, parameter != NULL ? g_variant_get_int32 (parameter) : 0, target->data);
}

static void
free_target_cb (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * vouch_desk_actions_new:
 * @func: called with the command
 * @data: for @func; outlives the group
 *
 * Returns: (transfer full): the actions, none of them enabled
 */
GSimpleActionGroup *
vouch_desk_actions_new (VouchDeskActionFunc func, gpointer data)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_return_val_if_fail (func != NULL, group);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new (actions[i].name, actions[i].takes_argument ? G_VARIANT_TYPE_INT32 : NULL);
      Target *target = g_new0 (Target, 1);

      *target = (Target){ func, data, actions[i].command };
      g_signal_connect_data (action, "activate", G_CALLBACK (activate_cb), target, free_target_cb, 0);
      g_simple_action_set_enabled (action, FALSE);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}

/* Defects are offered as a list of their own, and parking is the way home. */
static gboolean
is_offered (const VouchDeskState *state, VouchCommand command)
{
  if (command == VOUCH_COMMAND_DEFECT)
    return state->defects->len > 0;
  if (command == VOUCH_COMMAND_HOME)
    return vouch_desk_state_offers (state, VOUCH_COMMAND_SAVE);
  if (command == VOUCH_COMMAND_MUTE || command == VOUCH_COMMAND_LOUD)
    return TRUE;
  if (command == VOUCH_COMMAND_CAMERA || command == VOUCH_COMMAND_SETUP)
    return state->stage != VOUCH_STAGE_FIRST_START;
  return vouch_desk_state_offers (state, command);
}

/**
 * vouch_desk_actions_update:
 * @group: the actions
 * @state: what the desk offers
 *
 * Enables what the desk offers, and nothing else.
 */
void
vouch_desk_actions_update (GSimpleActionGroup *group, const VouchDeskState *state)
{
  g_return_if_fail (G_IS_SIMPLE_ACTION_GROUP (group));
  g_return_if_fail (state != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), actions[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_offered (state, actions[i].command));
    }
}
