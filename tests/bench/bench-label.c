/* A unit label from its fields to the printer's dots, and a rendered label read back by the decoder. */
#include <stdlib.h>

#include "bench-report.h"
#include "vouch-decoder-client.h"
#include "vouch-label.h"
#include "vouch-trace-address.h"
#include "vouch-trace-code.h"

#define LABELS 200
#define READ_BACK_EVERY 10
#define RENDER_LIMIT_MS 5
#define READ_BACK_LIMIT_MS 250
#define DPI 203

static void
put (GHashTable *fields, const char *name, char *text)
{
  g_hash_table_insert (fields, (gpointer)name, text);
}

static GHashTable *
make_fields (guint32 unit)
{
  static const guint8 key[VOUCH_TRACE_KEY_SIZE] = { 3, 1, 4 };
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];

  vouch_trace_serial (key, unit, serial);
  put (fields, "address", vouch_trace_address_format ("t.vouch.example", NULL, "L06DC1TA700C00", serial));
  put (fields, "host", g_strdup ("t.vouch.example"));
  put (fields, "lot", g_strdup ("L06DC1TA700C00"));
  put (fields, "serial", g_strdup (serial));
  put (fields, "product_name_zh", g_strdup ("绿茶 100 克"));
  put (fields, "product_name_en", g_strdup ("Green tea, 100 g"));
  put (fields, "expiry", g_strdup ("2027-10-31"));
  return fields;
}

static void
read_back (VouchDecoder *decoder, const VouchLabel *label, const guint8 *pixels, guint width, guint height,
           guint stride)
{
  const VouchExpectedCode *code = vouch_label_get_code (label, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) symbols = vouch_decoder_read_grey (decoder, pixels, width, height, stride, &error);
  const VouchSymbol *symbol;

  g_assert_no_error (error);
  g_assert_cmpuint (symbols->len, >, 0);
  symbol = g_ptr_array_index (symbols, 0);
  g_assert_true (vouch_expected_code_matches (code, symbol->aim, symbol->text, symbol->length));
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-40x30", &error);
  VouchDecoder *decoder = vouch_decoder_new (NULL);
  BenchSeries *rendered = bench_series_new (), *decoded = bench_series_new ();

  g_assert_no_error (error);
  for (guint32 unit = 0; unit < LABELS; unit++)
    {
      g_autoptr (GHashTable) fields = make_fields (unit);
      g_autofree guint8 *pixels = NULL;
      g_autoptr (VouchLabel) label = NULL;
      gint64 began = g_get_monotonic_time ();
      guint width, height, stride;

      label = vouch_label_new (template, fields, DPI, &error);
      g_assert_no_error (error);
      g_assert_true (vouch_label_render_grey (label, &pixels, &width, &height, &stride));
      bench_series_add (rendered, g_get_monotonic_time () - began);
      if (unit % READ_BACK_EVERY != 0)
        continue;
      began = g_get_monotonic_time ();
      read_back (decoder, label, pixels, width, height, stride);
      bench_series_add (decoded, g_get_monotonic_time () - began);
    }
  bench_at_most ("label_rendered", (double)bench_series_median (rendered) / 1000, "ms", RENDER_LIMIT_MS);
  bench_at_most ("label_read_back", (double)bench_series_median (decoded) / 1000, "ms", READ_BACK_LIMIT_MS);
  g_array_unref (rendered);
  g_array_unref (decoded);
  vouch_decoder_free (decoder);
  return bench_end ();
}
