/* A hundred thousand unit labels as ZPL, a label at a time: however many they are, one is held in memory. */
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "bench-report.h"
#include "vouch-bitmap.h"
#include "vouch-label-press.h"
#include "vouch-printer-profile.h"
#include "vouch-trace-address.h"
#include "vouch-trace-code.h"
#include "vouch-zpl.h"

#define ZPL_LABELS 100000
#define ZPL_LIMIT_MIB 100
#define DPI 203
#define TEMPLATE "unit-40x30"

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
  stream_zpl (press);
  return bench_end ();
}
