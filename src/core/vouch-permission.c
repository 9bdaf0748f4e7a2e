#include "vouch-permission.h"

#include <glib/gi18n-lib.h>

#define INSPECTOR VOUCH_ROLES_OF (VOUCH_ROLE_INSPECTOR)
#define QA_LEAD VOUCH_ROLES_OF (VOUCH_ROLE_QA_LEAD)
#define SERVICE VOUCH_ROLES_OF (VOUCH_ROLE_SERVICE)
#define ADMINISTRATOR VOUCH_ROLES_OF (VOUCH_ROLE_ADMINISTRATOR)

/* The whole of who may do what. An administrator edits no record and signs nothing; an auditor only reads. */
static VouchRoles
roles_with (VouchPermission permission)
{
  switch (permission)
    {
    case VOUCH_PERMISSION_RECEIVE:
    case VOUCH_PERMISSION_INSPECT:
    case VOUCH_PERMISSION_HOLD:
    case VOUCH_PERMISSION_CONFIRM_REJECTION:
    case VOUCH_PERMISSION_ACCEPT_WITHIN_PLAN:
      return INSPECTOR;
    case VOUCH_PERMISSION_DECIDE:
    case VOUCH_PERMISSION_DECLARE_SEVERITY:
    case VOUCH_PERMISSION_CORRECT:
    case VOUCH_PERMISSION_VOID_CODES:
    case VOUCH_PERMISSION_APPROVE_PLAN:
      return QA_LEAD;
    case VOUCH_PERMISSION_ASK_CORRECTION:
    case VOUCH_PERMISSION_ISSUE_CODES:
    case VOUCH_PERMISSION_PRINT:
    case VOUCH_PERMISSION_PACK:
    case VOUCH_PERMISSION_ATTACH:
    case VOUCH_PERMISSION_DRAFT_PLAN:
      return INSPECTOR | QA_LEAD;
    case VOUCH_PERMISSION_CASES:
      return SERVICE | QA_LEAD;
    case VOUCH_PERMISSION_LEAVE_KIOSK:
    case VOUCH_PERMISSION_MANAGE_PATTERNS:
    case VOUCH_PERMISSION_MANAGE_TEMPLATES:
      return QA_LEAD | ADMINISTRATOR;
    case VOUCH_PERMISSION_MANAGE_USERS:
    case VOUCH_PERMISSION_MANAGE_STATION:
      return ADMINISTRATOR;
    case VOUCH_PERMISSION_NOBODY:
    case VOUCH_PERMISSION_SYSTEM:
    case VOUCH_PERMISSION_FIRST_START:
    default:
      return 0;
    }
}

/**
 * vouch_permission_is_granted:
 * @permission: what is asked for
 * @roles: the actor's roles
 *
 * Returns: whether one of @roles may do it; no role may do what the table does not name
 */
gboolean
vouch_permission_is_granted (VouchPermission permission, VouchRoles roles)
{
  return (roles_with (permission) & roles) != 0;
}

/**
 * vouch_permission_describe:
 * @permission: what was asked for
 *
 * Returns: (transfer none): a message for somebody who may not, saying who may
 */
const char *
vouch_permission_describe (VouchPermission permission)
{
  VouchRoles roles = roles_with (permission);

  if (roles & INSPECTOR)
    return _ ("Your role does not allow this; an inspector may do it");
  if (roles & SERVICE)
    return _ ("Your role does not allow this; the service desk may do it");
  if (roles & QA_LEAD)
    return _ ("Your role does not allow this; a QA lead may do it");
  if (roles & ADMINISTRATOR)
    return _ ("Your role does not allow this; an administrator may do it");
  return _ ("Nobody may do this by hand");
}

/**
 * vouch_role_get_label:
 * @role: a role
 *
 * Returns: (transfer none): the role's name in the user's language
 */
const char *
vouch_role_get_label (VouchRole role)
{
  switch (role)
    {
    case VOUCH_ROLE_INSPECTOR:
      return _ ("Inspector");
    case VOUCH_ROLE_QA_LEAD:
      return _ ("QA lead");
    case VOUCH_ROLE_SERVICE:
      return _ ("Service desk");
    case VOUCH_ROLE_ADMINISTRATOR:
      return _ ("Administrator");
    case VOUCH_ROLE_AUDITOR:
      return _ ("Auditor");
    default:
      g_return_val_if_reached ("");
    }
}
