#pragma once

#include "vouch-printer.h"

G_BEGIN_DECLS

/* What kinds of printers do differently. A kind keeps its own in a struct that begins with VouchPrinter. */
typedef struct
{
  gboolean (*print) (VouchPrinter *self, const VouchLabel *label, GCancellable *cancellable, GError **error);
  gboolean (*finish) (VouchPrinter *self, GCancellable *cancellable, GError **error);
  void (*free) (VouchPrinter *self); /* of what the kind keeps, and of the struct */
} VouchPrinterKind;

struct _VouchPrinter
{
  const VouchPrinterKind *kind;
  VouchPrinterProfile *profile;
  VouchPrinterOptions options;
  gint64 n_given;
  gint64 n_confirmed;
  VouchPrinterTrouble trouble;
  gint64 trouble_since_us; /* monotonic */
};

VouchPrinter *vouch_printer_pdf_open (const VouchPrinterProfile *profile, const VouchPrinterOptions *options,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPrinter *vouch_printer_stream_open (const VouchPrinterProfile *profile, GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPrinter *vouch_printer_queue_open (const VouchPrinterProfile *profile, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean vouch_printer_pause (guint ms, GCancellable *cancellable, GError **error);
gboolean vouch_printer_bear (VouchPrinter *self, VouchPrinterTrouble trouble, GError **error);

G_END_DECLS
