#include <glib.h>
#include <stdint.h>

#include "vouch-trace-address.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What was read must be written again as an address that reads the same. */
static void
check_round_trip (const VouchTraceAddress *address)
{
  const char *gtin = *address->gtin != '\0' ? address->gtin : NULL;
  const char *serial = *address->serial != '\0' ? address->serial : NULL;
  g_autofree char *text = vouch_trace_address_format (address->host, gtin, address->lot, serial);
  g_autoptr (VouchTraceAddress) again = vouch_trace_address_parse (text, NULL);

  g_assert_nonnull (again);
  g_assert_cmpstr (again->lot, ==, address->lot);
  g_assert_cmpstr (again->gtin, ==, address->gtin);
  g_assert_cmpstr (again->serial, ==, address->serial);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (text, &error); /* the message quotes the text */
  g_autoptr (VouchTraceAddress) path = vouch_trace_address_parse_path (text, NULL);
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1], lot[VOUCH_TRACE_LOT_MAX + 1];

  if (address != NULL)
    check_round_trip (address);
  if (vouch_trace_serial_normalise (text, serial))
    g_assert_cmpuint (strlen (serial), ==, VOUCH_TRACE_SERIAL_LENGTH);
  if (vouch_trace_lot_number_normalise (text, lot))
    g_assert_true (vouch_trace_lot_number_is_valid (lot));
  return 0;
}
