#pragma once

#include "vouch-policy-table.h"
#include "vouch-product.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *value; /* nullable: back to the default */
} VouchPolicyRequest;

VOUCH_DECLARE_RECORD (VouchPolicyRequest, vouch_policy_request)

/* Answer VouchDone. */
extern const VouchUseCase vouch_policy_change;

char *vouch_policy_dup (VouchConn *conn, const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_policy_read_flag (VouchConn *conn, VouchPolicyId id, gboolean *value, GError **error);
gboolean vouch_policy_read_number (VouchConn *conn, VouchPolicyId id, gint64 *value, GError **error);
gboolean vouch_policy_read_choice (VouchConn *conn, VouchPolicyId id, int *value, GError **error);
gboolean vouch_station_read_policy (VouchStation *station, VouchPolicyId id, gint64 *value, GError **error);
gboolean vouch_policy_set (VouchAct *act, const char *name, const char *value, GError **error);
char *vouch_policy_dup_unit_gtin (VouchConn *conn, const VouchProduct *product) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_policy_dup_serial_gtin (VouchConn *conn, const VouchProduct *product) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
