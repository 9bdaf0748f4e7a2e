#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

/* What a customer's code is of; all are zero where it is not ours. */
typedef struct
{
  gint64 lot_id;
  gint64 unit;
  gboolean has_unit;
  char *lot;
} VouchCodeMeaning;

void vouch_code_meaning_clear (VouchCodeMeaning *self);
gboolean
vouch_code_find (VouchConn *conn, VouchStation *station, const char *text, VouchCodeMeaning *meaning, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchCodeMeaning, vouch_code_meaning_clear)

G_END_DECLS
