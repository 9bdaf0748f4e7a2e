/* Printers that take labels, and those that stop: what came out is always known, or known not to be. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "label-fixture.h"
#include "printed-labels.h"
#include "recording-printer.h"
#include "vouch-error.h"
#include "vouch-printer-status.h"
#include "vouch-printer.h"
#include "vouch-ruler-label.h"

static const VouchPrinterOptions plain = { .title = "labels" };
static const VouchPrinterLanguage languages[] = { VOUCH_PRINTER_LANGUAGE_ZPL, VOUCH_PRINTER_LANGUAGE_TSPL };

static VouchPrinter *
open_printer (RecordingPrinter *recorder, const VouchPrinterOptions *options)
{
  g_autoptr (VouchPrinterProfile) profile = recording_printer_create_profile (recorder);
  g_autoptr (GError) error = NULL;
  VouchPrinter *printer = vouch_printer_open (profile, options, NULL, &error);

  g_assert_no_error (error);
  return printer;
}

static gboolean
print (VouchPrinter *printer, guint n_labels, GError **error)
{
  g_autoptr (VouchLabel) label = create_label ("unit-60x40", 203);

  for (guint i = 0; i < n_labels; i++)
    if (!vouch_printer_print (printer, label, NULL, error))
      return FALSE;
  return vouch_printer_finish (printer, NULL, error);
}

static void
test_labels_reach_a_printer_in_the_network (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (RecordingPrinter) recorder = recording_printer_new (languages[i]);
      g_autoptr (VouchPrinter) printer = open_printer (recorder, &plain);
      g_autoptr (GPtrArray) labels = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (print (printer, 4, &error));
      g_assert_no_error (error);
      g_assert_cmpint (vouch_printer_get_n_given (printer), ==, 4);
      g_assert_cmpint (vouch_printer_get_n_confirmed (printer), ==, 4);
      labels = recording_printer_list_labels (recorder);
      g_assert_cmpuint (labels->len, ==, 4);
    }
}

static void
test_a_printer_that_closes_after_three_of_ten_has_three (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (RecordingPrinter) recorder = recording_printer_new (languages[i]);
      g_autoptr (VouchPrinter) printer = NULL;
      g_autoptr (GError) error = NULL;

      recording_printer_close_after (recorder, 3);
      printer = open_printer (recorder, &plain);
      g_assert_false (print (printer, 10, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
      g_assert_cmpint (vouch_printer_get_n_given (printer), ==, 3);
      g_assert_cmpint (vouch_printer_get_n_confirmed (printer), ==, 2);
    }
}

/* Of a printer that says nothing, it is known only how many labels it may have printed. */
static void
test_a_mute_printer_is_believed_and_not_counted_on (void)
{
  g_autoptr (RecordingPrinter) recorder = recording_printer_new (VOUCH_PRINTER_LANGUAGE_ZPL);
  g_autoptr (VouchPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;

  recording_printer_be_mute (recorder);
  printer = open_printer (recorder, &plain);
  g_assert_true (print (printer, 3, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vouch_printer_get_n_given (printer), ==, 3);
  g_assert_cmpint (vouch_printer_get_n_confirmed (printer), ==, 0);
  g_assert_cmpuint (recording_printer_get_n_labels (recorder), ==, 3);
}

/* What its cable still takes says nothing: it answered before, and now it does not. */
static void
test_one_that_falls_silent_is_not_believed (void)
{
  g_autoptr (RecordingPrinter) recorder = recording_printer_new (VOUCH_PRINTER_LANGUAGE_ZPL);
  g_autoptr (VouchPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;

  recording_printer_hang_after (recorder, 3);
  printer = open_printer (recorder, &plain);
  g_assert_false (print (printer, 10, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "answers no more"));
  g_assert_cmpint (vouch_printer_get_n_given (printer), >=, 3);
  g_assert_cmpint (vouch_printer_get_n_given (printer), <, 10);
  g_assert_cmpint (vouch_printer_get_n_confirmed (printer), <=, 3);
}

static void
test_paper_that_is_out_is_said (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (RecordingPrinter) recorder = recording_printer_new (languages[i]);
      g_autoptr (VouchPrinter) printer = NULL;
      g_autoptr (GError) error = NULL;

      recording_printer_run_out_after (recorder, 2);
      printer = open_printer (recorder, &plain);
      g_assert_false (print (printer, 5, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
      g_assert_nonnull (strstr (error->message, "no labels left"));
      g_assert_cmpint (vouch_printer_get_n_given (printer), ==, 2);
    }
}

static void
put_paper_in (VouchPrinterTrouble trouble, gpointer data)
{
  if (trouble == VOUCH_PRINTER_TROUBLE_PAPER_OUT)
    recording_printer_run_out_after (data, G_MAXUINT);
}

static void
test_a_patient_job_goes_on_with_new_paper (void)
{
  g_autoptr (RecordingPrinter) recorder = recording_printer_new (VOUCH_PRINTER_LANGUAGE_ZPL);
  VouchPrinterOptions options = { .patience_s = 60, .tell_trouble = put_paper_in, .data = recorder };
  g_autoptr (VouchPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;

  recording_printer_run_out_after (recorder, 2);
  printer = open_printer (recorder, &options);
  g_assert_true (print (printer, 5, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (recording_printer_get_n_labels (recorder), ==, 5);
}

static void
give_up (VouchPrinterTrouble trouble, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_waiting_for_paper_can_be_given_up (void)
{
  g_autoptr (RecordingPrinter) recorder = recording_printer_new (VOUCH_PRINTER_LANGUAGE_ZPL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VouchPrinterOptions options = { .patience_s = 60, .tell_trouble = give_up, .data = cancellable };
  g_autoptr (VouchLabel) label = create_label ("unit-60x40", 203);
  g_autoptr (VouchPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;

  recording_printer_run_out_after (recorder, 1);
  printer = open_printer (recorder, &options);
  g_assert_false (vouch_printer_print (printer, label, cancellable, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpint (vouch_printer_get_n_given (printer), ==, 1);
}

static void
test_nobody_at_the_address_is_said (void)
{
  g_autoptr (VouchPrinterProfile) profile = NULL;
  g_autoptr (VouchPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (RecordingPrinter) recorder = recording_printer_new (VOUCH_PRINTER_LANGUAGE_ZPL);

    profile = recording_printer_create_profile (recorder);
  }
  printer = vouch_printer_open (profile, &plain, NULL, &error);
  g_assert_null (printer);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
}

static int
open_terminal (char **path)
{
  int fd = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);
  struct termios line;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (grantpt (fd), ==, 0);
  g_assert_cmpint (unlockpt (fd), ==, 0);
  g_assert_cmpint (tcgetattr (fd, &line), ==, 0);
  cfmakeraw (&line);
  g_assert_cmpint (tcsetattr (fd, TCSANOW, &line), ==, 0);
  *path = g_strdup (ptsname (fd));
  return fd;
}

typedef struct
{
  int fd;
  GByteArray *bytes;
  gsize wanted;
} Reader;

static gpointer
read_all (gpointer data)
{
  Reader *self = data;
  guint8 bytes[4096];
  ssize_t n;

  while (self->bytes->len < self->wanted && (n = read (self->fd, bytes, sizeof bytes)) > 0)
    g_byte_array_append (self->bytes, bytes, (guint)n);
  return NULL;
}

/* The device takes a few kilobytes at a time; a label is more. */
static void
test_labels_reach_a_device_piece_by_piece (void)
{
  g_autoptr (RecordingPrinter) recorder = recording_printer_new (VOUCH_PRINTER_LANGUAGE_TSPL);
  g_autoptr (VouchPrinterProfile) profile = recording_printer_create_profile (recorder);
  g_autoptr (VouchPrinter) printer = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Reader reader = { open_terminal (&path), g_byte_array_new (), G_MAXSIZE };
  GThread *thread;

  g_free (profile->uri);
  profile->uri = g_strdup_printf ("device:%s", path);
  printer = vouch_printer_open (profile, &plain, NULL, &error);
  g_assert_no_error (error);
  thread = g_thread_new ("device", read_all, &reader);
  g_assert_true (print (printer, 3, &error));
  g_assert_no_error (error);
  g_clear_pointer (&printer, vouch_printer_free);
  g_thread_join (thread);
  labels = printed_labels_of_tspl (reader.bytes->data, reader.bytes->len);
  g_assert_cmpuint (labels->len, ==, 3);
  g_byte_array_unref (reader.bytes);
  close (reader.fd);
}

static void
test_a_file_is_no_device (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "lp0", NULL);
  g_autoptr (RecordingPrinter) recorder = recording_printer_new (VOUCH_PRINTER_LANGUAGE_ZPL);
  g_autoptr (VouchPrinterProfile) profile = recording_printer_create_profile (recorder);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_free (profile->uri);
  profile->uri = g_strdup_printf ("device:%s", path);
  g_assert_null (vouch_printer_open (profile, &plain, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  remove_folder (folder);
}

static void
test_a_file_is_whole_or_not_there (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "labels.pdf", NULL);
  VouchPrinterOptions options = { .path = path };
  g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new_pdf ();
  g_autoptr (VouchPrinter) given_up = vouch_printer_open (profile, &options, NULL, NULL);
  g_autoptr (VouchPrinter) printer = vouch_printer_open (profile, &options, NULL, NULL);
  g_autoptr (VouchLabel) label = create_label ("unit-60x40", 203);
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_printer_print (given_up, label, NULL, &error));
  g_assert_cmpint (vouch_printer_get_n_given (given_up), ==, 0);
  g_clear_pointer (&given_up, vouch_printer_free);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (print (printer, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vouch_printer_get_n_given (printer), ==, 2);
  g_assert_cmpint (vouch_printer_get_n_confirmed (printer), ==, 2);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

static void
test_answers_are_read_as_printers_give_them (void)
{
  static const struct
  {
    VouchPrinterLanguage language;
    const char *answer;
    gsize length;
    gboolean is_whole;
    VouchPrinterTrouble trouble;
    gint64 n_waiting;
  } cases[] = {
#define ZPL(text) VOUCH_PRINTER_LANGUAGE_ZPL, text, sizeof text - 1
#define TSPL(text) VOUCH_PRINTER_LANGUAGE_TSPL, text, sizeof text - 1
    { ZPL ("\002030,0,0,0320,002,0,0,0,000,0,0,0\003\r\n\002000,0,0,0,0,2,4,0,00000001,1,000\003\r\n\0020000,0\003"),
      TRUE, VOUCH_PRINTER_TROUBLE_NONE, 3 },
    { ZPL ("\002030,1,1,0320,000,0,0,0,000,0,0,0\003\r\n\002000,0,0,0,0,2,4,0,00000000,1,000\003\r\n\0020000,0\003"),
      TRUE, VOUCH_PRINTER_TROUBLE_PAPER_OUT, 0 },
    { ZPL ("\002030,0,1,0320,000,0,0,0,000,0,0,0\003\r\n\002000,0,1,0,0,2,4,0,00000000,1,000\003\r\n\0020000,0\003"),
      TRUE, VOUCH_PRINTER_TROUBLE_OPEN, 0 },
    { ZPL ("\002030,0,1,0320,000,0,0,0,000,0,0,0\003\r\n\002000,0,0,0,0,2,4,0,00000000,1,000\003\r\n\0020000,0\003"),
      TRUE, VOUCH_PRINTER_TROUBLE_PAUSED, 0 },
    { ZPL ("\002030,0,0,0320,000,0,0,0,000,0,0,0\003\r\n\002000,0,0"), FALSE, VOUCH_PRINTER_TROUBLE_NONE, 0 },
    { ZPL ("\002\003\002\003\002\003"), FALSE, VOUCH_PRINTER_TROUBLE_NONE, 0 },
    { ZPL ("HTTP/1.0 400 Bad Request\r\n\r\n"), FALSE, VOUCH_PRINTER_TROUBLE_NONE, 0 },
    { TSPL ("\0"), TRUE, VOUCH_PRINTER_TROUBLE_NONE, 0 },
    { TSPL ("\x20"), TRUE, VOUCH_PRINTER_TROUBLE_NONE, VOUCH_PRINTER_WAITING_UNKNOWN },
    { TSPL ("\x05"), TRUE, VOUCH_PRINTER_TROUBLE_PAPER_OUT, VOUCH_PRINTER_WAITING_UNKNOWN },
    { TSPL (""), FALSE, VOUCH_PRINTER_TROUBLE_NONE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VouchPrinterStatus status;
      gboolean is_whole = vouch_printer_status_parse (&status, cases[i].language, cases[i].answer, cases[i].length);

      g_assert_cmpint (is_whole, ==, cases[i].is_whole);
      if (!is_whole)
        continue;
      g_assert_cmpint ((int)status.trouble, ==, (int)cases[i].trouble);
      g_assert_cmpint (status.n_waiting, ==, cases[i].n_waiting);
    }
}

static void
test_a_ruler_fits_every_stock (void)
{
  static const int stocks[][2] = { { 40000, 30000 }, { 60000, 40000 }, { 100000, 150000 }, { 210000, 297000 } };
  static const gint64 dpis[] = { 203, 300, 600 };

  for (gsize i = 0; i < G_N_ELEMENTS (stocks); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (dpis); k++)
      {
        g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new_pdf ();
        g_autoptr (VouchLabel) ruler = NULL;
        g_autoptr (GError) error = NULL;

        profile->width_um = stocks[i][0];
        profile->height_um = stocks[i][1];
        profile->dpi = dpis[k];
        ruler = vouch_ruler_label_new (profile, "2026-11-22", &error);
        g_assert_no_error (error);
        g_assert_cmpint (vouch_label_get_width (ruler), ==, vouch_dots_from_um (stocks[i][0], (guint)dpis[k]));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printer/labels-reach-a-printer-in-the-network", test_labels_reach_a_printer_in_the_network);
  g_test_add_func ("/printer/one-that-closes-after-three-of-ten-has-three",
                   test_a_printer_that_closes_after_three_of_ten_has_three);
  g_test_add_func ("/printer/a-mute-one-is-believed-and-not-counted-on",
                   test_a_mute_printer_is_believed_and_not_counted_on);
  g_test_add_func ("/printer/one-that-falls-silent-is-not-believed", test_one_that_falls_silent_is_not_believed);
  g_test_add_func ("/printer/paper-that-is-out-is-said", test_paper_that_is_out_is_said);
  g_test_add_func ("/printer/a-patient-job-goes-on-with-new-paper", test_a_patient_job_goes_on_with_new_paper);
  g_test_add_func ("/printer/waiting-for-paper-can-be-given-up", test_waiting_for_paper_can_be_given_up);
  g_test_add_func ("/printer/nobody-at-the-address-is-said", test_nobody_at_the_address_is_said);
  g_test_add_func ("/printer/labels-reach-a-device-piece-by-piece", test_labels_reach_a_device_piece_by_piece);
  g_test_add_func ("/printer/a-file-is-no-device", test_a_file_is_no_device);
  g_test_add_func ("/printer/a-file-is-whole-or-not-there", test_a_file_is_whole_or_not_there);
  g_test_add_func ("/printer/answers-are-read-as-printers-give-them", test_answers_are_read_as_printers_give_them);
  g_test_add_func ("/printer/a-ruler-fits-every-stock", test_a_ruler_fits_every_stock);
  return g_test_run ();
}
