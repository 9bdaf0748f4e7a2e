#include <string.h>

#include "label-fixture.h"
#include "vouch-error.h"
#include "vouch-label-json.h"
#include "vouch-label-press.h"

/* Lays a built-in label out with one field changed; NULL takes it away. */
static VouchLabel *
try_field (const char *name, const char *field, const char *value, GError **error)
{
  g_autoptr (GHashTable) fields = create_fields ();
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load (name, error);

  g_assert_nonnull (template);
  if (value != NULL)
    g_hash_table_insert (fields, g_strdup (field), g_strdup (value));
  else
    g_hash_table_remove (fields, field);
  return vouch_label_new (template, fields, 203, error);
}

static void
assert_refused (const char *name, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabel) label = try_field (name, field, value, &error);

  g_assert_null (label);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
}

static void
assert_taken (const char *name, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabel) label = try_field (name, field, value, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static char *
repeat (const char *piece, int times)
{
  GString *text = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
test_every_template_lays_out (void)
{
  static const guint dpis[] = { 203, 300, 600 };
  g_auto (GStrv) names = vouch_label_template_list_names ();

  g_assert_cmpuint (g_strv_length (names), ==, 11);
  for (char **name = names; *name != NULL; name++)
    for (gsize i = 0; i < G_N_ELEMENTS (dpis); i++)
      {
        g_autoptr (VouchLabel) label = create_label (*name, dpis[i]);

        g_assert_cmpuint (vouch_label_get_n_codes (label), >=, 1);
        g_assert_cmpuint (vouch_label_get_dpi (label), ==, dpis[i]);
      }
}

/* Thermal printers have eight dots a millimetre. What is smaller is a number that has to stand on a small label, and
 * the card, which an office printer prints. */
static void
test_no_built_in_text_is_too_small (void)
{
  g_auto (GStrv) names = vouch_label_template_list_names ();

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (VouchLabelTemplate) template = vouch_label_template_load (*name, NULL);

      for (guint i = 0; i < template->elements->len; i++)
        {
          const VouchLabelElement *element = g_ptr_array_index (template->elements, i);
          gboolean is_number = g_strcmp0 (element->text, "{lot}") == 0 || g_strcmp0 (element->text, "{host}") == 0;

          if (element->kind == VOUCH_ELEMENT_TEXT && strcmp (*name, "command-card") != 0)
            g_assert_cmpint (element->style.min_um, >=, is_number ? 1500 : VOUCH_LABEL_TEXT_MIN_UM);
        }
    }
}

/* An odd number of digits needs more bars than the even one above it. */
static void
test_a_carton_may_hold_any_number (void)
{
  static const guint dpis[] = { 203, 300, 600 };
  static const char *const counts[] = { "1", "12", "123", "1234", "9999" };
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("carton-100x150", NULL);
  g_autoptr (GHashTable) fields = create_fields ();

  for (gsize i = 0; i < G_N_ELEMENTS (dpis); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (counts); k++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (VouchLabel) label = NULL;

        g_hash_table_insert (fields, g_strdup ("count"), g_strdup (counts[k]));
        label = vouch_label_new (template, fields, dpis[i], &error);
        g_assert_no_error (error);
      }
}

static void
test_unit_label_is_480_by_320_dots (void)
{
  g_autoptr (VouchLabel) label = create_label ("unit-60x40", 203);
  const VouchExpectedCode *code = vouch_label_get_code (label, 0);

  g_assert_cmpint (vouch_label_get_width (label), ==, 480);
  g_assert_cmpint (vouch_label_get_height (label), ==, 320);
  g_assert_cmpstr (code->aim, ==, "]Q1");
  g_assert_cmpstr (code->field, ==, "address");
  g_assert_cmpstr (code->text, ==, "https://q.example.cn/t/L20261122-01/7K3M9QXT2B4WHD8P");
  g_assert_cmpint (code->dots.width, ==, (33 + 8) * 4);
}

static void
test_refuses_missing_fields (void)
{
  assert_refused ("unit-60x40", "lot", NULL);
  assert_refused ("unit-60x40", "serial", "");
  assert_refused ("lot-60x40", "status", NULL);
  assert_refused ("badge", "badge", NULL);
  assert_taken ("unit-60x40", "expiry", NULL);
}

/* A name may wrap and shrink, and is then refused; the longest lot that there can be always fits. */
static void
test_shrinks_or_refuses (void)
{
  g_autofree char *long_zh = repeat ("米", 66);
  g_autofree char *long_en = repeat ("rice ", 40);
  g_autofree char *fair_en = repeat ("rice ", 16);

  assert_refused ("unit-60x40", "product_name_zh", long_zh);
  assert_refused ("unit-60x40", "product_name_en", long_en);
  assert_taken ("unit-60x40", "product_name_en", fair_en);
  assert_refused ("badge", "name", long_zh);
}

static void
test_never_truncates_a_lot (void)
{
  static const char *const names[] = { "unit-60x40",     "lot-60x40",  "hold-60x40",   "reject-60x40",
                                       "released-60x40", "unit-40x30", "sample-60x40", "carton-100x150" };
  g_autofree char *longest = repeat ("W", 20);
  g_autofree char *typical = repeat ("8", 20);
  g_autofree char *too_long = repeat ("W", 60);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_taken (names[i], "lot", typical);
      assert_taken (names[i], "lot", longest);
      assert_refused (names[i], "lot", too_long);
    }
}

