#pragma once

#include "vouch-lookup-bell.h"
#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/**
 * VouchLookupJob:
 * @run: what to do, on the writer's thread and inside the batch's transaction; returns %FALSE with a rule's error to
 *   take only its own rows back, or with STORAGE to fail the whole batch; BUSY has the whole batch taken back and run
 *   again
 * @take_back: (nullable): called before that, on every job of the batch before the first one runs again, to forget what
 *   it did outside the database; what never ran is called too
 * @settle: called on the writer's thread once the batch is durable, or has failed: then @error is set. It may free
 *   the job
 * @bell: (nullable): rung when all that were in the batch are settled
 * @is_atomic: whether it writes several rows, which then stand or fall together even if @run fails
 * @error: (nullable): why it failed, owned by the job
 *
 * Something to write. Embed it as the first member of a struct that carries what @run needs.
 */
typedef struct _VouchLookupJob VouchLookupJob;

struct _VouchLookupJob
{
  gboolean (*run) (VouchLookupDb *db, VouchLookupJob *job, GError **error);
  void (*take_back) (VouchLookupJob *job);
  void (*settle) (VouchLookupJob *job);
  VouchLookupBell *bell;
  gboolean is_atomic;
  GError *error;
};

/**
 * VouchLookupWriter:
 *
 * The one thread that writes. Jobs that wait while a commit runs go into the next one together, so that thousands of
 * queries a second cost a few hundred commits; none is answered before its commit is durable.
 */
typedef struct _VouchLookupWriter VouchLookupWriter;

VouchLookupWriter *vouch_lookup_writer_new (VouchLookupDb *db) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_writer_free (VouchLookupWriter *self);
void vouch_lookup_writer_submit (VouchLookupWriter *self, VouchLookupJob *job);
gboolean vouch_lookup_writer_go_on (VouchLookupWriter *self, VouchLookupJob *job) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_writer_run (VouchLookupWriter *self, VouchLookupJob *job, GError **error);
void vouch_lookup_writer_come_to_rest (VouchLookupWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupWriter, vouch_lookup_writer_free)

G_END_DECLS
