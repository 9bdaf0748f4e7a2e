#pragma once

#include <gtk/gtk.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

/**
 * VouchDeskAction:
 * @name: of the action, without its group "desk"
 * @command: what it tells the desk
 * @takes_argument: whether its parameter is a number
 * @accels: (nullable): keys, %NULL-terminated
 *
 * An inspector's command as an action, so that buttons, keys and tests reach it alike.
 */
typedef struct
{
  const char *name;
  VouchCommand command;
  gboolean takes_argument;
  const char *accels[3];
} VouchDeskAction;

/* Called with the command of an action that was activated. */
typedef void (*VouchDeskActionFunc) (VouchCommand command, int argument, gpointer data);

const VouchDeskAction *vouch_desk_actions_get_all (gsize *n);
const VouchDeskAction *vouch_desk_actions_find (VouchCommand command);
void vouch_desk_actions_set_keys (GtkApplication *application);
GSimpleActionGroup *vouch_desk_actions_new (VouchDeskActionFunc func, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void vouch_desk_actions_update (GSimpleActionGroup *group, const VouchDeskState *state);

G_END_DECLS
