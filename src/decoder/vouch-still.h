#pragma once

#include "vouch-code-kind.h"
#include "vouch-grey.h"

G_BEGIN_DECLS

/**
 * VouchStillTerms:
 * @kinds: what is looked for
 * @budget_ms: no further look is begun after so long
 * @is_thorough: whether to look for more beside something sure
 *
 * How to look at a picture of which there is no other.
 */
typedef struct
{
  VouchCodeKinds kinds;
  guint budget_ms;
  gboolean is_thorough;
} VouchStillTerms;

GPtrArray *vouch_still_read (const VouchGrey *picture, const VouchStillTerms *terms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
