/* The form that templates are written in: what is read, how it is written again, and how faults are told. */
#include <string.h>

#include "label-fixture.h"
#include "vouch-error.h"
#include "vouch-label-image.h"
#include "vouch-label-json.h"
#include "vouch-label-member.h"

#define HEAD "{\n  \"width\": 60, \"height\": 40,\n  \"fields\": { \"lot\": \"required\", \"expiry\": \"optional\" },\n"

static VouchLabelTemplate *
read_elements (const char *elements)
{
  g_autofree char *json = g_strdup_printf (HEAD "  \"elements\": [\n%s\n  ]\n}", elements);
  g_autoptr (GError) error = NULL;
  VouchLabelTemplate *template = vouch_label_json_read ("test", json, -1, &error);

  g_assert_no_error (error);
  return template;
}

static VouchLabel *
make (const char *elements, const char *field, const char *value, GError **error)
{
  g_autoptr (VouchLabelTemplate) template = read_elements (elements);
  g_autoptr (GHashTable) fields = create_fields ();

  if (field != NULL)
    g_hash_table_insert (fields, g_strdup (field), g_strdup (value));
  return vouch_label_new (template, fields, 203, error);
}

static char *
make_code (const char *code, const char *field, const char *value)
{
  g_autofree char *element = g_strdup_printf ("{%s, \"at\": [1, 1, 58, 38]}", code);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabel) label = make (element, field, value, &error);

  g_assert_no_error (error);
  return g_strdup (vouch_label_get_code (label, 0)->text);
}

