#pragma once

#include "vouch-administrator-key.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* The public half of a key that the acting administrator made. */
typedef struct
{
  GBytes *public_key;
} VouchAdministratorKeyRequest;

VOUCH_DECLARE_RECORD (VouchAdministratorKeyRequest, vouch_administrator_key_request)

/* A key that is lost, or was in wrong hands, or whose owner left. */
typedef struct
{
  gint64 id;
  char *reason;
} VouchWithdrawKeyRequest;

VOUCH_DECLARE_RECORD (VouchWithdrawKeyRequest, vouch_withdraw_key_request)

/* A key, with names. */
typedef struct
{
  gint64 id;
  char *owner;
  GBytes *public_key;
  gint64 added_at;
  char *withdrawn_by;
  gint64 withdrawn_at;
  char *reason;
} VouchAdministratorKeyView;

VOUCH_DECLARE_RECORD (VouchAdministratorKeyView, vouch_administrator_key_view)

/* Both answer VouchDone: the key. */
extern const VouchUseCase vouch_administrator_key_add;
extern const VouchUseCase vouch_administrator_key_withdraw;

/* Makes a key in a file that is to be kept off the station. Takes a second. */
VouchDone *
vouch_administrator_key_make (VouchStation *station, VouchActor *actor, const char *path, const char *passphrase,
                              const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_administrator_key_list_views (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_administrator_key_join (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
