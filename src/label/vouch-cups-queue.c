#include "vouch-cups-queue-private.h"

#include <cups/cups.h>
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-printer-address.h"

#define CONNECT_TIMEOUT_MS 10000
#define CHUNK_SIZE 32768

struct _VouchCupsQueue
{
  http_t *http;
  char *name;
};

/* The library looks a queue up at the server that it knows, whatever connection it is given; what it knows is the
 * thread's own. */
static http_t *
connect_to (const VouchPrinterAddress *address)
{
  g_autofree char *server = address->host != NULL ? g_strdup_printf ("%s:%u", address->host, address->port) : NULL;

  cupsSetServer (server);
  return httpConnect2 (cupsServer (), ippPort (), NULL, AF_UNSPEC, cupsEncryption (), 1, CONNECT_TIMEOUT_MS, NULL);
}

VouchCupsQueue *
vouch_cups_queue_open (const char *uri, GError **error)
{
  g_auto (VouchPrinterAddress) address = { 0 };
  VouchCupsQueue *self;
  http_t *http;

  if (!vouch_printer_address_parse (&address, uri, error))
    return NULL;
  http = connect_to (&address);
  if (http == NULL)
    {
      vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                             _ ("The printing system does not answer (%s): start it, then go on"),
                             cupsLastErrorString ());
      return NULL;
    }
  self = g_new0 (VouchCupsQueue, 1);
  self->http = http;
  self->name = g_strdup (address.path);
  return self;
}

void
vouch_cups_queue_free (VouchCupsQueue *self)
{
  httpClose (self->http);
  g_free (self->name);
  g_free (self);
}

const char *
vouch_cups_queue_get_name (const VouchCupsQueue *self)
{
  return self->name;
}

static gboolean
refuse (const VouchCupsQueue *self, GError **error)
{
  vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                         _ ("The queue %s does not take the labels (%s): look at it in the printing system"),
                         self->name, cupsLastErrorString ());
  return FALSE;
}

/* Office printers know their paper by name. A decimal point, whatever the language. */
static char *
dup_media (const VouchCupsJob *job)
{
  int width = (int)job->page_width_um / 10, height = (int)job->page_height_um / 10;

  if (width == 21000 && height == 29700)
    return g_strdup ("A4");
  if (width == 21590 && height == 27940)
    return g_strdup ("Letter");
  return g_strdup_printf ("Custom.%d.%02dx%d.%02dmm", width / 100, width % 100, height / 100, height % 100);
}

/* Labels are printed at their size: nothing scales or turns them. */
static int
add_options (const VouchCupsJob *job, cups_option_t **options)
{
  g_autofree char *media = dup_media (job);
  int n = cupsAddOption ("job-sheets", "none", 0, options);

  if (job->page_width_um != 0)
    {
      n = cupsAddOption ("media", media, n, options);
      n = cupsAddOption ("print-scaling", "none", n, options);
    }
  return cupsAddOption ("copies", "1", n, options);
}

/* 0 with an error; what the job is to print is sent next. */
int
vouch_cups_queue_begin (VouchCupsQueue *self, const VouchCupsJob *job, GError **error)
{
  const char *title = job->title != NULL ? job->title : "Vouch";
  cups_option_t *options = NULL;
  int n_options = add_options (job, &options);
  int id = cupsCreateJob (self->http, self->name, title, n_options, options);

  cupsFreeOptions (n_options, options);
  if (id == 0)
    refuse (self, error);
  else if (cupsStartDocument (self->http, self->name, id, title, job->format, 1) != HTTP_STATUS_CONTINUE)
    {
      refuse (self, error);
      vouch_cups_queue_cancel (self, id);
      return 0;
    }
  return id;
}

gboolean
vouch_cups_queue_send (VouchCupsQueue *self, GBytes *document, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (document, &length);

  for (gsize at = 0; at < length; at += CHUNK_SIZE)
    if (cupsWriteRequestData (self->http, bytes + at, MIN (length - at, CHUNK_SIZE)) != HTTP_STATUS_CONTINUE)
      return refuse (self, error);
  return cupsFinishDocument (self->http, self->name) == IPP_STATUS_OK || refuse (self, error);
}

void
vouch_cups_queue_cancel (VouchCupsQueue *self, int job_id)
{
  cupsCancelJob2 (self->http, self->name, job_id, 0);
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
request (VouchCupsQueue *self, ipp_op_t operation, int job_id, const char *const *attributes, int n_attributes)
{
  ipp_t *question = ippNewRequest (operation);
  char uri[HTTP_MAX_URI];

  httpAssembleURIf (HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", 0, "/printers/%s", self->name);
  ippAddString (question, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, uri);
  if (job_id != 0)
    ippAddInteger (question, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job_id);
  ippAddString (question, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser ());
  ippAddStrings (question, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", n_attributes, NULL, attributes);
  return cupsDoRequest (self->http, question, "/");
}

gboolean
vouch_cups_queue_ask (VouchCupsQueue *self, int job_id, VouchCupsStanding *standing, GError **error)
{
  static const char *const job_attributes[] = { "job-state", "job-impressions-completed",
                                                "job-media-sheets-completed" };
  static const char *const queue_attributes[] = { "printer-state", "printer-state-reasons" };
  ipp_t *job = request (self, IPP_OP_GET_JOB_ATTRIBUTES, job_id, job_attributes, G_N_ELEMENTS (job_attributes));
  ipp_t *queue = request (self, IPP_OP_GET_PRINTER_ATTRIBUTES, 0, queue_attributes, G_N_ELEMENTS (queue_attributes));
  ipp_attribute_t *state = ippFindAttribute (job, "job-state", IPP_TAG_ENUM);
  ipp_attribute_t *printed = ippFindAttribute (job, "job-impressions-completed", IPP_TAG_INTEGER);
  ipp_attribute_t *queue_state = ippFindAttribute (queue, "printer-state", IPP_TAG_ENUM);

  *standing = (VouchCupsStanding){ .trouble = VOUCH_PRINTER_TROUBLE_NONE };
  if (state != NULL)
    {
      standing->is_done = ippGetInteger (state, 0) == IPP_JSTATE_COMPLETED;
      standing->is_given_up = !standing->is_done && ippGetInteger (state, 0) > IPP_JSTATE_STOPPED;
    }
  if (printed != NULL)
    standing->n_pages = ippGetInteger (printed, 0);
  read_reasons (queue, "printer-state-reasons", &standing->trouble);
  if (queue_state != NULL && ippGetInteger (queue_state, 0) == IPP_PSTATE_STOPPED &&
      standing->trouble == VOUCH_PRINTER_TROUBLE_NONE)
    standing->trouble = VOUCH_PRINTER_TROUBLE_PAUSED;
  ippDelete (job);
  ippDelete (queue);
  return state != NULL || refuse (self, error);
}
