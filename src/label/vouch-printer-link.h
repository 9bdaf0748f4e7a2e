#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VouchPrinterLink:
 *
 * A line to a printer that takes bytes and may answer: a connection, or a device file. Every wait has an end and can
 * be given up.
 */
typedef struct _VouchPrinterLink VouchPrinterLink;

VouchPrinterLink *vouch_printer_link_connect (const char *host, guint16 port, GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPrinterLink *vouch_printer_link_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_printer_link_write (VouchPrinterLink *self, const void *bytes, gsize length, GCancellable *cancellable,
                                   GError **error);
gssize vouch_printer_link_read (VouchPrinterLink *self, void *bytes, gsize size, guint wait_ms,
                                GCancellable *cancellable, GError **error);
void vouch_printer_link_end (VouchPrinterLink *self);
void vouch_printer_link_free (VouchPrinterLink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPrinterLink, vouch_printer_link_free)

G_END_DECLS
