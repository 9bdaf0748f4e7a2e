#include "vouch-shelf-life.h"

#include "vouch-error.h"

#define TODAY 20260529

static VouchProduct tea = { .shelf_life_days = 100, .min_remaining_percent = 60 };
static VouchProduct charger = { .shelf_life_days = 0, .min_remaining_percent = 0 };

static gboolean
check (const VouchProduct *product, VouchDate produced, int expires_in_days, GError **error)
{
  return vouch_shelf_life_check (product, produced, vouch_date_add_days (TODAY, expires_in_days), TODAY, error);
}

static void
test_goods_are_good_on_the_day_of_expiry (void)
{
  g_autoptr (GError) error = NULL;
  VouchProduct any = { .shelf_life_days = 100, .min_remaining_percent = 0 };

  g_assert_true (check (&any, 0, 0, &error));
  g_assert_no_error (error);
  g_assert_false (check (&any, 0, -1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "expiry");
}

static void
test_too_little_remaining_shelf_life_is_denied (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (check (&tea, 0, 60, &error));
  g_assert_no_error (error);
  g_assert_false (check (&tea, 0, 59, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_nonnull (strstr (error->message, "59 of 100"));
}

static void
test_goods_without_shelf_life_only_must_not_be_expired (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_shelf_life_check (&charger, 0, 0, TODAY, &error));
  g_assert_true (check (&charger, 0, 0, &error));
  g_assert_no_error (error);
  g_assert_false (check (&charger, 0, -1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
}

static void
test_an_expiry_before_production_is_invalid (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_shelf_life_check (&tea, 20270101, 20261231, TODAY, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (vouch_shelf_life_check (&tea, 20270101, 20270101, TODAY, &error));
}

static void
test_days_are_counted_over_a_leap_day (void)
{
  VouchProduct milk = { .shelf_life_days = 2, .min_remaining_percent = 100 };
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_shelf_life_check (&milk, 0, 20280301, 20280228, &error));
  g_assert_no_error (error);
  g_assert_false (vouch_shelf_life_check (&milk, 0, 20270301, 20270228, &error));
}

static void
test_expiry_follows_from_production (void)
{
  VouchProduct absurd = { .shelf_life_days = G_MAXINT64 };

  g_assert_cmpint (vouch_shelf_life_derive_expiry (&tea, 20260101), ==, 20260411);
  g_assert_cmpint (vouch_shelf_life_derive_expiry (&tea, VOUCH_DATE_NONE), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_shelf_life_derive_expiry (&charger, 20260101), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_shelf_life_derive_expiry (&absurd, 20260101), ==, VOUCH_DATE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shelf-life/goods-are-good-on-the-day-of-expiry", test_goods_are_good_on_the_day_of_expiry);
  g_test_add_func ("/shelf-life/too-little-remaining-shelf-life-is-denied",
                   test_too_little_remaining_shelf_life_is_denied);
  g_test_add_func ("/shelf-life/goods-without-shelf-life-only-must-not-be-expired",
                   test_goods_without_shelf_life_only_must_not_be_expired);
  g_test_add_func ("/shelf-life/an-expiry-before-production-is-invalid", test_an_expiry_before_production_is_invalid);
  g_test_add_func ("/shelf-life/days-are-counted-over-a-leap-day", test_days_are_counted_over_a_leap_day);
  g_test_add_func ("/shelf-life/expiry-follows-from-production", test_expiry_follows_from_production);
  return g_test_run ();
}
