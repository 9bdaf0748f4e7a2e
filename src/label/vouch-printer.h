#pragma once

#include <gio/gio.h>

#include "vouch-label.h"
#include "vouch-printer-profile.h"
#include "vouch-sheet-stock.h"

G_BEGIN_DECLS

/**
 * VouchPrinterTrouble:
 * @VOUCH_PRINTER_TROUBLE_NONE: it prints
 * @VOUCH_PRINTER_TROUBLE_PAPER_OUT: it has no labels left
 * @VOUCH_PRINTER_TROUBLE_RIBBON_OUT: it has no ribbon left
 * @VOUCH_PRINTER_TROUBLE_OPEN: its head or lid is open
 * @VOUCH_PRINTER_TROUBLE_JAM: labels are stuck in it
 * @VOUCH_PRINTER_TROUBLE_PAUSED: somebody has paused it
 * @VOUCH_PRINTER_TROUBLE_OTHER: it says that something is wrong
 *
 * Why a printer waits for somebody.
 */
typedef enum
{
  VOUCH_PRINTER_TROUBLE_NONE,
  VOUCH_PRINTER_TROUBLE_PAPER_OUT,
  VOUCH_PRINTER_TROUBLE_RIBBON_OUT,
  VOUCH_PRINTER_TROUBLE_OPEN,
  VOUCH_PRINTER_TROUBLE_JAM,
  VOUCH_PRINTER_TROUBLE_PAUSED,
  VOUCH_PRINTER_TROUBLE_OTHER,
} VouchPrinterTrouble;

/**
 * VouchPrinter:
 *
 * A printer that labels are given to, one after the other, whatever it is: a file, a queue, a host, a device. Blocks,
 * and so belongs to a thread of its own. It counts: what it was given whole may have come out, and what it confirmed
 * has; between the two only somebody who looks can tell.
 */
typedef struct _VouchPrinter VouchPrinter;

/**
 * VouchPrinterOptions:
 * @path: (nullable): of a PDF: the file
 * @title: (nullable): what the labels are called in a queue
 * @sheet: (nullable): the sheets of labels that are in it; %NULL where a label is a page
 * @first_position: of @sheet: the first free label of the first one, from 1
 * @patience_s: how long a printer without paper is waited for
 * @tell_trouble: (nullable): told when a printer begins and ends to wait for somebody
 * @data: for @tell_trouble
 */
typedef struct
{
  const char *path;
  const char *title;
  const VouchSheetStock *sheet;
  gint64 first_position;
  guint patience_s;
  void (*tell_trouble) (VouchPrinterTrouble trouble, gpointer data);
  gpointer data;
} VouchPrinterOptions;

char *vouch_printer_trouble_dup_message (VouchPrinterTrouble self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
VouchPrinter *vouch_printer_open (const VouchPrinterProfile *profile, const VouchPrinterOptions *options,
                                  GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_printer_print (VouchPrinter *self, const VouchLabel *label, GCancellable *cancellable, GError **error);
gboolean vouch_printer_finish (VouchPrinter *self, GCancellable *cancellable, GError **error);
gboolean vouch_printer_print_one (const VouchPrinterProfile *profile, const VouchPrinterOptions *options,
                                  const VouchLabel *label, GCancellable *cancellable, GError **error);
gint64 vouch_printer_get_n_given (const VouchPrinter *self);
gint64 vouch_printer_get_n_confirmed (const VouchPrinter *self);
void vouch_printer_free (VouchPrinter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPrinter, vouch_printer_free)

G_END_DECLS
