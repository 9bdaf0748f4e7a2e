#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* The next line of what the station publishes. */
gboolean vouch_publish_find_revision (VouchAct *act, gint64 lot_id, const char *type, gint64 *rev, GError **error);
gboolean vouch_publish_put (VouchAct *act, gint64 lot_id, gint64 rev, const char *type, GBytes *body, GError **error);
/* What an earlier epoch left behind goes on in a later one. */
gboolean vouch_publish_carry_over (VouchAct *act, gint64 epoch, GError **error);

G_END_DECLS
