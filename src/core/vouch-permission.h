#pragma once

#include "vouch-user-role.h"

G_BEGIN_DECLS

/**
 * VouchPermission:
 * @VOUCH_PERMISSION_NOBODY: what no role may do; the default
 * @VOUCH_PERMISSION_SYSTEM: what the station does by itself, like noting that a publication arrived
 * @VOUCH_PERMISSION_FIRST_START: what the one-time code of the first start allows
 * @VOUCH_PERMISSION_RECEIVE: open deliveries, count goods
 * @VOUCH_PERMISSION_INSPECT: plan, draw, record and undo readings
 * @VOUCH_PERMISSION_HOLD: hold goods
 * @VOUCH_PERMISSION_CONFIRM_REJECTION: confirm a failed verdict
 * @VOUCH_PERMISSION_ACCEPT_WITHIN_PLAN: accept what meets its plan
 * @VOUCH_PERMISSION_DECIDE: decide on failed and held lots
 * @VOUCH_PERMISSION_DECLARE_SEVERITY: sign what decides on severity beside lots
 * @VOUCH_PERMISSION_ASK_CORRECTION: say that a recorded fact is wrong
 * @VOUCH_PERMISSION_CORRECT: approve corrections of recorded facts, settle counts that differ
 * @VOUCH_PERMISSION_ISSUE_CODES: issue and activate trace codes of a released lot
 * @VOUCH_PERMISSION_PRINT: print labels
 * @VOUCH_PERMISSION_VOID_CODES: void codes that are not active, and print anybody's labels again
 * @VOUCH_PERMISSION_CASES: take and answer customers' cases
 * @VOUCH_PERMISSION_MANAGE_USERS: make and retire users
 * @VOUCH_PERMISSION_MANAGE_STATION: master data as files, host name, keys, backup
 * @VOUCH_PERMISSION_ATTACH: keep photos with a record
 * @VOUCH_PERMISSION_LEAVE_KIOSK: leave a window that fills the screen for good
 * @VOUCH_PERMISSION_DRAFT_PLAN: draft inspection plans
 * @VOUCH_PERMISSION_APPROVE_PLAN: approve inspection plans that others drafted, and retire them
 * @VOUCH_PERMISSION_MANAGE_PATTERNS: say what codes of carriers and of the house look like
 * @VOUCH_PERMISSION_PACK: put units into cartons and cartons onto pallets, and take them out again
 * @VOUCH_PERMISSION_MANAGE_TEMPLATES: make and change label templates of the house
 *
 * What a use case asks for. Roles are mapped to it in one table; what is not in the table is denied.
 */
typedef enum
{
  VOUCH_PERMISSION_NOBODY,
  VOUCH_PERMISSION_SYSTEM,
  VOUCH_PERMISSION_FIRST_START,
  VOUCH_PERMISSION_RECEIVE,
  VOUCH_PERMISSION_INSPECT,
  VOUCH_PERMISSION_HOLD,
  VOUCH_PERMISSION_CONFIRM_REJECTION,
  VOUCH_PERMISSION_ACCEPT_WITHIN_PLAN,
  VOUCH_PERMISSION_DECIDE,
  VOUCH_PERMISSION_DECLARE_SEVERITY,
  VOUCH_PERMISSION_ASK_CORRECTION,
  VOUCH_PERMISSION_CORRECT,
  VOUCH_PERMISSION_ISSUE_CODES,
  VOUCH_PERMISSION_PRINT,
  VOUCH_PERMISSION_VOID_CODES,
  VOUCH_PERMISSION_CASES,
  VOUCH_PERMISSION_MANAGE_USERS,
  VOUCH_PERMISSION_MANAGE_STATION,
  VOUCH_PERMISSION_ATTACH,
  VOUCH_PERMISSION_LEAVE_KIOSK,
  VOUCH_PERMISSION_DRAFT_PLAN,
  VOUCH_PERMISSION_APPROVE_PLAN,
  VOUCH_PERMISSION_MANAGE_PATTERNS,
  VOUCH_PERMISSION_PACK,
  VOUCH_PERMISSION_MANAGE_TEMPLATES,
} VouchPermission;

/* A set of roles: bit VouchRole. */
typedef guint VouchRoles;

#define VOUCH_ROLES_OF(role) (1u << (role))

gboolean vouch_permission_is_granted (VouchPermission permission, VouchRoles roles);
const char *vouch_permission_describe (VouchPermission permission);
const char *vouch_role_get_label (VouchRole role);

G_END_DECLS
