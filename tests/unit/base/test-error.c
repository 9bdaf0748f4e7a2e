#include "vouch-error.h"

#include <gio/gio.h>

static void
test_codes_have_their_json_names (void)
{
  static const struct
  {
    VouchErrorCode code;
    const char *name;
  } codes[] = {
    { VOUCH_ERROR_INVALID, "invalid" },   { VOUCH_ERROR_DENIED, "denied" }, { VOUCH_ERROR_NOT_FOUND, "not_found" },
    { VOUCH_ERROR_CONFLICT, "conflict" }, { VOUCH_ERROR_BUSY, "busy" },     { VOUCH_ERROR_STORAGE, "storage" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (VOUCH_ERROR, (int)codes[i].code, "x");

      g_assert_cmpstr (vouch_error_code_name (error), ==, codes[i].name);
    }
}

static void
test_foreign_errors_count_as_storage (void)
{
  g_autoptr (GError) foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "x");
  g_autoptr (GError) unknown = g_error_new_literal (VOUCH_ERROR, 99, "x");

  g_assert_cmpstr (vouch_error_code_name (foreign), ==, "storage");
  g_assert_cmpstr (vouch_error_code_name (unknown), ==, "storage");
  g_assert_null (vouch_error_get_field (foreign));
}

static void
test_remembers_the_field (void)
{
  g_autoptr (GError) error = NULL;

  vouch_set_field_error (&error, "expiry", VOUCH_ERROR_INVALID, "%s is before %d", "expiry", 2026);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "expiry is before 2026");
  g_assert_cmpstr (vouch_error_get_field (error), ==, "expiry");
}

static void
test_the_field_travels_with_copies (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) outer = NULL;

  vouch_set_field_error (&error, "lot", VOUCH_ERROR_CONFLICT, "other content");
  copy = g_error_copy (error);
  g_assert_cmpstr (vouch_error_get_field (copy), ==, "lot");
  g_propagate_prefixed_error (&outer, g_steal_pointer (&error), "LOT-7: ");
  g_assert_cmpstr (vouch_error_get_field (outer), ==, "lot");
  g_assert_cmpstr (outer->message, ==, "LOT-7: other content");
}

static void
test_an_error_needs_no_field (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) plain = NULL;

  vouch_set_field_error (&error, NULL, VOUCH_ERROR_BUSY, "held");
  g_assert_null (vouch_error_get_field (error));
  g_set_error_literal (&plain, VOUCH_ERROR, VOUCH_ERROR_DENIED, "no");
  g_assert_null (vouch_error_get_field (plain));
  g_assert_null (vouch_error_get_field (NULL));
}

static void
test_nobody_has_to_listen (void)
{
  vouch_set_field_error (NULL, "lot", VOUCH_ERROR_INVALID, "%s", "unheard");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/codes-have-their-json-names", test_codes_have_their_json_names);
  g_test_add_func ("/error/foreign-errors-count-as-storage", test_foreign_errors_count_as_storage);
  g_test_add_func ("/error/remembers-the-field", test_remembers_the_field);
  g_test_add_func ("/error/the-field-travels-with-copies", test_the_field_travels_with_copies);
  g_test_add_func ("/error/an-error-needs-no-field", test_an_error_needs_no_field);
  g_test_add_func ("/error/nobody-has-to-listen", test_nobody_has_to_listen);
  return g_test_run ();
}
