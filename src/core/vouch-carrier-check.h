#pragma once

#include <glib.h>

#include "vouch-enum.h"

G_BEGIN_DECLS

/**
 * VouchCarrierCheck:
 * @VOUCH_CARRIER_CHECK_NONE: the number checks nothing
 * @VOUCH_CARRIER_CHECK_S10: a postal item of the Universal Postal Union: two letters, nine digits, two letters
 * @VOUCH_CARRIER_CHECK_UPS: 1Z and 16 characters
 * @VOUCH_CARRIER_CHECK_FEDEX: 12 digits, weights 3, 1 and 7, modulo 11
 * @VOUCH_CARRIER_CHECK_MOD7: digits, the last of which is the rest of the others by 7
 *
 * How a carrier's number checks itself.
 */
typedef enum
{
  VOUCH_CARRIER_CHECK_NONE,
  VOUCH_CARRIER_CHECK_S10,
  VOUCH_CARRIER_CHECK_UPS,
  VOUCH_CARRIER_CHECK_FEDEX,
  VOUCH_CARRIER_CHECK_MOD7,
} VouchCarrierCheck;

extern const VouchEnum vouch_carrier_check_values;

gboolean vouch_carrier_check_holds (VouchCarrierCheck check, const char *number);

G_END_DECLS
