#pragma once

#include <gio/gio.h>

#include "vouch-code-batch.h"
#include "vouch-label-press.h"
#include "vouch-label.h"
#include "vouch-print-job.h"
#include "vouch-printer.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct _VouchLabelSubject VouchLabelSubject;

/* How far a print is; called on the thread that prints. */
typedef void (*VouchLabelProgress) (guint done, guint total, gpointer data);

/**
 * VouchLabelOrder:
 * @lot_id: whose labels
 * @purpose: which labels
 * @units: of unit labels: how many codes to issue; 0 for every accepted unit that has none yet
 * @batch_id: of unit labels: a batch to print, instead of issuing one; 0 for none
 * @printer: (nullable): where the labels go; %NULL for a PDF file
 * @sheet: (nullable): the sheets of labels in the printer, by name; %NULL for those of its settings, "" for none
 * @first_position: of sheets: the first free label of the first one; 0 for the one that the last job left
 * @directory: (nullable): where a PDF goes unless @printer names a folder; %NULL for "labels" in the station's
 * directory
 * @dpi: of a PDF file; a @printer has its own
 * @user_id: of a badge: whose
 * @pack_id: of a carton's label: which carton or pallet
 * @rows: (nullable) (element-type GHashTable): of labels of a table: what stands on each, by field
 * @copies: of labels of a table: how many of each; 0 for one
 * @template: (nullable): what the labels look like; %NULL for the house's usual template
 * @language: (nullable): "zh" or "en"; %NULL for what the house says
 * @copy_of: a job whose labels are printed again, with all that it was for; 0 for none
 * @first_unit: of unit labels that are printed again: from which unit on; 0 for the first of @copy_of
 * @reason: why they are printed again
 * @note: (nullable): the same in words
 * @resume_of: a job that was stopped and is gone on with, on any printer; 0 for none
 * @knows_printed: somebody has looked how many labels of it came out
 * @printed: how many that are
 * @patience_s: how long a printer without paper is waited for before the job is stopped
 * @progress: (nullable): told after every label
 * @trouble: (nullable): told when the printer begins and ends to wait for somebody
 * @progress_data: for @progress and @trouble
 */
typedef struct
{
  gint64 lot_id;
  VouchPrintPurpose purpose;
  gint64 units;
  gint64 batch_id;
  const VouchPrinterProfile *printer;
  const char *sheet;
  gint64 first_position;
  const char *directory;
  guint dpi;
  gint64 user_id;
  gint64 pack_id;
  const GPtrArray *rows;
  guint copies;
  const char *template;
  const char *language;
  gint64 copy_of;
  gint64 first_unit;
  VouchReprintReason reason;
  const char *note;
  gint64 resume_of;
  gboolean knows_printed;
  gint64 printed;
  guint patience_s;
  VouchLabelProgress progress;
  void (*trouble) (VouchPrinterTrouble trouble, gpointer data);
  gpointer progress_data;
} VouchLabelOrder;

VouchPrintJob *vouch_label_print (VouchStation *station, VouchActor *actor, const VouchLabelOrder *order,
                                  GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_read_back (VouchStation *station, const VouchLabel *label, GError **error);
VouchLabel *vouch_label_make (VouchStation *station, const VouchLabelSubject *subject, VouchLabelPress *press,
                              gint64 index, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLabel *vouch_label_preview (VouchStation *station, VouchConn *conn, const VouchLabelOrder *order,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_label_dup_address (VouchStation *station, const VouchCodeBatch *batch, const char *lot, gint64 unit,
                               char serial[17]) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
