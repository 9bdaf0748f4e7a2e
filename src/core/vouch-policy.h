#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPolicy:
 *
 * A rule of the house as data, by name.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *value;
  gint64 changed_by;
  gint64 changed_at;
} VouchPolicy;

VOUCH_DECLARE_RECORD (VouchPolicy, vouch_policy)

G_END_DECLS
