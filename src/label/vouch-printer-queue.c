/* A queue of the printing system. It takes documents, so that labels go to it by the hundred, and each document is
 * followed until it is printed. */
#include <cups/cups.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-label-pdf.h"
#include "vouch-printer-address.h"
#include "vouch-printer-private.h"

#define DOCUMENT_LABELS 100
#define CONNECT_TIMEOUT_MS 10000
#define ASK_AGAIN_MS 250
#define CHUNK_SIZE 32768

typedef struct
{
  VouchPrinter parent;
  http_t *http;
  char *queue;
  VouchLabelPdf *document; /* nullable */
  char *path;              /* of the document */
  guint n_pages;
} QueuePrinter;

/* What is asked of a job, and of its queue. */
typedef struct
{
  ipp_jstate_t state;
  gint64 n_printed;
  VouchPrinterTrouble trouble;
} JobStanding;

static gboolean
refuse (const QueuePrinter *self, GError **error)
{
  vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                         _ ("The queue %s does not take the labels (%s): look at it in the printing system"),
                         self->queue, cupsLastErrorString ());
  return FALSE;
}

static gboolean
begin_document (QueuePrinter *self, GError **error)
{
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("vouch-labels-XXXXXX.pdf", &name, error);

  if (fd < 0)
    return FALSE;
  close (fd);
  self->path = g_steal_pointer (&name);
  self->n_pages = 0;
  self->document = vouch_label_pdf_new (self->path, error);
  if (self->document == NULL)
    return FALSE;
  vouch_label_pdf_move (self->document, (int)self->parent.profile->dx_um, (int)self->parent.profile->dy_um);
  return TRUE;
}

static void
drop_document (QueuePrinter *self)
{
  g_clear_pointer (&self->document, vouch_label_pdf_free);
  if (self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
}

/* Labels are printed at their size: nothing scales or turns them. A decimal point, whatever the language. */
static int
add_options (const VouchPrinterProfile *profile, cups_option_t **options)
{
  int width = (int)profile->width_um / 10, height = (int)profile->height_um / 10;
  g_autofree char *media =
      g_strdup_printf ("Custom.%d.%02dx%d.%02dmm", width / 100, width % 100, height / 100, height % 100);
  int n = 0;

  n = cupsAddOption ("media", media, n, options);
  n = cupsAddOption ("print-scaling", "none", n, options);
  n = cupsAddOption ("job-sheets", "none", n, options);
  return cupsAddOption ("copies", "1", n, options);
}

static gboolean
send_file (QueuePrinter *self, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &bytes, &length, error))
    return FALSE;
  for (gsize at = 0; at < length; at += CHUNK_SIZE)
    if (cupsWriteRequestData (self->http, bytes + at, MIN (length - at, CHUNK_SIZE)) != HTTP_STATUS_CONTINUE)
      return refuse (self, error);
  return cupsFinishDocument (self->http, self->queue) == IPP_STATUS_OK || refuse (self, error);
}

/* 0 with an error; the labels count as given as soon as the queue has a job with them. */
static int
create_job (QueuePrinter *self, GError **error)
{
  const char *title = self->parent.options.title != NULL ? self->parent.options.title : "Vouch";
  cups_option_t *options = NULL;
  int n_options = add_options (self->parent.profile, &options);
  int id = cupsCreateJob (self->http, self->queue, title, n_options, options);

  cupsFreeOptions (n_options, options);
  if (id == 0)
    refuse (self, error);
  else if (cupsStartDocument (self->http, self->queue, id, title, CUPS_FORMAT_PDF, 1) != HTTP_STATUS_CONTINUE)
    {
      refuse (self, error);
      cupsCancelJob2 (self->http, self->queue, id, 0);
      return 0;
    }
  return id;
}

static void
read_reasons (ipp_t *answer, const char *name, VouchPrinterTrouble *trouble)
{
  static const struct
  {
    const char *reason;
    VouchPrinterTrouble trouble;
  } known[] = {
    { "media-empty", VOUCH_PRINTER_TROUBLE_PAPER_OUT },
    { "media-needed", VOUCH_PRINTER_TROUBLE_PAPER_OUT },
    { "marker-supply-empty", VOUCH_PRINTER_TROUBLE_RIBBON_OUT },
    { "media-jam", VOUCH_PRINTER_TROUBLE_JAM },
    { "cover-open", VOUCH_PRINTER_TROUBLE_OPEN },
    { "door-open", VOUCH_PRINTER_TROUBLE_OPEN },
    { "paused", VOUCH_PRINTER_TROUBLE_PAUSED },
    { "offline", VOUCH_PRINTER_TROUBLE_OTHER },
    { "shutdown", VOUCH_PRINTER_TROUBLE_OTHER },
    { "connecting-to-device", VOUCH_PRINTER_TROUBLE_NONE },
  };
  ipp_attribute_t *reasons = ippFindAttribute (answer, name, IPP_TAG_KEYWORD);

  for (int i = 0; reasons != NULL && i < ippGetCount (reasons); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (known); k++)
      if (g_str_has_prefix (ippGetString (reasons, i, NULL), known[k].reason) && *trouble == VOUCH_PRINTER_TROUBLE_NONE)
        *trouble = known[k].trouble;
}

