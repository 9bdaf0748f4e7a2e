#include "vouch-permission.h"

#define N_ROLES (VOUCH_ROLE_AUDITOR + 1)

/* Who may do what, written down a second time: I inspector, Q QA lead, S service desk, A administrator. */
static const struct
{
  VouchPermission permission;
  const char *who;
} expected[] = {
  { VOUCH_PERMISSION_NOBODY, "" },
  { VOUCH_PERMISSION_SYSTEM, "" },
  { VOUCH_PERMISSION_FIRST_START, "" },
  { VOUCH_PERMISSION_RECEIVE, "I" },
  { VOUCH_PERMISSION_INSPECT, "I" },
  { VOUCH_PERMISSION_HOLD, "I" },
  { VOUCH_PERMISSION_CONFIRM_REJECTION, "I" },
  { VOUCH_PERMISSION_ACCEPT_WITHIN_PLAN, "I" },
  { VOUCH_PERMISSION_DECIDE, "Q" },
  { VOUCH_PERMISSION_ASK_CORRECTION, "IQ" },
  { VOUCH_PERMISSION_CORRECT, "Q" },
  { VOUCH_PERMISSION_VOID_CODES, "Q" },
  { VOUCH_PERMISSION_ISSUE_CODES, "IQ" },
  { VOUCH_PERMISSION_PRINT, "IQ" },
  { VOUCH_PERMISSION_CASES, "SQ" },
  { VOUCH_PERMISSION_MANAGE_USERS, "A" },
  { VOUCH_PERMISSION_MANAGE_STATION, "A" },
  { VOUCH_PERMISSION_ATTACH, "IQ" },
  { VOUCH_PERMISSION_LEAVE_KIOSK, "QA" },
  { VOUCH_PERMISSION_DECLARE_SEVERITY, "Q" },
  { VOUCH_PERMISSION_DRAFT_PLAN, "IQ" },
  { VOUCH_PERMISSION_APPROVE_PLAN, "Q" },
  { VOUCH_PERMISSION_MANAGE_PATTERNS, "QA" },
  { VOUCH_PERMISSION_PACK, "IQ" },
  { VOUCH_PERMISSION_MANAGE_TEMPLATES, "QA" },
};

static char
letter_of (VouchRole role)
{
  return "IQSA-"[role];
}

static void
test_every_role_has_just_its_permissions (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (expected), ==, VOUCH_PERMISSION_MANAGE_TEMPLATES + 1);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (int role = 0; role < N_ROLES; role++)
      {
        gboolean wanted = strchr (expected[i].who, letter_of ((VouchRole)role)) != NULL;

        g_test_message ("permission %d, role %d", expected[i].permission, role);
        g_assert_cmpint (vouch_permission_is_granted (expected[i].permission, VOUCH_ROLES_OF (role)), ==, wanted);
      }
}

static void
test_no_role_may_do_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_false (vouch_permission_is_granted (expected[i].permission, 0));
}

static void
test_what_is_not_in_the_table_is_denied (void)
{
  g_assert_false (vouch_permission_is_granted ((VouchPermission)(VOUCH_PERMISSION_MANAGE_TEMPLATES + 1), G_MAXUINT));
  g_assert_false (vouch_permission_is_granted (VOUCH_PERMISSION_NOBODY, G_MAXUINT));
  g_assert_false (vouch_permission_is_granted (VOUCH_PERMISSION_SYSTEM, G_MAXUINT));
  g_assert_false (vouch_permission_is_granted (VOUCH_PERMISSION_FIRST_START, G_MAXUINT));
}

static void
test_roles_add_up (void)
{
  VouchRoles both = VOUCH_ROLES_OF (VOUCH_ROLE_INSPECTOR) | VOUCH_ROLES_OF (VOUCH_ROLE_QA_LEAD);

  g_assert_true (vouch_permission_is_granted (VOUCH_PERMISSION_RECEIVE, both));
  g_assert_true (vouch_permission_is_granted (VOUCH_PERMISSION_DECIDE, both));
  g_assert_false (vouch_permission_is_granted (VOUCH_PERMISSION_MANAGE_USERS, both));
}

static void
test_a_refusal_says_who_may (void)
{
  g_assert_nonnull (strstr (vouch_permission_describe (VOUCH_PERMISSION_RECEIVE), "inspector"));
  g_assert_nonnull (strstr (vouch_permission_describe (VOUCH_PERMISSION_DECIDE), "QA lead"));
  g_assert_nonnull (strstr (vouch_permission_describe (VOUCH_PERMISSION_CASES), "service desk"));
  g_assert_nonnull (strstr (vouch_permission_describe (VOUCH_PERMISSION_MANAGE_USERS), "administrator"));
  g_assert_nonnull (strstr (vouch_permission_describe (VOUCH_PERMISSION_SYSTEM), "Nobody"));
}

static void
test_every_role_has_a_label (void)
{
  for (int role = 0; role < N_ROLES; role++)
    {
      g_assert_nonnull (vouch_enum_get_name (&vouch_role_values, role));
      g_assert_cmpstr (vouch_role_get_label ((VouchRole)role), !=, "");
    }
  g_assert_null (vouch_enum_get_name (&vouch_role_values, N_ROLES));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/permission/every-role-has-just-its-permissions", test_every_role_has_just_its_permissions);
  g_test_add_func ("/permission/no-role-may-do-nothing", test_no_role_may_do_nothing);
  g_test_add_func ("/permission/what-is-not-in-the-table-is-denied", test_what_is_not_in_the_table_is_denied);
  g_test_add_func ("/permission/roles-add-up", test_roles_add_up);
  g_test_add_func ("/permission/a-refusal-says-who-may", test_a_refusal_says_who_may);
  g_test_add_func ("/permission/every-role-has-a-label", test_every_role_has_a_label);
  return g_test_run ();
}
