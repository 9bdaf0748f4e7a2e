#pragma once

#include <glib.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

/**
 * VouchTones:
 *
 * The six tones, bright or deep. Where sound cannot be played the display's bell rings for what needs attention.
 */
typedef struct _VouchTones VouchTones;

VouchTones *vouch_tones_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_tones_free (VouchTones *self);
void vouch_tones_play (VouchTones *self, VouchFeedback feedback);
void vouch_tones_set (VouchTones *self, gboolean is_on, double volume, const char *set);
const char *vouch_tones_get_name (VouchFeedback feedback);
char *vouch_tones_dup_path (VouchTones *self, VouchFeedback feedback) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchTones, vouch_tones_free)

G_END_DECLS
