#pragma once

#include "vouch-date.h"

G_BEGIN_DECLS

/**
 * VouchHibcVerdict:
 * @VOUCH_HIBC_NOT: no health industry bar code
 * @VOUCH_HIBC_BROKEN: looks like one, and its check character or a date is wrong
 * @VOUCH_HIBC_VALID: it is one
 */
typedef enum
{
  VOUCH_HIBC_NOT,
  VOUCH_HIBC_BROKEN,
  VOUCH_HIBC_VALID,
} VouchHibcVerdict;

/**
 * VouchHibc:
 * @product: labeler and product code together, as they name a product; "" if the code names none
 * @unit: of measure, 0 for the piece; of a code that names a product
 * @lot: the lot, "" if not told
 * @serial: the serial number, "" if not told
 * @expiry: until when it may be used, or none; a month's last day where only the month is told
 * @produced: when it was made, or none
 * @quantity: how many, 0 if not told
 * @link: the check character of the product's code that this one belongs to, 0 if it stands alone or names the product
 *   itself
 * @check: its own check character
 * @is_internal: it was made by a hospital or a shop for itself, and says nothing of goods
 *
 * What a health industry bar code says: a supplier's (LIC), with what the product is, or which lot, or both; or a
 * provider's own (PAS).
 */
typedef struct
{
  char product[23];
  int unit;
  char lot[33];
  char serial[33];
  VouchDate expiry;
  VouchDate produced;
  gint64 quantity;
  char link;
  char check;
  gboolean is_internal;
} VouchHibc;

VouchHibcVerdict vouch_hibc_read (const char *text, VouchHibc *hibc);

G_END_DECLS
