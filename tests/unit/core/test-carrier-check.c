#include "vouch-carrier-check.h"

static const struct
{
  VouchCarrierCheck check;
  const char *number;
  gboolean holds;
} numbers[] = {
  { VOUCH_CARRIER_CHECK_S10, "RB123456785GB", TRUE },       { VOUCH_CARRIER_CHECK_S10, "EE876543216CN", TRUE },
  { VOUCH_CARRIER_CHECK_S10, "RB123456784GB", FALSE },      { VOUCH_CARRIER_CHECK_S10, "RB12345678", FALSE },
  { VOUCH_CARRIER_CHECK_UPS, "1Z879E930346834440", TRUE },  { VOUCH_CARRIER_CHECK_UPS, "1Z999AA10123456784", TRUE },
  { VOUCH_CARRIER_CHECK_UPS, "1Z999AA10123456785", FALSE }, { VOUCH_CARRIER_CHECK_UPS, "1Z999aa10123456784", FALSE },
  { VOUCH_CARRIER_CHECK_FEDEX, "986578788855", TRUE },      { VOUCH_CARRIER_CHECK_FEDEX, "986578788856", FALSE },
  { VOUCH_CARRIER_CHECK_FEDEX, "98657878885", FALSE },      { VOUCH_CARRIER_CHECK_MOD7, "3318810025", TRUE },
  { VOUCH_CARRIER_CHECK_MOD7, "3318810026", FALSE },        { VOUCH_CARRIER_CHECK_MOD7, "", FALSE },
  { VOUCH_CARRIER_CHECK_NONE, "anything", TRUE },
};

static void
test_a_number_checks_itself (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_test_message ("%s", numbers[i].number);
      g_assert_cmpint (vouch_carrier_check_holds (numbers[i].check, numbers[i].number), ==, numbers[i].holds);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrier-check/a-number-checks-itself", test_a_number_checks_itself);
  return g_test_run ();
}