static void
test_faults_are_told_with_the_place (void)
{
  static const struct
  {
    const char *json, *place;
  } bad[] = {
    { "", "line 1, column 1" },
    { "{\n  \"width\": 60\n  \"height\": 40 }", "line 3, column 3" },
    { "{\n\n  \"width\" 60 }", "line 3, column 11" },
    { HEAD "  \"elements\": [], \"colour\": 3 }", "line 4, column 29" },
    { HEAD "  \"elements\": [\n    { \"text\": \"批号\", \"colour\": \"red\" } ] }", "line 5, column 31" },
    { HEAD "  \"elements\": [\n    { \"text\": \"批号\", \"size\": \"red\", \"at\": [1,1,9,9] } ] }",
      "line 5, column 29" },
    { HEAD "  \"elements\": [\n    { \"text\": \"{lto}\", \"at\": [1,1,9,9] } ] }", "line 5, column 5" },
    { HEAD "  \"elements\": [\n\n    { \"box\": 0, \"at\": [55,1,9,9] } ] }", "line 6, column 5" },
    { HEAD "  \"elements\": [], \"elements\": [] }", "line 4, column 19" },
    { HEAD "  \"elements\": [] } x", "line 4, column 20" },
    { HEAD "  \"elements\": [], \"format\": 2 }", "line 4, column 29" },
    { HEAD "  \"elements\": [], \"version\": 1.5 }", "line 4, column 30" },
    { HEAD "  \"elements\": [],\n  // not JSON\n  \"version\": 1 }", "line 5, column 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_label_json_read ("bad", bad[i].json, -1, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].place));
    }
}

static void
assert_element_refused (const char *element)
{
  g_autofree char *json = g_strdup_printf (HEAD "  \"elements\": [%s] }", element);
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_label_json_read ("hostile", json, -1, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line 4, column"));
}

static char *
repeat (const char *part, const char *between, int n)
{
  GString *text = g_string_new (part);

  for (int i = 1; i < n; i++)
    g_string_append_printf (text, "%s%s", between, part);
  return g_string_free (text, FALSE);
}

static void
test_hostile_templates_are_refused (void)
{
  static const char *const elements[] = {
    "{\"box\": 0, \"at\": [0,0,1e308,1]}",
    "{\"box\": 0, \"at\": [0,0,1e999,1]}",
    "{\"box\": 0, \"at\": [NaN,0,1,1]}",
    "{\"box\": 0, \"at\": [0,0,1e9,1]}",
    "{\"box\": 0, \"at\": [-1,0,1,1]}",
    "{\"box\": 0, \"box\": 0, \"at\": [0,0,1,1]}",
    "{\"text\": \"a\", \"size\": 0, \"at\": [0,0,5,5]}",
    "{\"text\": \"{{lot}}\", \"at\": [0,0,5,5]}",
    "{\"text\": \"a\xff\", \"at\": [0,0,5,5]}",
    "{\"text\": \"a\xc0\x80\", \"at\": [0,0,5,5]}",
    "{\"text\": \"a\\u2028b\", \"at\": [0,0,5,5]}",
    "{\"image\": \"AAAA\", \"columns\": 24000001, \"at\": [0,0,5,5]}",
    "{\"image\": \"AAAA\", \"columns\": 9, \"at\": [0,0,5,5]}",
    "{\"box\": 0, \"at\": [0,0,0,1]}",
    "{\"line\": 1, \"at\": [0,0,5,5]}",
    "{\"text\": \"a\", \"size\": 400, \"min\": 0, \"at\": [0,0,5,5]}",
    "{\"text\": \"a\\u0000b\", \"at\": [0,0,5,5]}",
    "{\"text\": \"a\\ud800\", \"at\": [0,0,5,5]}",
    "{\"text\": \"a\xe2\x80\xae\", \"at\": [0,0,5,5]}",
    "{\"text\": \"{lot|date:%s%s%n}\", \"at\": [0,0,5,5]}",
    "{\"text\": \"{lot|pad:99}\", \"at\": [0,0,5,5]}",
    "{\"text\": \"a\", \"if\": \"lot=\", \"at\": [0,0,5,5]}",
    "{\"text\": \"a\", \"if\": \"system(lot)\", \"at\": [0,0,5,5]}",
    "{\"mark\": \"../../etc/passwd\", \"at\": [0,0,5,5]}",
    "{\"image\": \"/etc/passwd\", \"columns\": 8, \"at\": [0,0,5,5]}",
    "{\"image\": \"file:///etc/passwd\", \"columns\": 8, \"at\": [0,0,5,5]}",
    "{\"image\": \"AAAA\", \"columns\": 4000, \"at\": [0,0,5,5]}",
    "{\"image\": \"AAAA\", \"at\": [0,0,5,5]}",
    "{\"code\": \"(01){lot\", \"symbology\": \"gs1-128\", \"at\": [0,0,5,5]}",
    "{\"code\": \"[(01){lot}[]]\", \"symbology\": \"gs1-128\", \"at\": [0,0,5,5]}",
    "{\"code\": \"(00){lot}\", \"symbology\": \"gs1-128\", \"use\": \"logistic\", \"at\": [0,0,60,31]}",
  };
  g_autofree char *deep = repeat ("[", "", 200000);
  g_autofree char *deep_objects = repeat ("{\"text\":", "", 10000);
  g_autofree char *most = repeat ("{\"box\": 0, \"at\": [1,1,1,1]}", ",", VOUCH_LABEL_ELEMENTS_MAX + 1);
  g_autofree char *all = repeat ("{\"box\": 0, \"at\": [1,1,1,1]}", ",", VOUCH_LABEL_ELEMENTS_MAX);
  g_autoptr (VouchLabelTemplate) full = read_elements (all);
  g_autofree char *many = repeat ("{\"box\": 0, \"at\": [1,1,1,1]}", ",", 5000);
  g_autofree char *values = repeat ("1", ",", 100000);

  /* What all of them would be if nothing were wrong. */
  g_autoptr (VouchLabelTemplate) good = read_elements ("{\"text\": \"a\", \"at\": [0,0,5,5]},"
                                                       "{\"box\": 0, \"at\": [0,0,1,1]},"
                                                       "{\"mark\": \"check\", \"at\": [0,0,5,5]},"
                                                       "{\"image\": \"AAAA\", \"columns\": 8, \"at\": [0,0,5,5]},"
                                                       "{\"code\": \"(01){lot}[(10){lot}]\", \"symbology\": "
                                                       "\"gs1-128\", \"at\": [0,0,5,5]}");

  g_assert_cmpuint (good->elements->len, ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    assert_element_refused (elements[i]);
  assert_element_refused (deep);
  assert_element_refused (most);
  assert_element_refused (deep_objects);
  assert_element_refused (many);
  assert_element_refused (values);
}

static void
test_large_templates_are_refused (void)
{
  g_autofree char *large = g_strnfill (2 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_label_json_read ("large", large, -1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_a_label_of_too_many_dots_is_refused (void)
{
  static const char json[] = "{\"width\": 420, \"height\": 420, \"fields\": {}, \"elements\": []}";
  g_autoptr (VouchLabelTemplate) template = vouch_label_json_read ("huge", json, -1, NULL);
  g_autoptr (GHashTable) fields = create_fields ();
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_label_new (template, fields, 1200, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_every_template_is_written_as_it_was_read (void)
{
  g_auto (GStrv) names = vouch_label_template_list_names ();

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchLabelTemplate) template = vouch_label_template_load (*name, &error);
      g_autofree char *once = vouch_label_json_write (template);
      g_autoptr (VouchLabelTemplate) again = vouch_label_json_read (*name, once, -1, &error);
      g_autoptr (VouchLabelTemplate) copy = vouch_label_template_copy (template);
      g_autofree char *twice = NULL;
      g_autofree char *of_copy = vouch_label_json_write (copy);

      g_assert_no_error (error);
      twice = vouch_label_json_write (again);
      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpstr (once, ==, of_copy);
      g_assert_cmpuint (template->elements->len, ==, again->elements->len);
    }
}

static void
test_fields_are_written_in_their_form (void)
{
  static const struct
  {
    const char *pattern, *value, *expected;
  } forms[] = {
    { "{lot}", "7K3M", "7K3M" },
    { "{lot|fours}", "7K3M9QXT2B4WHD8P", "7K3M-9QXT-2B4W-HD8P" },
    { "{lot|number}", "1234567", "1,234,567" },
    { "{lot|number}", "-999", "-999" },
    { "{lot|number}", "1000.125", "1,000.125" },
    { "{lot|pad:6}", "42", "000042" },
    { "{lot|even}", "200", "0200" },
    { "{lot|even}", "42", "42" },
    { "{lot|date:%d.%m.%Y}", "2027-11-01", "01.11.2027" },
    { "{lot|date:%y%m%d}", "2027-11-01 10:41", "271101" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *code = g_strdup_printf ("\"code\": \"%s\", \"symbology\": \"qr\"", forms[i].pattern);
      g_autofree char *said = make_code (code, "lot", forms[i].value);

      g_assert_cmpstr (said, ==, forms[i].expected);
    }
}

static void
test_a_value_without_the_form_is_refused (void)
{
  static const char *const forms[][2] = { { "{lot|number}", "12 bags" },    { "{lot|number}", "1." },
                                          { "{lot|pad:3}", "1234" },        { "{lot|pad:3}", "a" },
                                          { "{lot|even}", "1.5" },          { "{lot|date:%Y}", "next May" },
                                          { "{lot|date:%Y}", "2027-02-30" } };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *element = g_strdup_printf ("{\"text\": \"%s\", \"at\": [1, 1, 58, 10]}", forms[i][0]);
      g_autoptr (GError) error = NULL;

      g_assert_null (make (element, "lot", forms[i][1], &error));
      g_assert_cmpstr (vouch_error_get_field (error), ==, "lot");
    }
}

static void
test_segments_without_their_fields_are_left_out (void)
{
  static const char code[] = "\"code\": \"(01)09520001000010[(17){expiry|date:%y%m%d}](10){lot}\", "
                             "\"symbology\": \"gs1-dm\"";
  g_autofree char *with = make_code (code, "expiry", "2027-11-01");
  g_autofree char *without = make_code (code, "expiry", "");

  g_assert_cmpstr (with, ==, "01095200010000101727110110L20261122-01");
  g_assert_cmpstr (without, ==, "010952000100001010L20261122-01");
}

static guint
count_codes (const char *condition, const char *expiry)
{
  g_autofree char *element =
      g_strdup_printf ("{\"code\": \"A\", \"symbology\": \"qr\", \"at\": [1, 1, 30, 30], \"if\": \"%s\"}", condition);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabel) label = make (element, "expiry", expiry, &error);

  g_assert_no_error (error);
  return vouch_label_get_n_codes (label);
}

static void
test_elements_are_shown_on_their_condition (void)
{
  g_assert_cmpuint (count_codes ("expiry", "2027-11-01"), ==, 1);
  g_assert_cmpuint (count_codes ("expiry", ""), ==, 0);
  g_assert_cmpuint (count_codes ("!expiry", ""), ==, 1);
  g_assert_cmpuint (count_codes ("!expiry", "2027-11-01"), ==, 0);
  g_assert_cmpuint (count_codes ("expiry=never", "never"), ==, 1);
  g_assert_cmpuint (count_codes ("expiry=never", "soon"), ==, 0);
  g_assert_cmpuint (count_codes ("expiry!=never", "soon"), ==, 1);
  g_assert_cmpuint (count_codes ("expiry!=never", ""), ==, 1);
  g_assert_cmpuint (count_codes ("language", ""), ==, 0);
}

static guint8 *
draw_pair (const char *language, gsize *size)
{
  static const char pair[] = "{\"text\": \"批号\", \"en\": \"LOT\", \"at\": [1, 1, 58, 6]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabel) label = make (pair, "language", language, &error);
  g_auto (Picture) picture = { NULL, 0, 0 };

  g_assert_no_error (error);
  render (label, &picture);
  *size = (gsize)picture.width * picture.height;
  return g_steal_pointer (&picture.pixels);
}

static void
test_a_pair_is_in_both_languages_or_one (void)
{
  gsize size;
  g_autofree guint8 *both = draw_pair ("", &size);
  g_autofree guint8 *chinese = draw_pair ("zh", &size);
  g_autofree guint8 *english = draw_pair ("en", &size);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (memcmp (both, chinese, size), !=, 0);
  g_assert_cmpint (memcmp (both, english, size), !=, 0);
  g_assert_cmpint (memcmp (chinese, english, size), !=, 0);
  g_assert_null (make ("", "language", "Latin", &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "language");
}

/* GS1's titles are English already; with another language beside them they are not said twice. */
static void
test_what_a_pair_has_said_is_not_said_twice (void)
{
  static const char titled[] = "{\"text\": \"LOT 批号\", \"en\": \"LOT\", \"at\": [1, 1, 58, 6]}";
  static const char plain[] = "{\"text\": \"LOT 批号\", \"at\": [1, 1, 58, 6]}";
  static const char other[] = "{\"text\": \"LOTS 批号\", \"en\": \"LOT\", \"at\": [1, 1, 58, 6]}";
  g_autoptr (VouchLabel) once = make (titled, NULL, NULL, NULL);
  g_autoptr (VouchLabel) expected = make (plain, NULL, NULL, NULL);
  g_autoptr (VouchLabel) both = make (other, NULL, NULL, NULL);
  g_auto (Picture) first = { NULL, 0, 0 };
  g_auto (Picture) second = { NULL, 0, 0 };
  g_auto (Picture) third = { NULL, 0, 0 };
  gsize size;

  render (once, &first);
  render (expected, &second);
  render (both, &third);
  size = (gsize)first.width * first.height;
  g_assert_cmpmem (first.pixels, size, second.pixels, size);
  g_assert_cmpint (memcmp (first.pixels, third.pixels, size), !=, 0);
}

/* A remark may be; what the label needs may not, nor anything that does not ask for it. */
static void
test_only_remarks_are_shortened (void)
{
  static const char remark[] = "{\"text\": \"{expiry}\", \"size\": 3, \"shorten\": true, \"at\": [1, 1, 58, 5]}";
  static const char whole[] = "{\"text\": \"{expiry}\", \"size\": 3, \"at\": [1, 1, 58, 5]}";
  static const char needed[] =
      HEAD "  \"elements\": [{\"text\": \"{expiry} {lot}\", \"shorten\": true, \"at\": [1, 1, 58, 5]}] }";
  g_autofree char *value = repeat ("remark", " ", 40);
  g_autoptr (VouchLabel) shortened = make (remark, "expiry", value, NULL);
  g_autoptr (GError) why_whole = NULL;
  g_autoptr (GError) why_needed = NULL;

  g_assert_nonnull (shortened);
  g_assert_null (make (whole, "expiry", value, &why_whole));
  g_assert_cmpstr (vouch_error_get_field (why_whole), ==, "expiry");
  g_assert_null (vouch_label_json_read ("test", needed, -1, &why_needed));
  g_assert_nonnull (strstr (why_needed->message, "line 4, column"));
  g_assert_nonnull (strstr (why_needed->message, "all of “lot”"));
}

static void
test_pictures_are_dots_of_the_template (void)
{
  static const guint8 grey[] = { 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255 };
  g_autofree char *base64 = vouch_label_image_from_grey (grey, 9, 2, 9);
  g_autofree char *element = g_strdup_printf ("{\"image\": \"%s\", \"columns\": 9, \"at\": [0, 0, 9, 9]}", base64);
  g_autoptr (VouchLabelImage) image = vouch_label_image_parse (base64, 9, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabel) label = make (element, NULL, NULL, &error);
  g_auto (Picture) picture = { NULL, 0, 0 };

  g_assert_no_error (error);
  g_assert_cmpint (image->rows, ==, 2);
  render (label, &picture);
  /* Nine columns on 72 dots: 8 dots each; as high as it is wide it would be stretched. */
  g_assert_cmpuint (picture.pixels[4 * picture.width + 4], ==, 0);
  g_assert_cmpuint (picture.pixels[4 * picture.width + 12], ==, 255);
  g_assert_cmpuint (picture.pixels[12 * picture.width + 4], ==, 255);
  g_assert_cmpuint (picture.pixels[12 * picture.width + 12], ==, 0);
  g_assert_cmpuint (picture.pixels[20 * picture.width + 4], ==, 255);
}

static void
test_members_are_set_as_people_write_them (void)
{
  g_autoptr (VouchLabelElement) element = vouch_label_element_new (VOUCH_ELEMENT_TEXT, NULL, "a");
  static const char *const good[][3] = { { "size", "2,5", "2.5" },
                                         { "at", "1 2 30 4", "1, 2, 30, 4" },
                                         { "at", "1, 2, 30.5, 4", "1, 2, 30.5, 4" },
                                         { "bold", "true", "true" },
                                         { "align", "end", "end" },
                                         { "if", "lot", "lot" },
                                         { "if", "", "" } };
  static const char *const bad[][2] = { { "size", "" },    { "size", "-1" },    { "size", "large" },
                                        { "size", "nan" }, { "at", "1, 2, 3" }, { "align", "left" } };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      const VouchLabelMember *member = vouch_label_member_find (good[i][0]);
      g_autofree char *value = NULL;

      g_assert_true (vouch_label_member_set_value (member, element, good[i][1], NULL));
      value = vouch_label_member_dup_value (member, element);
      g_assert_cmpstr (value, ==, good[i][2]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_label_member_set_value (vouch_label_member_find (bad[i][0]), element, bad[i][1], &error));
      g_assert_cmpstr (vouch_error_get_field (error), ==, bad[i][0]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/faults-are-told-with-the-place", test_faults_are_told_with_the_place);
  g_test_add_func ("/template/hostile-templates-are-refused", test_hostile_templates_are_refused);
  g_test_add_func ("/template/large-templates-are-refused", test_large_templates_are_refused);
  g_test_add_func ("/template/too-many-dots-are-refused", test_a_label_of_too_many_dots_is_refused);
  g_test_add_func ("/template/written-as-it-was-read", test_every_template_is_written_as_it_was_read);
  g_test_add_func ("/template/fields-are-written-in-their-form", test_fields_are_written_in_their_form);
  g_test_add_func ("/template/value-without-the-form-is-refused", test_a_value_without_the_form_is_refused);
  g_test_add_func ("/template/segments-are-left-out", test_segments_without_their_fields_are_left_out);
  g_test_add_func ("/template/elements-are-shown-on-their-condition", test_elements_are_shown_on_their_condition);
  g_test_add_func ("/template/a-pair-is-in-both-languages-or-one", test_a_pair_is_in_both_languages_or_one);
  g_test_add_func ("/template/a-pair-says-nothing-twice", test_what_a_pair_has_said_is_not_said_twice);
  g_test_add_func ("/template/only-remarks-are-shortened", test_only_remarks_are_shortened);
  g_test_add_func ("/template/pictures-are-dots", test_pictures_are_dots_of_the_template);
  g_test_add_func ("/template/members-are-set-as-people-write-them", test_members_are_set_as_people_write_them);
  return g_test_run ();
}
