#pragma once

#include <adwaita.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_QUEUE_PAGE (vouch_queue_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchQueuePage, vouch_queue_page, VOUCH, QUEUE_PAGE, AdwBin)

/**
 * VouchQueuePage:
 *
 * An inspector's home: what waits at the dock, the most pressing first. What is chosen is gone on with where it stands.
 *
 * Signals: "refused" (const char *message): the list cannot be read.
 */

void vouch_queue_page_set_state (VouchQueuePage *self, const VouchDeskState *state);

G_END_DECLS
