#pragma once

#include <gio/gio.h>

#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchPageReader:
 *
 * Reads for the window's pages on a thread of its own, in the order of asking: what a page reads waits for no act, and
 * no act for it.
 */
typedef struct _VouchPageReader VouchPageReader;

VouchPageReader *vouch_page_reader_new (VouchStation *station) G_GNUC_WARN_UNUSED_RESULT;
void vouch_page_reader_free (VouchPageReader *self);
void vouch_page_reader_read (VouchPageReader *self, GTask *task, VouchJob job, gpointer data, GDestroyNotify free_data,
                             GDestroyNotify free_result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPageReader, vouch_page_reader_free)

G_END_DECLS
