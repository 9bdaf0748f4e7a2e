#include "vouch-gs1-reading.h"
#include "vouch-gs1-rule.h"
#include "vouch-gs1-write.h"

#define GTIN "04006381333931"

/* The first broken rule of a Digital Link, or the canonical form of a valid one. */
static char *
judge (const char *uri)
{
  g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_digital_link (uri);

  g_assert_cmpint (vouch_gs1_reading_get_form (reading), ==, VOUCH_GS1_FORM_DIGITAL_LINK);
  if (!vouch_gs1_reading_is_valid (reading))
    return g_strdup (vouch_gs1_rule_get_name (vouch_gs1_reading_get_error (reading, 0)->rule));
  return vouch_gs1_reading_to_digital_link (reading, "");
}

static void
assert_judged (const char *uri, const char *expected)
{
  g_autofree char *judged = judge (uri);

  g_test_message ("%s", uri);
  g_assert_cmpstr (judged, ==, expected);
}

static void
test_any_host_and_prefix (void)
{
  assert_judged ("https://example.com/01/" GTIN, "/01/" GTIN);
  assert_judged ("http://example.com:8080/a/b/01/" GTIN, "/01/" GTIN);
  assert_judged ("HTTPS://EXAMPLE.COM/01/" GTIN, "/01/" GTIN);
  assert_judged ("https://[2001:db8::1]/01/" GTIN, "/01/" GTIN);
  assert_judged ("https://q.example.cn.evil.com/01/" GTIN, "/01/" GTIN);
}

static void
test_scheme_and_host_are_strict (void)
{
  assert_judged ("Https://example.com/01/" GTIN, "uri_scheme");
  assert_judged ("ftp://example.com/01/" GTIN, "uri_scheme");
  assert_judged ("file:///01/" GTIN, "uri_scheme");
  assert_judged ("//example.com/01/" GTIN, "uri_scheme");
  assert_judged ("", "uri_scheme");
  assert_judged ("https://q.example.cn@evil.com/01/" GTIN, "uri_host");
  assert_judged ("https:///01/" GTIN, "uri_host");
  assert_judged ("https://:80/01/" GTIN, "uri_host");
  assert_judged ("https://example.com", "uri_host");
  assert_judged ("https://a_b/01/" GTIN, "uri_host");
  assert_judged ("https://a?/01/" GTIN, "uri_host");
  assert_judged ("https://example.com/01/" GTIN " ", "uri_character");
  assert_judged ("https://例.cn/01/" GTIN, "uri_character");
  assert_judged ("https://example.com/01/" GTIN "/10/A\"B", "uri_character");
}

static void
test_rightmost_key_counts (void)
{
  assert_judged ("https://a/00/006141411234567890/01/" GTIN "/10/A", "/01/" GTIN "/10/A");
  assert_judged ("https://a/01/" GTIN "/00/006141411234567890", "/00/006141411234567890");
  assert_judged ("https://a/x/y/z", "uri_key");
  assert_judged ("https://a/", "uri_key");
  assert_judged ("https://a/10/AB", "uri_key");
  assert_judged ("https://a/01/" GTIN "/extra", "uri_key");
  assert_judged ("https://a/01/" GTIN "/lot/A", "uri_key");
  assert_judged ("https://a/gtin/" GTIN, "uri_key");
  assert_judged ("https://a/ASNFZ4kLeaR", "uri_key");
}

static void
test_qualifiers_keep_their_order (void)
{
  assert_judged ("https://a/01/" GTIN "/22/A/10/B/21/C", "/01/" GTIN "/22/A/10/B/21/C");
  assert_judged ("https://a/01/" GTIN "/22/A/21/C", "/01/" GTIN "/22/A/21/C");
  assert_judged ("https://a/01/" GTIN "/235/A", "/01/" GTIN "/235/A");
  assert_judged ("https://a/01/" GTIN "/21/C/10/B", "uri_qualifier");
  assert_judged ("https://a/01/" GTIN "/10/B/235/A", "uri_qualifier");
  assert_judged ("https://a/01/" GTIN "/17/261231", "uri_qualifier");
  assert_judged ("https://a/01/" GTIN "/10/A/10/A", "uri_qualifier");
  assert_judged ("https://a/414/9506000134376/254/A", "/414/9506000134376/254/A");
  assert_judged ("https://a/414/9506000134376/254/A/7040/1234", "uri_qualifier");
  assert_judged ("https://a/00/006141411234567890/10/A", "uri_qualifier");
}

static void
test_values_are_not_empty (void)
{
  assert_judged ("https://a/01/" GTIN "/", "uri_key");
  assert_judged ("https://a/01//10/A", "empty");
  assert_judged ("https://a/01/" GTIN "/10/", "empty");
  assert_judged ("https://a/01/" GTIN "?17=", "empty");
  assert_judged ("https://a/01/" GTIN "?17", "empty");
}

