#pragma once

#include "vouch-conn.h"
#include "vouch-permission.h"
#include "vouch-user.h"

G_BEGIN_DECLS

/* A person with an account, as a list shows it. */
typedef struct
{
  gint64 id;
  char *badge;
  char *name;
  char *roles; /* names with commas */
  VouchUserState state;
  gboolean has_pin;
  gint64 created_at;
} VouchUserView;

VOUCH_DECLARE_RECORD (VouchUserView, vouch_user_view)

GPtrArray *vouch_user_view_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
