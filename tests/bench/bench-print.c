/* Labels by the thousand: into a PDF, with one in a hundred read back, and to a label printer, a label at a time.
 * Beside it what libzint alone takes for the same symbols. Times are those of the processor, the decoder's with them.
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <zint.h>

#include "bench-report.h"
#include "vouch-bitmap.h"
#include "vouch-decoder-client.h"
#include "vouch-label-pdf.h"
#include "vouch-label-press.h"
#include "vouch-printer-profile.h"
#include "vouch-trace-address.h"
#include "vouch-trace-code.h"
#include "vouch-zpl.h"

#define PDF_LABELS 10000
#define ZPL_LABELS 100000
#define READ_BACK_EVERY 100
#define PDF_LIMIT_S 3
#define ZPL_LIMIT_MIB 100
#define DPI 203
#define TEMPLATE "unit-60x40"

static double
get_seconds (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double
get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double)usage.ru_maxrss / 1024;
}

static void
put (GHashTable *fields, const char *name, char *text)
{
  g_hash_table_insert (fields, (gpointer)name, text);
}

static char *
make_address (guint32 unit, char serial[VOUCH_TRACE_SERIAL_LENGTH + 1])
{
  static const guint8 key[VOUCH_TRACE_KEY_SIZE] = { 3, 1, 4 };

  vouch_trace_serial (key, unit, serial);
  return vouch_trace_address_format ("t.vouch.example", NULL, "L06DC1TA700C00", serial);
}

static VouchLabel *
make_label (VouchLabelPress *press, guint32 unit)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GError) error = NULL;
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  VouchLabel *label;

  put (fields, "address", make_address (unit, serial));
  put (fields, "host", g_strdup ("t.vouch.example"));
  put (fields, "lot", g_strdup ("L06DC1TA700C00"));
  put (fields, "serial", g_strdup (serial));
  put (fields, "product_name_zh", g_strdup ("绿茶 100 克"));
  put (fields, "product_name_en", g_strdup ("Green tea, 100 g"));
  put (fields, "expiry", g_strdup ("2027-10-31"));
  label = vouch_label_press_make (press, fields, &error);
  g_assert_no_error (error);
  return label;
}

static void
read_back (VouchDecoder *decoder, const VouchLabel *label)
{
  const VouchExpectedCode *code = vouch_label_get_code (label, 0);
  g_autofree guint8 *pixels = NULL;
  g_autoptr (GPtrArray) symbols = NULL;
  g_autoptr (GError) error = NULL;
  guint width, height, stride;
  const VouchSymbol *symbol;

  g_assert_true (vouch_label_render_grey (label, &pixels, &width, &height, &stride));
  symbols = vouch_decoder_read_frame (decoder, pixels, width, height, stride, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (symbols->len, >, 0);
  symbol = g_ptr_array_index (symbols, 0);
  g_assert_true (vouch_expected_code_matches (code, symbol->aim, symbol->text, symbol->length));
}

static void
write_pdf (VouchLabelPress *press)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "vouch-bench-labels.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelPdf) pdf = vouch_label_pdf_new (path, &error);
  VouchDecoder *decoder = vouch_decoder_new (NULL);
  double began = get_seconds (RUSAGE_SELF), read = get_seconds (RUSAGE_CHILDREN);

  g_assert_no_error (error);
  for (guint32 unit = 0; unit < PDF_LABELS; unit++)
    {
      g_autoptr (VouchLabel) label = make_label (press, unit);

      if (unit % READ_BACK_EVERY == 0)
        read_back (decoder, label);
      if (!vouch_label_pdf_add (pdf, label, &error))
        g_error ("%s", error->message);
    }
  if (!vouch_label_pdf_close (pdf, &error))
    g_error ("%s", error->message);
  began = get_seconds (RUSAGE_SELF) - began;
  /* The decoder's time is known when it has ended. */
  vouch_decoder_free (decoder);
  read = get_seconds (RUSAGE_CHILDREN) - read;
  g_unlink (path);
  bench_tell ("labels_10000_drawn", began, "s");
  bench_tell ("labels_10000_read_back", read, "s");
  bench_at_most ("labels_10000_pdf", began + read, "s", PDF_LIMIT_S);
}

/* The same addresses as bare symbols. */
static void
encode_alone (void)
{
  double began = get_seconds (RUSAGE_SELF);

  for (guint32 unit = 0; unit < PDF_LABELS; unit++)
    {
      char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
      g_autofree char *address = make_address (unit, serial);
      struct zint_symbol *symbol = ZBarcode_Create ();

      symbol->symbology = BARCODE_QRCODE;
      g_assert_cmpint (ZBarcode_Encode (symbol, (const unsigned char *)address, (int)strlen (address)), ==, 0);
      ZBarcode_Delete (symbol);
    }
  bench_tell ("labels_10000_libzint_alone", get_seconds (RUSAGE_SELF) - began, "s");
}

static void
stream_zpl (VouchLabelPress *press)
{
  g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new_pdf ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double began = get_seconds (RUSAGE_SELF);
  guint64 size = 0;
  int fd = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  for (guint32 unit = 0; unit < ZPL_LABELS; unit++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchLabel) label = make_label (press, unit);
      g_autoptr (VouchBitmap) bitmap = vouch_bitmap_new_of_label (label, 0, 0, &error);

      g_assert_no_error (error);
      g_byte_array_set_size (bytes, 0);
      vouch_zpl_append_label (bytes, bitmap, profile);
      g_assert_cmpint (write (fd, bytes->data, bytes->len), ==, bytes->len);
      size += bytes->len;
    }
  close (fd);
  bench_tell ("labels_100000_zpl_size", (double)size / ZPL_LABELS / 1024, "KiB/label");
  bench_tell ("labels_100000_zpl", get_seconds (RUSAGE_SELF) - began, "s");
  bench_at_most ("labels_100000_zpl_memory", get_peak_mib (), "MiB", ZPL_LIMIT_MIB);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load (TEMPLATE, &error);
  g_autoptr (VouchLabelPress) press = NULL;

  g_assert_no_error (error);
  press = vouch_label_press_new (template, DPI, &error);
  g_assert_no_error (error);
  encode_alone ();
  stream_zpl (press);
  write_pdf (press);
  return bench_end ();
}