static void
test_refuses_deceiving_texts (void)
{
  static const char *const bad[] = { "a\nb",
                                     "a\033[31mb",
                                     "a\xe2\x80\xae"
                                     "b",
                                     "a\xe2\x80\x8f"
                                     "b",
                                     "a\xe2\x80\xa8"
                                     "b",
                                     "a\xc2\xad"
                                     "b",
                                     "a\tb",
                                     "\xff\xfe" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      assert_refused ("unit-60x40", "lot", bad[i]);
      assert_refused ("unit-60x40", "product_name_en", bad[i]);
      assert_refused ("hold-60x40", "reason", bad[i]);
    }
}

/* Both are refused where they stand, with what to do about them. */
static void
test_says_how_to_mend_gs1_data (void)
{
  static const struct
  {
    const char *field, *value, *way_out;
  } faults[] = { { "supplier_lot", "批次甲", "our own lot number" }, { "gtin", "09520001000011", "check digit" } };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GHashTable) fields = create_fields ();
      g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("carton-100x150", NULL);
      g_autoptr (VouchLabelPress) press = vouch_label_press_new (template, 203, NULL);
      g_autoptr (GPtrArray) found = NULL;

      g_hash_table_insert (fields, g_strdup (faults[i].field), g_strdup (faults[i].value));
      found = vouch_label_press_list_faults (press, fields);
      g_assert_cmpuint (found->len, >=, 1);
      g_assert_cmpstr (vouch_error_get_field (g_ptr_array_index (found, 0)), ==, faults[i].field);
      g_assert_nonnull (strstr (((GError *)g_ptr_array_index (found, 0))->message, faults[i].way_out));
    }
}

/* One look says everything that is wrong, each thing once. */
static void
test_lists_all_faults_at_once (void)
{
  g_autoptr (GHashTable) fields = create_fields ();
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-40x30", NULL);
  g_autoptr (VouchLabelPress) press = vouch_label_press_new (template, 203, NULL);
  g_autofree char *long_name = g_strnfill (200, 'W');
  g_autoptr (GPtrArray) none = vouch_label_press_list_faults (press, fields);
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) unfit = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_hash_table_insert (fields, g_strdup ("product_name_en"), g_strdup (long_name));
  g_hash_table_insert (fields, g_strdup ("product_name_zh"), g_strdup (long_name));
  g_hash_table_insert (fields, g_strdup ("host"), g_strdup ("\xf3\xb0\x80\x80"));
  unfit = vouch_label_press_list_faults (press, fields);
  g_assert_cmpuint (unfit->len, ==, 2);
  g_hash_table_insert (fields, g_strdup ("lot"), g_strdup ("L1\n^XZ"));
  g_hash_table_remove (fields, "serial");
  missing = vouch_label_press_list_faults (press, fields);
  g_assert_cmpuint (missing->len, ==, 2);
}

