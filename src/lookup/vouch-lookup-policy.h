#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-texts.h"

G_BEGIN_DECLS

/**
 * VouchLookupPolicy:
 * @promised_hours: within how many hours a case is answered
 * @copied_after: from how many queries on a unit may be a copy
 * @keep_days: how long a closed case is kept here
 * @contacts: by #VouchLookupLanguage (nullable): how to reach the service desk
 *
 * What a station promises its customers.
 */
typedef struct
{
  gint64 promised_hours;
  gint64 copied_after;
  gint64 keep_days;
  char *contacts[2];
} VouchLookupPolicy;

/* What holds where no station said otherwise. */
extern const VouchLookupPolicy vouch_lookup_policy_default;

gboolean vouch_lookup_policy_store (VouchLookupDb *db, guint station, gint64 epoch, GBytes *body, GError **error);

/**
 * VouchLookupPolicies:
 *
 * The policies of all stations, kept as long as nothing is published. Used by one thread, but for
 * vouch_lookup_policies_outdate().
 */
typedef struct _VouchLookupPolicies VouchLookupPolicies;

VouchLookupPolicies *vouch_lookup_policies_new (VouchLookupDb *reader) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_policies_free (VouchLookupPolicies *self);
const VouchLookupPolicy *vouch_lookup_policies_find (VouchLookupPolicies *self, gint64 station);
void vouch_lookup_policies_outdate (VouchLookupPolicies *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupPolicies, vouch_lookup_policies_free)

G_END_DECLS
