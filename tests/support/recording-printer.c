#include "recording-printer.h"

#include <string.h>

#include "printed-labels.h"

struct _RecordingPrinter
{
  VouchPrinterLanguage language;
  GSocketListener *listener;
  guint16 port;
  GThread *thread;
  GCancellable *cancellable;
  GMutex lock;
  GCond printed;
  GByteArray *labels;  /* those that came whole */
  GByteArray *current; /* what came of the next one */
  guint n_labels;
  gboolean is_mute;
  guint close_after;
  guint run_out_after;
  guint hang_after;
};

static gboolean
ends_with (const GByteArray *bytes, const char *text)
{
  gsize length = strlen (text);

  return bytes->len >= length && memcmp (bytes->data + bytes->len - length, text, length) == 0;
}

static gboolean
is_zpl (const RecordingPrinter *self)
{
  return self->language == VOUCH_PRINTER_LANGUAGE_ZPL;
}

static void
answer (RecordingPrinter *self, GOutputStream *out)
{
  gboolean has_paper = self->n_labels < self->run_out_after;
  g_autofree char *text = NULL;

  if (is_zpl (self))
    text = g_strdup_printf ("\002030,%d,0,0320,000,0,0,0,000,0,0,0\003\r\n"
                            "\002000,0,0,0,0,2,4,0,00000000,1,000\003\r\n\0021234,0\003\r\n",
                            !has_paper);
  if (self->is_mute)
    return;
  if (text != NULL)
    g_output_stream_write_all (out, text, strlen (text), NULL, NULL, NULL);
  else
    g_output_stream_write_all (out, has_paper ? "\0" : "\4", 1, NULL, NULL, NULL);
}

/* FALSE when the printer has had enough. */
static gboolean
take_byte (RecordingPrinter *self, guint8 byte, GOutputStream *out)
{
  const char *question = is_zpl (self) ? "~HS\r\n" : "\033!?";

  g_byte_array_append (self->current, &byte, 1);
  if (ends_with (self->current, question))
    {
      g_byte_array_set_size (self->current, self->current->len - (guint)strlen (question));
      answer (self, out);
      return TRUE;
    }
  if (!ends_with (self->current, is_zpl (self) ? "^XZ\r\n" : "\r\nPRINT 1,1\r\n"))
    return TRUE;
  g_byte_array_append (self->labels, self->current->data, self->current->len);
  g_byte_array_set_size (self->current, 0);
  self->n_labels++;
  g_cond_broadcast (&self->printed);
  return self->n_labels != self->close_after;
}

static void
serve (RecordingPrinter *self, GIOStream *connection)
{
  GInputStream *in = g_io_stream_get_input_stream (connection);
  GOutputStream *out = g_io_stream_get_output_stream (connection);
  gboolean goes_on = TRUE;
  guint8 bytes[4096];
  gssize n;

  while (goes_on && (n = g_input_stream_read (in, bytes, sizeof bytes, self->cancellable, NULL)) > 0)
    {
      g_mutex_lock (&self->lock);
      for (gssize i = 0; goes_on && i < n; i++)
        goes_on = take_byte (self, bytes[i], out);
      while (self->n_labels >= self->hang_after && !g_cancellable_is_cancelled (self->cancellable))
        g_cond_wait (&self->printed, &self->lock);
      g_mutex_unlock (&self->lock);
    }
  /* What came of a label that is not whole is nothing. */
  g_byte_array_set_size (self->current, 0);
}

static gpointer
run (gpointer data)
{
  RecordingPrinter *self = data;

  for (;;)
    {
      g_autoptr (GSocketConnection) connection =
          g_socket_listener_accept (self->listener, NULL, self->cancellable, NULL);

      if (connection == NULL)
        return NULL;
      serve (self, G_IO_STREAM (connection));
      g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
    }
}

RecordingPrinter *
recording_printer_new (VouchPrinterLanguage language)
{
  RecordingPrinter *self = g_new0 (RecordingPrinter, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  self->language = language;
  self->labels = g_byte_array_new ();
  self->current = g_byte_array_new ();
  self->close_after = self->run_out_after = self->hang_after = G_MAXUINT;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->printed);
  self->listener = g_socket_listener_new ();
  g_socket_listener_add_address (self->listener, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &address,
                                 &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  self->thread = g_thread_new ("printer", run, self);
  return self;
}

VouchPrinterProfile *
recording_printer_create_profile (RecordingPrinter *self)
{
  VouchPrinterProfile *profile = vouch_printer_profile_new ();

  profile->name = g_strdup (is_zpl (self) ? "Zebra" : "TSC");
  profile->uri = g_strdup_printf ("socket://127.0.0.1:%u", self->port);
  profile->language = self->language;
  profile->dpi = 203;
  profile->width_um = 40000;
  profile->height_um = 30000;
  profile->gap_um = 2000;
  return profile;
}

static void
set (RecordingPrinter *self, guint *field, guint value)
{
  g_mutex_lock (&self->lock);
  *field = value;
  g_cond_broadcast (&self->printed);
  g_mutex_unlock (&self->lock);
}

void
recording_printer_be_mute (RecordingPrinter *self)
{
  g_mutex_lock (&self->lock);
  self->is_mute = TRUE;
  g_mutex_unlock (&self->lock);
}

void
recording_printer_close_after (RecordingPrinter *self, guint n_labels)
{
  set (self, &self->close_after, n_labels);
}

void
recording_printer_run_out_after (RecordingPrinter *self, guint n_labels)
{
  set (self, &self->run_out_after, n_labels);
}

void
recording_printer_hang_after (RecordingPrinter *self, guint n_labels)
{
  set (self, &self->hang_after, n_labels);
}

void
recording_printer_wait_until (RecordingPrinter *self, guint n_labels)
{
  g_mutex_lock (&self->lock);
  while (self->n_labels < n_labels)
    g_cond_wait (&self->printed, &self->lock);
  g_mutex_unlock (&self->lock);
}

guint
recording_printer_get_n_labels (RecordingPrinter *self)
{
  guint n_labels;

  g_mutex_lock (&self->lock);
  n_labels = self->n_labels;
  g_mutex_unlock (&self->lock);
  return n_labels;
}

GPtrArray *
recording_printer_list_labels (RecordingPrinter *self)
{
  GPtrArray *labels;

  g_mutex_lock (&self->lock);
  labels = is_zpl (self) ? printed_labels_of_zpl (self->labels->data, self->labels->len)
                         : printed_labels_of_tspl (self->labels->data, self->labels->len);
  g_mutex_unlock (&self->lock);
  return labels;
}

void
recording_printer_free (RecordingPrinter *self)
{
  g_cancellable_cancel (self->cancellable);
  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->printed);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  g_socket_listener_close (self->listener);
  g_object_unref (self->listener);
  g_object_unref (self->cancellable);
  g_byte_array_unref (self->labels);
  g_byte_array_unref (self->current);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->printed);
  g_free (self);
}
