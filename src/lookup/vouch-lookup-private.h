#pragma once

#include "vouch-lookup-counts.h"
#include "vouch-lookup-intake.h"
#include "vouch-lookup-listener.h"
#include "vouch-lookup-public.h"
#include "vouch-lookup-writer.h"

G_BEGIN_DECLS

/**
 * VouchLookupPrivateSettings:
 * @hosts: names that are served besides the loopback ones; ends with %NULL
 * @place: where the service keeps what it knows
 * @intake: takes publications in
 * @writer: the writer
 * @counts: how often units were asked for
 * @public: (nullable): is told when something was published
 *
 * What the private side needs; all of it has to outlive it.
 */
typedef struct
{
  const char *const *hosts;
  const VouchLookupPlace *place;
  const VouchLookupIntake *intake;
  VouchLookupWriter *writer;
  VouchLookupCounts *counts;
  VouchLookupPublic *public;
} VouchLookupPrivateSettings;

/**
 * VouchLookupPrivate:
 *
 * What stations see: publications in, cases out.
 */
typedef struct _VouchLookupPrivate VouchLookupPrivate;

VouchLookupPrivate *
vouch_lookup_private_new (const VouchLookupPrivateSettings *settings, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_private_free (VouchLookupPrivate *self);
VouchLookupListener *
vouch_lookup_private_listen (VouchLookupPrivate *self, const char *address, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupPrivate, vouch_lookup_private_free)

G_END_DECLS
