#pragma once

#include <gio/gio.h>

#include "vouch-printer-profile.h"

G_BEGIN_DECLS

/**
 * RecordingPrinter:
 *
 * A label printer at a port of this machine, or at a pseudo-terminal, that keeps what it is sent and answers as its
 * maker says. It can be made to fail.
 */
typedef struct _RecordingPrinter RecordingPrinter;

RecordingPrinter *recording_printer_new (VouchPrinterLanguage language);
VouchPrinterProfile *recording_printer_create_profile (RecordingPrinter *self);
void recording_printer_be_mute (RecordingPrinter *self);
void recording_printer_close_after (RecordingPrinter *self, guint n_labels);   /* G_MAXUINT: never */
void recording_printer_run_out_after (RecordingPrinter *self, guint n_labels); /* of paper; G_MAXUINT: never */
void recording_printer_hang_after (RecordingPrinter *self, guint n_labels);    /* takes nothing more */
void recording_printer_wait_until (RecordingPrinter *self, guint n_labels);
guint recording_printer_get_n_labels (RecordingPrinter *self);
GPtrArray *recording_printer_list_labels (RecordingPrinter *self) G_GNUC_WARN_UNUSED_RESULT; /* of VouchBitmap */
void recording_printer_free (RecordingPrinter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordingPrinter, recording_printer_free)

G_END_DECLS
