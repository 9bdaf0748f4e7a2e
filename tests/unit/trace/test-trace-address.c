#include <glib.h>

#include "vouch-error.h"
#include "vouch-trace-address.h"

#define SERIAL "0123456789ABCDEF"
#define GTIN "06901234567892"

static void
assert_reads (const char *text, const char *host, const char *gtin, const char *lot, const char *serial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (address->host, ==, host);
  g_assert_cmpstr (address->gtin, ==, gtin);
  g_assert_cmpstr (address->lot, ==, lot);
  g_assert_cmpstr (address->serial, ==, serial);
}

static void
test_both_forms_come_back (void)
{
  static const struct
  {
    const char *gtin, *serial, *text;
  } forms[] = {
    { NULL, SERIAL, "https://q.example.cn/t/S01-26-0042/" SERIAL },
    { NULL, NULL, "https://q.example.cn/t/S01-26-0042" },
    { GTIN, SERIAL, "https://q.example.cn/01/" GTIN "/10/S01-26-0042/21/" SERIAL },
    { GTIN, NULL, "https://q.example.cn/01/" GTIN "/10/S01-26-0042" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text =
          vouch_trace_address_format ("q.example.cn", forms[i].gtin, "S01-26-0042", forms[i].serial);

      g_assert_cmpstr (text, ==, forms[i].text);
      assert_reads (text, "q.example.cn", forms[i].gtin != NULL ? forms[i].gtin : "", "S01-26-0042",
                    forms[i].serial != NULL ? forms[i].serial : "");
    }
}

static void
test_reads_what_scanners_and_people_send (void)
{
  assert_reads ("HTTPS://Q.EXAMPLE.CN/T/LOT-7/" SERIAL, "q.example.cn", "", "LOT-7", SERIAL);
  assert_reads ("http://localhost:8080/t/lot-7/o123-4567-89ab-cdef", "localhost:8080", "", "LOT-7", SERIAL);
  assert_reads ("https://q.example.cn:443/t/LOT-7/" SERIAL, "q.example.cn", "", "LOT-7", SERIAL);
  assert_reads ("http://q.example.cn:80/t/LOT-7", "q.example.cn", "", "LOT-7", "");
  assert_reads ("http://q.example.cn:443/t/LOT-7", "q.example.cn:443", "", "LOT-7", "");
  assert_reads ("https://q.example.cn/t/LOT-7/", "q.example.cn", "", "LOT-7", "");
  assert_reads ("https://q.example.cn/t/LOT-7/" SERIAL "?lang=en&next=http://evil/#top", "q.example.cn", "", "LOT-7",
                SERIAL);
  assert_reads ("https://192.0.2.7/t/LOT-7", "192.0.2.7", "", "LOT-7", "");
  assert_reads ("https://xn--fiqs8s.example/t/LOT-7", "xn--fiqs8s.example", "", "LOT-7", "");
}

/* Whose host it is, is the caller's question: it gets the real one. */
static void
test_names_the_real_host (void)
{
  assert_reads ("https://q.example.cn.evil.com/t/LOT-7/" SERIAL, "q.example.cn.evil.com", "", "LOT-7", SERIAL);
}

static void
test_refuses_everything_else (void)
{
  static const char *const wrong[] = {
    "",
    "LOT-7",
    "https://",
    "https:///t/LOT-7",
    "ftp://q.example.cn/t/LOT-7",
    "javascript:alert(1)",
    "file:///t/LOT-7",
    "https://q.example.cn@evil/t/LOT-7/" SERIAL,
    "https://user:secret@q.example.cn/t/LOT-7/" SERIAL,
    "https://q.example.cn\\@evil/t/LOT-7/" SERIAL,
    "https://q.example.cn",
    "https://q.example.cn/",
    "https://q.example.cn/t",
    "https://q.example.cn/t/",
    "https://q.example.cn/t//" SERIAL,
    "https://q.example.cn/x/LOT-7/" SERIAL,
    "https://q.example.cn/t/LOT-7/0123456789ABCDE",
    "https://q.example.cn/t/LOT-7/" SERIAL "/more",
    "https://q.example.cn/t/LOT-7/" SERIAL "//",
    "https://q.example.cn/t/LOT_7/" SERIAL,
    "https://q.example.cn/t/LOT%2D7/" SERIAL,
    "https://q.example.cn/t/../t/LOT-7",
    "https://q.example.cn/t/123456789012345678901",
    "https://q.example.cn/t/LOT 7",
    "https://q.example.cn/t/LOT-7\n",
    " https://q.example.cn/t/LOT-7",
    "https://q.example.cn/01/06901234567893/10/LOT-7/21/" SERIAL,
    "https://q.example.cn/01/6901234567892/10/LOT-7/21/" SERIAL,
    "https://q.example.cn/01/" GTIN,
    "https://q.example.cn/01/" GTIN "/21/" SERIAL,
    "https://q.example.cn/01/" GTIN "/10/LOT-7/21",
    "https://q.example.cn/01/" GTIN "/10/LOT-7/21/",
    "https://q.example.cn/01/" GTIN "/10/LOT-7/11/" SERIAL,
    "https://q..example.cn/t/LOT-7",
    "https://q.example.cn./t/LOT-7",
    "https://-q.example.cn/t/LOT-7",
    "https://q_x.example.cn/t/LOT-7",
    "https://\u0435xample.cn/t/LOT-7",
    "https://q.example.cn:/t/LOT-7",
    "https://q.example.cn:0/t/LOT-7",
    "https://q.example.cn:65536/t/LOT-7",
    "https://q.example.cn:080/t/LOT-7",
    "https://q.example.cn:80:80/t/LOT-7",
    "https://q.example.cn:8O/t/LOT-7",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      if (vouch_trace_address_parse (wrong[i], &error) != NULL)
        g_error ("“%s” was read", wrong[i]);
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
}

static void
test_refuses_long_texts (void)
{
  g_autofree char *query = g_strnfill (VOUCH_TRACE_ADDRESS_MAX, 'x');
  g_autofree char *text = g_strconcat ("https://q.example.cn/t/LOT-7?", query, NULL);
  g_autofree char *label = g_strnfill (64, 'x');
  g_autofree char *host = g_strconcat (label, ".cn", NULL);

  g_assert_null (vouch_trace_address_parse (text, NULL));
  g_assert_false (vouch_trace_host_is_valid (host));
  g_assert_true (vouch_trace_host_is_valid (host + 1));
}

static void
test_messages_show_harmless_text (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_trace_address_parse ("\x1b[31mLOT\u202e", &error));
  g_assert_nonnull (strstr (error->message, "\\x1b[31mLOT\\u202e"));
}

static void
test_reads_paths_of_requests (void)
{
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse_path ("/t/lot-7/0123 4567 89ab cdef", NULL);
  static const char *const wrong[] = { "", "/", "/t", "/t/", "t/LOT-7", "/robots.txt", "/t/LOT-7/x", "/inspector/1" };

  g_assert_nonnull (address);
  g_assert_cmpstr (address->host, ==, "");
  g_assert_cmpstr (address->lot, ==, "LOT-7");
  g_assert_cmpstr (address->serial, ==, SERIAL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (vouch_trace_address_parse_path (wrong[i], NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace-address/both-forms-come-back", test_both_forms_come_back);
  g_test_add_func ("/trace-address/reads-what-scanners-and-people-send", test_reads_what_scanners_and_people_send);
  g_test_add_func ("/trace-address/names-the-real-host", test_names_the_real_host);
  g_test_add_func ("/trace-address/refuses-everything-else", test_refuses_everything_else);
  g_test_add_func ("/trace-address/refuses-long-texts", test_refuses_long_texts);
  g_test_add_func ("/trace-address/messages-show-harmless-text", test_messages_show_harmless_text);
  g_test_add_func ("/trace-address/reads-paths-of-requests", test_reads_paths_of_requests);
  return g_test_run ();
}