static void
test_prints_commands_and_markup_literally (void)
{
  static const char *const odd[] = { "^XZ^XA~JR", "<span size='9999999'>x</span>", "%s%n", "{lot}{", "}", "'; DROP" };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      assert_taken ("unit-60x40", "lot", odd[i]);
      assert_taken ("unit-60x40", "product_name_en", odd[i]);
    }
}

static void
test_refuses_glyphs_that_no_font_has (void)
{
  assert_refused ("unit-60x40", "product_name_en", "rice \xf3\xb0\x80\x80");
}

static void
test_refuses_an_address_too_long_for_its_box (void)
{
  g_autofree char *tail = repeat ("abcdefgh", 14);
  g_autofree char *address = g_strconcat ("https://q.example.cn/t/", tail, NULL);

  assert_refused ("unit-60x40", "address", address);
}

static void
test_has_a_word_for_every_status (void)
{
  static const char *const statuses[] = { "pending",  "quarantined", "released", "concession",
                                          "rejected", "recalled",    "expired",  "consumed" };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    assert_taken ("lot-60x40", "status", statuses[i]);
  assert_refused ("lot-60x40", "status", "splendid");
}

static void
test_refuses_odd_resolutions (void)
{
  static const guint dpis[] = { 0, 72, 1201, G_MAXUINT };
  g_autoptr (GHashTable) fields = create_fields ();
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-60x40", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (dpis); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_label_new (template, fields, dpis[i], &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "dpi");
    }
}

