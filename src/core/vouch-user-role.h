#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchRole:
 *
 * Who may do what; see vouch-permission.h.
 */
typedef enum
{
  VOUCH_ROLE_INSPECTOR,
  VOUCH_ROLE_QA_LEAD,
  VOUCH_ROLE_SERVICE,
  VOUCH_ROLE_ADMINISTRATOR,
  VOUCH_ROLE_AUDITOR,
} VouchRole;

extern const VouchEnum vouch_role_values;

/**
 * VouchUserRole:
 *
 * One role of one user.
 */
typedef struct
{
  gint64 id;
  gint64 user_id;
  VouchRole role;
} VouchUserRole;

VOUCH_DECLARE_RECORD (VouchUserRole, vouch_user_role)

G_END_DECLS