static ipp_t *
ask (QueuePrinter *self, ipp_op_t operation, int job_id, const char *const *attributes, int n_attributes)
{
  ipp_t *question = ippNewRequest (operation);
  char uri[HTTP_MAX_URI];

  httpAssembleURIf (HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", 0, "/printers/%s", self->queue);
  ippAddString (question, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, uri);
  if (job_id != 0)
    ippAddInteger (question, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job_id);
  ippAddString (question, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser ());
  ippAddStrings (question, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", n_attributes, NULL, attributes);
  return cupsDoRequest (self->http, question, "/");
}

static gboolean
read_standing (QueuePrinter *self, int job_id, JobStanding *standing, GError **error)
{
  static const char *const job_attributes[] = { "job-state", "job-impressions-completed",
                                                "job-media-sheets-completed" };
  static const char *const queue_attributes[] = { "printer-state", "printer-state-reasons" };
  ipp_t *job = ask (self, IPP_OP_GET_JOB_ATTRIBUTES, job_id, job_attributes, G_N_ELEMENTS (job_attributes));
  ipp_t *queue = ask (self, IPP_OP_GET_PRINTER_ATTRIBUTES, 0, queue_attributes, G_N_ELEMENTS (queue_attributes));
  ipp_attribute_t *state = ippFindAttribute (job, "job-state", IPP_TAG_ENUM);
  ipp_attribute_t *printed = ippFindAttribute (job, "job-impressions-completed", IPP_TAG_INTEGER);
  ipp_attribute_t *queue_state = ippFindAttribute (queue, "printer-state", IPP_TAG_ENUM);

  *standing = (JobStanding){ .trouble = VOUCH_PRINTER_TROUBLE_NONE };
  if (state != NULL)
    standing->state = (ipp_jstate_t)ippGetInteger (state, 0);
  if (printed != NULL)
    standing->n_printed = ippGetInteger (printed, 0);
  read_reasons (queue, "printer-state-reasons", &standing->trouble);
  if (queue_state != NULL && ippGetInteger (queue_state, 0) == IPP_PSTATE_STOPPED &&
      standing->trouble == VOUCH_PRINTER_TROUBLE_NONE)
    standing->trouble = VOUCH_PRINTER_TROUBLE_PAUSED;
  ippDelete (job);
  ippDelete (queue);
  return state != NULL || refuse (self, error);
}

/* Until the job is printed. A job that is given up is taken out of the queue; what came out of it by then counts. */
static gboolean
follow (QueuePrinter *self, int job_id, GCancellable *cancellable, GError **error)
{
  gint64 before = self->parent.n_confirmed;
  JobStanding standing;

  while (read_standing (self, job_id, &standing, error))
    {
      self->parent.n_confirmed = MIN (before + standing.n_printed, self->parent.n_given);
      if (standing.state == IPP_JSTATE_COMPLETED)
        {
          self->parent.n_confirmed = self->parent.n_given;
          return TRUE;
        }
      if (standing.state > IPP_JSTATE_STOPPED)
        {
          vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                                 _ ("The queue %s has given the labels up: look at it in the printing system"),
                                 self->queue);
          return FALSE;
        }
      if (!vouch_printer_bear (&self->parent, standing.trouble, error) ||
          !vouch_printer_pause (ASK_AGAIN_MS, cancellable, error))
        break;
    }
  cupsCancelJob2 (self->http, self->queue, job_id, 0);
  return FALSE;
}

static gboolean
send_document (QueuePrinter *self, GCancellable *cancellable, GError **error)
{
  gboolean sent = FALSE;
  int job_id;

  if (self->document == NULL)
    return TRUE;
  if (vouch_label_pdf_close (self->document, error) && (job_id = create_job (self, error)) != 0)
    {
      sent = send_file (self, error);
      self->parent.n_given += self->n_pages;
      if (!sent)
        cupsCancelJob2 (self->http, self->queue, job_id, 0);
      sent = sent && follow (self, job_id, cancellable, error);
    }
  drop_document (self);
  return sent;
}

static gboolean
print (VouchPrinter *printer, const VouchLabel *label, GCancellable *cancellable, GError **error)
{
  QueuePrinter *self = (QueuePrinter *)printer;

  if ((self->document == NULL && !begin_document (self, error)) || !vouch_label_pdf_add (self->document, label, error))
    return FALSE;
  self->n_pages++;
  return self->n_pages < DOCUMENT_LABELS || send_document (self, cancellable, error);
}

static gboolean
finish (VouchPrinter *printer, GCancellable *cancellable, GError **error)
{
  return send_document ((QueuePrinter *)printer, cancellable, error);
}

static void
free_printer (VouchPrinter *printer)
{
  QueuePrinter *self = (QueuePrinter *)printer;

  drop_document (self);
  httpClose (self->http);
  g_free (self->queue);
  g_free (self);
}

/* The library looks a queue up at the server that it knows, whatever connection it is given; what it knows is the
 * thread's own. */
static http_t *
connect_to (const VouchPrinterAddress *address)
{
  g_autofree char *server = address->host != NULL ? g_strdup_printf ("%s:%u", address->host, address->port) : NULL;

  cupsSetServer (server);
  return httpConnect2 (cupsServer (), ippPort (), NULL, AF_UNSPEC, cupsEncryption (), 1, CONNECT_TIMEOUT_MS, NULL);
}

VouchPrinter *
vouch_printer_queue_open (const VouchPrinterProfile *profile, GError **error)
{
  static const VouchPrinterKind kind = { print, finish, free_printer };
  g_auto (VouchPrinterAddress) address = { 0 };
  QueuePrinter *self;
  http_t *http;

  if (!vouch_printer_address_parse (&address, profile->uri, error))
    return NULL;
  http = connect_to (&address);
  if (http == NULL)
    {
      vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                             _ ("The printing system does not answer (%s): start it, then go on"),
                             cupsLastErrorString ());
      return NULL;
    }
  self = g_new0 (QueuePrinter, 1);
  self->parent.kind = &kind;
  self->http = http;
  self->queue = g_strdup (address.path);
  return &self->parent;
}
