#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/**
 * VouchRunKey:
 *
 * Gives a form's submits their idempotency keys: the same content gets the same key again where somebody presses a
 * button twice, and where the disk has not told whether the first was saved. Used by one thread.
 */
typedef struct _VouchRunKey VouchRunKey;

VouchRunKey *vouch_run_key_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_run_key_free (VouchRunKey *self);
const char *vouch_run_key_choose (VouchRunKey *self, const VouchUseCase *use_case, gint64 actor_id,
                                  gconstpointer request, gint64 now);
void vouch_run_key_settle (VouchRunKey *self, const GError *error);

G_END_DECLS