static void
test_unknown_template_is_not_found (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_label_template_load ("../unit-60x40", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
}

static void
test_refuses_broken_templates (void)
{
  static const char *const bad[] = {
    "",
    "[]",
    "{",
    "{\"width\":60,\"height\":40}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":3}",
    "{\"width\":1,\"height\":40,\"fields\":{},\"elements\":[]}",
    "{\"width\":1e9,\"height\":40,\"fields\":{},\"elements\":[]}",
    "{\"width\":60,\"height\":40,\"fields\":{\"a\":\"maybe\"},\"elements\":[]}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":[{\"text\":\"{lot}\",\"at\":[1,1,9,9]}]}",
    "{\"width\":60,\"height\":40,\"fields\":{\"lot\":\"optional\"},\"elements\":[{\"text\":\"{lot\",\"at\":[1,1,9,9]}]"
    "}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":[{\"text\":\"a\",\"at\":[55,1,9,9]}]}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":[{\"text\":\"a\",\"at\":[1,1,9]}]}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":[{\"text\":\"a\",\"at\":[1,1,-9,9]}]}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":[{\"text\":\"a\",\"code\":\"b\",\"at\":[1,1,9,9]}]}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":[{\"text\":\"a\",\"colour\":\"red\",\"at\":[1,1,9,9]}]}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":[{\"code\":\"a\",\"symbology\":\"x\",\"at\":[1,1,9,9]}]}",
    "{\"width\":60,\"height\":40,\"fields\":{},\"elements\":[],\"codes\":[]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_label_json_read ("bad", bad[i], -1, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "template");
    }
}

static void
test_keeps_quiet_zones_white (void)
{
  static const char code[] = "{\"code\":\"ABC\",\"symbology\":\"qr\",\"at\":[1,1,30,30]}";
  static const struct
  {
    const char *thickness, *at;
    gboolean fits;
  } boxes[] = { { "0", "12,1,20,1", FALSE }, { "0.5", "0,0,40,40", TRUE }, { "0.5", "5,5,20,20", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"width\":60,\"height\":40,\"fields\":{},\"elements\":"
                                               "[%s,{\"box\":%s,\"at\":[%s]}]}",
                                               code, boxes[i].thickness, boxes[i].at);
      g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchLabelTemplate) template = vouch_label_json_read ("crowded", json, -1, &error);
      g_autoptr (VouchLabel) label = NULL;

      g_assert_no_error (error);
      label = vouch_label_new (template, none, 203, NULL);
      g_assert_cmpint (label != NULL, ==, boxes[i].fits);
    }
}

static void
test_plans_first_last_and_every_hundredth (void)
{
  static const struct
  {
    guint count;
    guint n_first;
    guint n;
    guint indexes[12];
  } plans[] = { { 0, 1, 0, { 0 } },
                { 1, 1, 1, { 0 } },
                { 2, 1, 2, { 0, 1 } },
                { 100, 1, 2, { 0, 99 } },
                { 101, 1, 3, { 0, 99, 100 } },
                { 250, 1, 4, { 0, 99, 199, 249 } },
                { 300, 1, 4, { 0, 99, 199, 299 } },
                { 3, 10, 3, { 0, 1, 2 } },
                { 101, 10, 12, { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99, 100 } } };

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (GArray) plan = vouch_label_plan_readback (plans[i].count, plans[i].n_first);

      g_assert_cmpmem (plan->data, plan->len * sizeof (guint), plans[i].indexes, plans[i].n * sizeof (guint));
    }
}

static void
test_compares_what_was_read (void)
{
  const VouchExpectedCode plain = { .symbology = VOUCH_SYMBOLOGY_CODE_128, .aim = "]C0", .text = "L1" };
  const VouchExpectedCode gs1 = { .symbology = VOUCH_SYMBOLOGY_GS1_128, .aim = "]C1", .text = "10L1" };

  g_assert_true (vouch_expected_code_matches (&plain, "]C0", "L1", 2));
  g_assert_true (vouch_expected_code_matches (&plain, NULL, "L1", 2));
  g_assert_false (vouch_expected_code_matches (&plain, "]Q1", "L1", 2));
  g_assert_false (vouch_expected_code_matches (&plain, "]C0", "L1\0", 3));
  g_assert_false (vouch_expected_code_matches (&plain, "]C0", "L2", 2));
  g_assert_true (vouch_expected_code_matches (&gs1, "]C1", "10L1", 4));
  g_assert_false (vouch_expected_code_matches (&gs1, "]C0", "10L1", 4));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/every-template-lays-out", test_every_template_lays_out);
  g_test_add_func ("/label/no-built-in-text-is-too-small", test_no_built_in_text_is_too_small);
  g_test_add_func ("/label/a-carton-may-hold-any-number", test_a_carton_may_hold_any_number);
  g_test_add_func ("/label/unit-label-is-480-by-320-dots", test_unit_label_is_480_by_320_dots);
  g_test_add_func ("/label/refuses-missing-fields", test_refuses_missing_fields);
  g_test_add_func ("/label/shrinks-or-refuses", test_shrinks_or_refuses);
  g_test_add_func ("/label/never-truncates-a-lot", test_never_truncates_a_lot);
  g_test_add_func ("/label/refuses-deceiving-texts", test_refuses_deceiving_texts);
  g_test_add_func ("/label/says-how-to-mend-gs1-data", test_says_how_to_mend_gs1_data);
  g_test_add_func ("/label/lists-all-faults-at-once", test_lists_all_faults_at_once);
  g_test_add_func ("/label/prints-commands-and-markup-literally", test_prints_commands_and_markup_literally);
  g_test_add_func ("/label/refuses-glyphs-that-no-font-has", test_refuses_glyphs_that_no_font_has);
  g_test_add_func ("/label/refuses-an-address-too-long", test_refuses_an_address_too_long_for_its_box);
  g_test_add_func ("/label/has-a-word-for-every-status", test_has_a_word_for_every_status);
  g_test_add_func ("/label/refuses-odd-resolutions", test_refuses_odd_resolutions);
  g_test_add_func ("/label/unknown-template-is-not-found", test_unknown_template_is_not_found);
  g_test_add_func ("/label/refuses-broken-templates", test_refuses_broken_templates);
  g_test_add_func ("/label/keeps-quiet-zones-white", test_keeps_quiet_zones_white);
  g_test_add_func ("/label/plans-first-last-and-every-hundredth", test_plans_first_last_and_every_hundredth);
  g_test_add_func ("/label/compares-what-was-read", test_compares_what_was_read);
  return g_test_run ();
}