static void
test_query_takes_attributes_only (void)
{
  assert_judged ("https://a/01/" GTIN "?17=261231&3103=001250", "/01/" GTIN "?17=261231&3103=001250");
  assert_judged ("https://a/01/" GTIN "?linkType=all&17=261231&x&=&&#17=1", "/01/" GTIN "?17=261231");
  assert_judged ("https://a/01/" GTIN "?", "/01/" GTIN);
  assert_judged ("https://a/01/" GTIN "?9999=1", "unknown_ai");
  assert_judged ("https://a/01/" GTIN "?1=1", "unknown_ai");
  assert_judged ("https://a/01/" GTIN "?21=A", "uri_attribute");
  assert_judged ("https://a/01/" GTIN "?10=A", "uri_attribute");
  assert_judged ("https://a/01/" GTIN "/21/A?10=A", "uri_attribute");
  assert_judged ("https://a/01/" GTIN "/235/A?10=B", "/01/" GTIN "/235/A?10=B");
  assert_judged ("https://a/00/006141411234567890?10=A", "/00/006141411234567890?10=A");
  assert_judged ("https://a/01/" GTIN "?17=250231", "date");
}

static void
test_an_element_is_there_once (void)
{
  assert_judged ("https://a/01/" GTIN "?17=261231&17=261231", "repeated");
  assert_judged ("https://a/01/" GTIN "?01=" GTIN, "repeated");
}

static void
test_only_the_coding_of_the_uri_is_undone (void)
{
  g_autoptr (VouchGs1Reading) reading =
      vouch_gs1_reading_parse_digital_link ("https://a/00/006141411234567890?4300=A%2520B%2fC");

  g_assert_cmpstr (vouch_gs1_reading_get (reading, "4300"), ==, "A%20B/C");
  assert_judged ("https://a/01/" GTIN "/10/A%2FB+C%28", "/01/" GTIN "/10/A%2FB%2BC%28");
  assert_judged ("https://a/01/" GTIN "?240=A+B", "character");
  assert_judged ("https://a/01/" GTIN "?240=A%2BB", "/01/" GTIN "?240=A%2BB");
  assert_judged ("https://a/01/" GTIN "/10/A%", "uri_coding");
  assert_judged ("https://a/01/" GTIN "/10/A%2", "uri_coding");
  assert_judged ("https://a/01/" GTIN "/10/A%zz", "uri_coding");
  assert_judged ("https://a/01/" GTIN "/10/A%00", "uri_coding");
  assert_judged ("https://a/01/" GTIN "/10/%E4%B8%AD", "character");
  assert_judged ("https://a/01/4006381333931", "too_short");
}

static void
test_link_of_elements (void)
{
  const struct
  {
    const char *bracketed, *link;
  } cases[] = {
    { "(17)261231(21)S(01)" GTIN "(10)L", "https://id.gs1.org/01/" GTIN "/10/L/21/S?17=261231" },
    { "(01)" GTIN "(10)L(10)L", "https://id.gs1.org/01/" GTIN "/10/L" },
    { "(01)" GTIN "(10)!\"%&'*+,-./_:;<=>?",
      "https://id.gs1.org/01/" GTIN "/10/%21%22%25%26%27%2A%2B%2C-.%2F_%3A%3B%3C%3D%3E%3F" },
    { "(10)L", NULL },
    { "(01)" GTIN "(235)A(10)B", "https://id.gs1.org/01/" GTIN "/235/A?10=B" },
    { "(01)" GTIN "(235)A(21)B", NULL },
    { "(00)006141411234567890(02)" GTIN "(37)12", "https://id.gs1.org/00/006141411234567890?02=" GTIN "&37=12" },
    { "(01)" GTIN "(8200)http", NULL },
    { "(01)04006381333932", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_bracketed (cases[i].bracketed);
      g_autofree char *link = vouch_gs1_reading_to_digital_link (reading, NULL);

      g_test_message ("%s", cases[i].bracketed);
      g_assert_cmpstr (link, ==, cases[i].link);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gs1-link/any-host-and-prefix", test_any_host_and_prefix);
  g_test_add_func ("/gs1-link/scheme-and-host-are-strict", test_scheme_and_host_are_strict);
  g_test_add_func ("/gs1-link/rightmost-key-counts", test_rightmost_key_counts);
  g_test_add_func ("/gs1-link/qualifiers-keep-their-order", test_qualifiers_keep_their_order);
  g_test_add_func ("/gs1-link/values-are-not-empty", test_values_are_not_empty);
  g_test_add_func ("/gs1-link/query-takes-attributes-only", test_query_takes_attributes_only);
  g_test_add_func ("/gs1-link/an-element-is-there-once", test_an_element_is_there_once);
  g_test_add_func ("/gs1-link/only-the-coding-of-the-uri-is-undone", test_only_the_coding_of_the_uri_is_undone);
  g_test_add_func ("/gs1-link/link-of-elements", test_link_of_elements);
  return g_test_run ();
}
