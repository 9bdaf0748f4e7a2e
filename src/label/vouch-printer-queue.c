/* Printing through a queue. It takes documents, so that labels go to it by the hundred, or by whole sheets, and each
 * document is followed until it is printed. A label printer's queue is given its own language, which nothing on the way
 * may look into. */
#include <cups/cups.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "vouch-cups-queue-private.h"
#include "vouch-error.h"
#include "vouch-label-commands-private.h"
#include "vouch-label-pdf.h"
#include "vouch-printer-private.h"
#include "vouch-sheet-place.h"

#define DOCUMENT_LABELS 100
#define ASK_AGAIN_MS 250

typedef struct
{
  VouchPrinter parent;
  VouchCupsQueue *queue;
  VouchLabelPdf *pdf; /* nullable */
  char *path;         /* of the PDF; nullable */
  GByteArray *bytes;  /* nullable: labels in the printer's language */
  gint64 position;    /* of sheets: of the first label of the document */
  guint n_labels;     /* of the document */
} QueuePrinter;

static gboolean
is_raw (const QueuePrinter *self)
{
  return self->parent.profile->language != VOUCH_PRINTER_LANGUAGE_CUPS;
}

static gboolean
begin_pdf (QueuePrinter *self, GError **error)
{
  const VouchPrinterProfile *profile = self->parent.profile;
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("vouch-labels-XXXXXX.pdf", &name, error);

  if (fd < 0)
    return FALSE;
  close (fd);
  self->path = g_steal_pointer (&name);
  self->pdf = vouch_label_pdf_new (self->path, error);
  if (self->pdf == NULL)
    return FALSE;
  vouch_label_pdf_move (self->pdf, (int)profile->dx_um, (int)profile->dy_um);
  if (self->parent.options.sheet != NULL)
    vouch_label_pdf_use_sheets (self->pdf, self->parent.options.sheet, self->position);
  return TRUE;
}

static gboolean
begin_document (QueuePrinter *self, GError **error)
{
  const VouchPrinterOptions *options = &self->parent.options;

  self->n_labels = 0;
  if (options->sheet != NULL)
    self->position = vouch_sheet_place_after (options->sheet, options->first_position, self->parent.n_given);
  if (!is_raw (self))
    return begin_pdf (self, error);
  self->bytes = g_byte_array_new ();
  return TRUE;
}

static void
drop_document (QueuePrinter *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->pdf, vouch_label_pdf_free);
  if (self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
has_document (const QueuePrinter *self)
{
  return self->pdf != NULL || self->bytes != NULL;
}

static GBytes *
end_document (QueuePrinter *self, GError **error)
{
  char *content;
  gsize length;

  if (self->bytes != NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  if (!vouch_label_pdf_close (self->pdf, error) || !g_file_get_contents (self->path, &content, &length, error))
    return NULL;
  return g_bytes_new_take (content, length);
}

static void
describe_job (const QueuePrinter *self, VouchCupsJob *job)
{
  const VouchPrinterProfile *profile = self->parent.profile;
  const VouchSheetStock *sheet = self->parent.options.sheet;

  *job = (VouchCupsJob){ .title = self->parent.options.title,
                         .format = is_raw (self) ? CUPS_FORMAT_RAW : CUPS_FORMAT_PDF };
  if (is_raw (self))
    return;
  job->page_width_um = sheet != NULL ? sheet->page_width_um : profile->width_um;
  job->page_height_um = sheet != NULL ? sheet->page_height_um : profile->height_um;
}

static gint64
count_labels (const QueuePrinter *self, gint64 n_pages)
{
  const VouchSheetStock *sheet = self->parent.options.sheet;

  return sheet != NULL ? vouch_sheet_place_count_labels (sheet, self->position, n_pages) : n_pages;
}

/* Until the job is printed. A job that is given up is taken out of the queue; what came out of it by then counts. */
static gboolean
follow (QueuePrinter *self, int job_id, GCancellable *cancellable, GError **error)
{
  gint64 before = self->parent.n_confirmed;
  VouchCupsStanding standing;

  while (vouch_cups_queue_ask (self->queue, job_id, &standing, error))
    {
      self->parent.n_confirmed = standing.is_done
                                     ? self->parent.n_given
                                     : MIN (before + count_labels (self, standing.n_pages), self->parent.n_given);
      if (standing.is_done)
        return TRUE;
      if (standing.is_given_up)
        {
          vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                                 _ ("The queue %s has given the labels up: look at it in the printing system"),
                                 vouch_cups_queue_get_name (self->queue));
          return FALSE;
        }
      if (!vouch_printer_bear (&self->parent, standing.trouble, error) ||
          !vouch_printer_pause (ASK_AGAIN_MS, cancellable, error))
        break;
    }
  vouch_cups_queue_cancel (self->queue, job_id);
  return FALSE;
}

/* The labels count as given as soon as the queue has a job with them. */
static gboolean
send_document (QueuePrinter *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) document = end_document (self, error);
  VouchCupsJob job;
  int job_id;

  describe_job (self, &job);
  job_id = document != NULL ? vouch_cups_queue_begin (self->queue, &job, error) : 0;
  if (job_id == 0)
    return FALSE;
  self->parent.n_given += self->n_labels;
  if (vouch_cups_queue_send (self->queue, document, error))
    return follow (self, job_id, cancellable, error);
  vouch_cups_queue_cancel (self->queue, job_id);
  return FALSE;
}

static gboolean
flush (QueuePrinter *self, GCancellable *cancellable, GError **error)
{
  gboolean sent = !has_document (self) || send_document (self, cancellable, error);

  drop_document (self);
  return sent;
}

static gboolean
add_label (QueuePrinter *self, const VouchLabel *label, GError **error)
{
  if (is_raw (self))
    return vouch_label_commands_append (self->bytes, label, self->parent.profile, error);
  return vouch_label_pdf_add (self->pdf, label, error);
}

/* Sheets are sent whole. */
static gboolean
is_full (const QueuePrinter *self)
{
  return self->n_labels >= DOCUMENT_LABELS && (is_raw (self) || vouch_label_pdf_ends_page (self->pdf));
}

static gboolean
print (VouchPrinter *printer, const VouchLabel *label, GCancellable *cancellable, GError **error)
{
  QueuePrinter *self = (QueuePrinter *)printer;

  if ((!has_document (self) && !begin_document (self, error)) || !add_label (self, label, error))
    return FALSE;
  self->n_labels++;
  return !is_full (self) || flush (self, cancellable, error);
}

static gboolean
finish (VouchPrinter *printer, GCancellable *cancellable, GError **error)
{
  return flush ((QueuePrinter *)printer, cancellable, error);
}

static void
free_printer (VouchPrinter *printer)
{
  QueuePrinter *self = (QueuePrinter *)printer;

  drop_document (self);
  vouch_cups_queue_free (self->queue);
  g_free (self);
}

VouchPrinter *
vouch_printer_queue_open (const VouchPrinterProfile *profile, GError **error)
{
  static const VouchPrinterKind kind = { print, finish, free_printer };
  VouchCupsQueue *queue = vouch_cups_queue_open (profile->uri, error);
  QueuePrinter *self;

  if (queue == NULL)
    return NULL;
  self = g_new0 (QueuePrinter, 1);
  self->parent.kind = &kind;
  self->queue = queue;
  return &self->parent;
}
