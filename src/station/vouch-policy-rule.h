#pragma once

#include "vouch-product.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *value;
} VouchPolicyRequest;

VOUCH_DECLARE_RECORD (VouchPolicyRequest, vouch_policy_request)

/* Answer VouchDone. */
extern const VouchUseCase vouch_policy_change;

char *vouch_policy_dup (VouchConn *conn, const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_policy_set (VouchAct *act, const char *name, const char *value, GError **error);
char *vouch_policy_dup_unit_gtin (VouchConn *conn, const VouchProduct *product) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_policy_dup_serial_gtin (VouchConn *conn, const VouchProduct *product) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
