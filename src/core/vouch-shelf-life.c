#include "vouch-shelf-life.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/**
 * vouch_shelf_life_derive_expiry:
 * @product: a product
 * @produced: the production date, or none
 *
 * Returns: the expiry that follows from the product's shelf life, or none where that cannot be known
 */
VouchDate
vouch_shelf_life_derive_expiry (const VouchProduct *product, VouchDate produced)
{
  if (product->shelf_life_days <= 0 || product->shelf_life_days > 36500 || produced == VOUCH_DATE_NONE)
    return VOUCH_DATE_NONE;
  return vouch_date_add_days (produced, (int)product->shelf_life_days);
}

/**
 * vouch_shelf_life_find_gate:
 * @product: the product
 * @expiry: the expiry date, or none
 * @today: the warehouse's local date
 *
 * Goods are good up to and including the day of expiry.
 *
 * Returns: the gate that is closed to the goods, or none
 */
VouchHoldGate
vouch_shelf_life_find_gate (const VouchProduct *product, VouchDate expiry, VouchDate today)
{
  int remaining = expiry != VOUCH_DATE_NONE ? vouch_date_days_between (today, expiry) : 0;

  if (expiry == VOUCH_DATE_NONE)
    return VOUCH_HOLD_GATE_NONE;
  if (remaining < 0)
    return VOUCH_HOLD_GATE_EXPIRED;
  if (product->shelf_life_days > 0 && remaining * 100 < product->shelf_life_days * product->min_remaining_percent)
    return VOUCH_HOLD_GATE_SHELF_LIFE;
  return VOUCH_HOLD_GATE_NONE;
}

/**
 * vouch_shelf_life_check:
 * @product: the product
 * @produced: the production date, or none
 * @expiry: the expiry date, or none
 * @today: the warehouse's local date
 * @error: DENIED if the goods are expired or too little of their shelf life remains; INVALID if the dates contradict
 *
 * The gate "remaining shelf life", as a sentence.
 *
 * Returns: whether the goods may be accepted as far as their dates go
 */
gboolean
vouch_shelf_life_check (const VouchProduct *product, VouchDate produced, VouchDate expiry, VouchDate today,
                        GError **error)
{
  VouchHoldGate gate = vouch_shelf_life_find_gate (product, expiry, today);

  if (produced != VOUCH_DATE_NONE && expiry != VOUCH_DATE_NONE && expiry < produced)
    {
      vouch_set_field_error (error, "expiry", VOUCH_ERROR_INVALID, _ ("The expiry date is before the production date"));
      return FALSE;
    }
  if (gate == VOUCH_HOLD_GATE_EXPIRED)
    {
      vouch_set_field_error (error, "expiry", VOUCH_ERROR_DENIED,
                             _ ("The goods expired on %04d-%02d-%02d; hold them for the QA lead"), expiry / 10000,
                             expiry / 100 % 100, expiry % 100);
      return FALSE;
    }
  if (gate == VOUCH_HOLD_GATE_SHELF_LIFE)
    {
      vouch_set_field_error (
          error, "expiry", VOUCH_ERROR_DENIED,
          _ ("Only %d of %d days of shelf life remain and %d %% are asked for; hold the goods for the QA lead"),
          vouch_date_days_between (today, expiry), (int)product->shelf_life_days, (int)product->min_remaining_percent);
      return FALSE;
    }
  return TRUE;
}
