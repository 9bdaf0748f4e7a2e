#include "vouch-scan-meaning.h"

static const char *const kind_names[] = {
  "unknown", "badge", "command", "elements",  "gtin", "delivery", "code",    "product", "supplier", "link",
  "broken",  "setup", "number",  "drug_code", "hibc", "waybill",  "pattern", "several", "refused",  NULL,
};

const VouchEnum vouch_scan_kind_values = { kind_names };

void
vouch_scan_meaning_clear (VouchScanMeaning *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->reading, vouch_gs1_reading_free);
  g_clear_pointer (&self->unknown, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->fits, g_ptr_array_unref);
  vouch_number_owner_clear (&self->owner);
  *self = (VouchScanMeaning){ 0 };
}

/**
 * vouch_scan_meaning_refuse:
 * @self: a meaning
 * @kind: %VOUCH_SCAN_KIND_BROKEN or %VOUCH_SCAN_KIND_REFUSED
 * @message: why the text cannot be used
 */
void
vouch_scan_meaning_refuse (VouchScanMeaning *self, VouchScanKind kind, const char *message)
{
  g_autofree char *before = self->message;

  self->kind = kind;
  self->message = g_strdup (message);
}

/**
 * vouch_scan_meaning_get_fit:
 * @self: a meaning
 *
 * Returns: (transfer none) (nullable): the pattern that the code looks like, where it is one alone
 */
const VouchPatternFit *
vouch_scan_meaning_get_fit (const VouchScanMeaning *self)
{
  return self->fits != NULL && self->fits->len == 1 ? g_ptr_array_index (self->fits, 0) : NULL;
}
