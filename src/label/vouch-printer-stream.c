/* Label printers that take ZPL or TSPL from a connection or a device, a label at a time. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-commands-private.h"
#include "vouch-printer-address.h"
#include "vouch-printer-link.h"
#include "vouch-printer-private.h"
#include "vouch-printer-status.h"

/* So many labels may wait in the printer: enough for it to print without stopping, few enough to be looked through by
 * whoever has to find out where it stopped. */
#define AHEAD_MAX 3

#define ANSWER_MS 2000
#define SILENCE_MS 5000
#define ANSWER_SIZE 1024
#define ASK_AGAIN_MS 200
#define END_MS 5000

typedef struct
{
  VouchPrinter parent;
  VouchPrinterLink *link;
  GByteArray *bytes; /* of one label */
  gboolean is_mute;  /* it does not answer, and is not asked any more */
  gboolean answers;  /* it has answered, so that its silence means something */
} StreamPrinter;

static VouchPrinterLanguage
get_language (const StreamPrinter *self)
{
  return self->parent.profile->language;
}

/* A printer that has told how it is and then tells nothing is stuck, however much its cable still takes. */
static gboolean
bear_silence (StreamPrinter *self, GError **error)
{
  self->is_mute = !self->answers;
  if (self->answers)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("The printer %s answers no more: look at it"),
                 self->parent.profile->name);
  return self->is_mute;
}

/* FALSE with an error if the printer is gone or stuck; one that never answers is mute. */
static gboolean
read_status (StreamPrinter *self, VouchPrinterStatus *status, GCancellable *cancellable, GError **error)
{
  guint patience_ms = self->answers ? SILENCE_MS : ANSWER_MS;
  gint64 until = g_get_monotonic_time () + patience_ms * G_TIME_SPAN_MILLISECOND;
  char answer[ANSWER_SIZE];
  gsize length = 0;

  while (length < sizeof answer)
    {
      gint64 left_ms = (until - g_get_monotonic_time ()) / G_TIME_SPAN_MILLISECOND;
      gssize n = vouch_printer_link_read (self->link, answer + length, sizeof answer - length,
                                          (guint)CLAMP (left_ms, 0, patience_ms), cancellable, error);

      if (n < 0)
        return FALSE;
      length += (gsize)n;
      self->answers = self->answers || length > 0;
      if (vouch_printer_status_parse (status, get_language (self), answer, length))
        return TRUE;
      if (left_ms <= 0)
        break;
    }
  return bear_silence (self, error);
}

static gboolean
ask (StreamPrinter *self, VouchPrinterStatus *status, GCancellable *cancellable, GError **error)
{
  const char *question = vouch_printer_status_get_question (get_language (self));

  *status = (VouchPrinterStatus){ VOUCH_PRINTER_TROUBLE_NONE, 0 };
  return vouch_printer_link_write (self->link, question, strlen (question), cancellable, error) &&
         read_status (self, status, cancellable, error);
}

static void
count (StreamPrinter *self, const VouchPrinterStatus *status)
{
  if (status->n_waiting != VOUCH_PRINTER_WAITING_UNKNOWN)
    self->parent.n_confirmed = MAX (self->parent.n_confirmed, self->parent.n_given - status->n_waiting);
}

/* Asks how the printer is, until at most so many labels wait in it and nobody has to help it. */
static gboolean
settle (StreamPrinter *self, gint64 n_waiting_max, GCancellable *cancellable, GError **error)
{
  char rest[ANSWER_SIZE];

  while (!self->is_mute)
    {
      VouchPrinterStatus status;
      gboolean knows;

      if (!ask (self, &status, cancellable, error))
        return FALSE;
      if (self->is_mute)
        break;
      count (self, &status);
      if (!vouch_printer_bear (&self->parent, status.trouble, error))
        return FALSE;
      knows = status.n_waiting != VOUCH_PRINTER_WAITING_UNKNOWN;
      if (status.trouble == VOUCH_PRINTER_TROUBLE_NONE &&
          (knows ? status.n_waiting <= n_waiting_max : n_waiting_max > 0))
        return TRUE;
      if (!vouch_printer_pause (ASK_AGAIN_MS, cancellable, error))
        return FALSE;
    }
  /* Of a printer that does not answer, it still shows whether it is there. */
  return vouch_printer_link_read (self->link, rest, sizeof rest, 0, cancellable, error) >= 0;
}

static gboolean
pack (StreamPrinter *self, const VouchLabel *label, GError **error)
{
  g_byte_array_set_size (self->bytes, 0);
  return vouch_label_commands_append (self->bytes, label, self->parent.profile, error);
}

/* Nothing is sent to a printer that waits for somebody: it is asked before the first label, and after each. */
static gboolean
print (VouchPrinter *printer, const VouchLabel *label, GCancellable *cancellable, GError **error)
{
  StreamPrinter *self = (StreamPrinter *)printer;

  if (!pack (self, label, error) || (printer->n_given == 0 && !settle (self, AHEAD_MAX, cancellable, error)) ||
      !vouch_printer_link_write (self->link, self->bytes->data, self->bytes->len, cancellable, error))
    return FALSE;
  printer->n_given++;
  return settle (self, AHEAD_MAX, cancellable, error);
}

/* A printer that does not answer has taken everything when it ends the connection; one that does not is believed. */
static gboolean
finish (VouchPrinter *printer, GCancellable *cancellable, GError **error)
{
  StreamPrinter *self = (StreamPrinter *)printer;
  char rest[ANSWER_SIZE];

  if (!self->is_mute)
    return settle (self, 0, cancellable, error);
  vouch_printer_link_end (self->link);
  return vouch_printer_link_read (self->link, rest, sizeof rest, END_MS, cancellable, error) >= 0;
}

static void
free_printer (VouchPrinter *printer)
{
  StreamPrinter *self = (StreamPrinter *)printer;

  vouch_printer_link_free (self->link);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

VouchPrinter *
vouch_printer_stream_open (const VouchPrinterProfile *profile, GCancellable *cancellable, GError **error)
{
  static const VouchPrinterKind kind = { print, finish, free_printer };
  g_auto (VouchPrinterAddress) address = { 0 };
  VouchPrinterLink *link;
  StreamPrinter *self;

  if (!vouch_printer_address_parse (&address, profile->uri, error))
    return NULL;
  link = address.place == VOUCH_PRINTER_PLACE_SOCKET
             ? vouch_printer_link_connect (address.host, address.port, cancellable, error)
             : vouch_printer_link_open (address.path, error);
  if (link == NULL)
    return NULL;
  self = g_new0 (StreamPrinter, 1);
  self->parent.kind = &kind;
  self->link = link;
  self->bytes = g_byte_array_new ();
  return &self->parent;
}
