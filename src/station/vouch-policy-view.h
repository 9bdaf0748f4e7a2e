#pragma once

#include "vouch-conn.h"
#include "vouch-policy-table.h"

G_BEGIN_DECLS

/**
 * VouchPolicyView:
 *
 * A policy as it stands: its description in the user's language, and what counts.
 */
typedef struct
{
  char *name;
  char *title;
  char *value; /* what counts: set, or the default; %NULL for none */
  gboolean is_set;
  VouchPolicyKind kind;
  char *fallback; /* the default; %NULL for none */
  char *range;
  char *meaning;
  char *source; /* the law, the standard, or that it is a rule of the house */
  char *set_by; /* nullable: the act that sets it, where nobody sets it by hand */
  char *changed_by;
  gint64 changed_at;
} VouchPolicyView;

VOUCH_DECLARE_RECORD (VouchPolicyView, vouch_policy_view)

GPtrArray *vouch_policy_view_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
