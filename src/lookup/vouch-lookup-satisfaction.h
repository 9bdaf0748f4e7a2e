#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-form.h"

G_BEGIN_DECLS

#define VOUCH_LOOKUP_SCORE_MAX 5
#define VOUCH_LOOKUP_SATISFACTION_TEXT_MAX 500 /* characters */

/**
 * VouchLookupSatisfaction:
 * @score: 1 (very dissatisfied) to 5 (very satisfied)
 * @text: (nullable) (transfer full): what the customer adds
 *
 * How satisfied a customer is with how a case ended.
 */
typedef struct
{
  int score;
  char *text;
} VouchLookupSatisfaction;

VouchLookupSatisfaction *vouch_lookup_satisfaction_read (const VouchLookupForm *form) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_satisfaction_free (VouchLookupSatisfaction *self);
gboolean vouch_lookup_satisfaction_save (const VouchLookupSatisfaction *self, VouchLookupDb *db, gint64 case_id,
                                         gint64 now_us, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupSatisfaction, vouch_lookup_satisfaction_free)

G_END_DECLS
