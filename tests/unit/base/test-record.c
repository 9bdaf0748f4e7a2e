#include "vouch-record.h"

#include "vouch-error.h"

static const char *const colour_names[] = { "red", "green", "blue", NULL };
static const VouchEnum colour_values = { colour_names };

/* A record with a field of each kind, as no real one has. */
typedef struct
{
  gint64 id;
  char *code;
  char *unit;
  gint64 weight;
  gint64 pieces;
  VouchDate expiry;
  gint64 seen_at;
  int colour;
  gboolean urgent;
  GBytes *photo;
  char *phone;
  GBytes *salt;
  char *pin;
} Thing;

static const VouchField fields[] = {
  VOUCH_FIELD (Thing, id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (Thing, code, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (Thing, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (Thing, weight, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Thing, pieces, NUMBER, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (Thing, expiry, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Thing, seen_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (Thing, colour, colour_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Thing, urgent, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Thing, photo, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Thing, phone, TEXT, VOUCH_FIELD_PERSONAL),
  VOUCH_FIELD (Thing, salt, BYTES, VOUCH_FIELD_SALT),
  VOUCH_FIELD (Thing, pin, TEXT, VOUCH_FIELD_SECRET),
};

VOUCH_DECLARE_RECORD (Thing, thing)
VOUCH_DEFINE_RECORD (Thing, thing, "thing", fields)

/* The same noun before its last fields were thought of, and another noun of the same shape. */
static const VouchRecordType older_type = { .name = "thing", .size = sizeof (Thing), .fields = fields, .n_fields = 5 };
static const VouchRecordType other_type = {
  .name = "other", .size = sizeof (Thing), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

static Thing *
make_thing (void)
{
  Thing *thing = thing_new ();

  thing->id = 77;
  thing->code = g_strdup ("LOT-7");
  thing->unit = g_strdup ("kg");
  thing->weight = 12500000;
  thing->pieces = 3;
  thing->expiry = 20271231;
  thing->seen_at = G_GINT64_CONSTANT (1767254400000001);
  thing->colour = 2;
  thing->urgent = TRUE;
  thing->photo = g_bytes_new_static ("\x00\xff", 2);
  thing->phone = g_strdup ("13800000000");
  thing->salt = g_bytes_new_static ("0123456789abcdef", 16);
  thing->pin = g_strdup ("2468");
  return thing;
}

static GBytes *
write_canon (const VouchRecordType *type, const Thing *thing)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("test/1");

  vouch_record_write_canon (type, thing, canon);
  return vouch_canon_end (canon);
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

static void
assert_same_but_secret (const Thing *a, const Thing *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->code, ==, b->code);
  g_assert_cmpstr (a->unit, ==, b->unit);
  g_assert_cmpint (a->weight, ==, b->weight);
  g_assert_cmpint (a->pieces, ==, b->pieces);
  g_assert_cmpint (a->expiry, ==, b->expiry);
  g_assert_cmpint (a->seen_at, ==, b->seen_at);
  g_assert_cmpint (a->colour, ==, b->colour);
  g_assert_cmpint (a->urgent, ==, b->urgent);
  g_assert_cmpstr (a->phone, ==, b->phone);
  g_assert_true ((a->photo == NULL) == (b->photo == NULL));
  g_assert_true (a->photo == NULL || g_bytes_equal (a->photo, b->photo));
  g_assert_true ((a->salt == NULL) == (b->salt == NULL));
  g_assert_true (a->salt == NULL || g_bytes_equal (a->salt, b->salt));
}

static void
test_a_new_record_is_empty (void)
{
  g_autoptr (Thing) thing = thing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].kind == VOUCH_FIELD_TEXT)
        g_assert_null (VOUCH_RECORD_TEXT (&fields[i], thing));
      else if (fields[i].kind == VOUCH_FIELD_BYTES)
        g_assert_null (VOUCH_RECORD_BYTES (&fields[i], thing));
      else
        g_assert_cmpint (vouch_record_get_number (&fields[i], thing), ==, 0);
    }
  thing_free (NULL);
}

static void
test_fields_are_found_by_name (void)
{
  const VouchField *weight = vouch_record_find_field (&thing_type, "weight");

  g_assert_true (weight == &fields[3]);
  g_assert_cmpuint (weight->offset, ==, G_STRUCT_OFFSET (Thing, weight));
  g_assert_cmpuint (weight->unit_offset, ==, G_STRUCT_OFFSET (Thing, unit));
  g_assert_null (vouch_record_find_field (&thing_type, "height"));
}

static void
test_numbers_fit_their_fields (void)
{
  g_autoptr (Thing) thing = thing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].kind == VOUCH_FIELD_TEXT || fields[i].kind == VOUCH_FIELD_BYTES)
        continue;
      vouch_record_set_number (&fields[i], thing, 1);
      g_assert_cmpint (vouch_record_get_number (&fields[i], thing), ==, 1);
    }
  vouch_record_set_number (&fields[3], thing, G_MININT64);
  g_assert_cmpint (thing->weight, ==, G_MININT64);
  vouch_record_set_number (&fields[8], thing, 256);
  g_assert_cmpint (thing->urgent, ==, TRUE);
  g_assert_cmpint (vouch_record_get_id (&thing_type, thing), ==, 1);
  g_assert_null (thing->code);
}

static void
test_a_copy_owns_its_fields (void)
{
  Thing *thing = make_thing ();
  g_autoptr (Thing) copy = vouch_record_copy (&thing_type, thing);
  g_autoptr (Thing) same = make_thing ();

  g_assert_true (copy->code != thing->code);
  thing_free (thing);
  assert_same_but_secret (copy, same);
  g_assert_cmpstr (copy->pin, ==, "2468");
}

static void
test_a_cleared_field_is_none (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (Thing) empty = thing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    vouch_record_clear_field (&fields[i], thing);
  g_assert_cmpmem (thing, sizeof *thing, empty, sizeof *empty);
}

static void
assert_refused (Thing *thing, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_record_check (&thing_type, thing, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
  thing_free (thing);
}

static void
test_good_input_is_taken (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_record_check (&thing_type, thing, &error));
  g_assert_no_error (error);
  thing->pieces = 0;
  thing->expiry = VOUCH_DATE_NONE;
  g_assert_true (vouch_record_check (&thing_type, thing, &error));
}

static void
test_missing_input_is_refused (void)
{
  Thing *without_id = make_thing ();
  Thing *without_code = make_thing ();
  Thing *with_empty_code = make_thing ();

  without_id->id = 0;
  assert_refused (without_id, "id");
  g_clear_pointer (&without_code->code, g_free);
  assert_refused (without_code, "code");
  with_empty_code->code[0] = '\0';
  assert_refused (with_empty_code, "code");
}

static void
test_impossible_input_is_refused (void)
{
  Thing *bad_text = make_thing ();
  Thing *bad_date = make_thing ();
  Thing *bad_colour = make_thing ();
  Thing *negative_colour = make_thing ();

  bad_text->code[3] = '\x1b';
  assert_refused (bad_text, "code");
  bad_date->expiry = 20260230;
  assert_refused (bad_date, "expiry");
  bad_colour->colour = 3;
  assert_refused (bad_colour, "colour");
  negative_colour->colour = -1;
  assert_refused (negative_colour, "colour");
}

static void
test_canonical_bytes_hide_people_and_secrets (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (GBytes) bytes = write_canon (&thing_type, thing);

  g_assert_true (contains (bytes, "LOT-7"));
  g_assert_true (contains (bytes, "blue"));
  g_assert_false (contains (bytes, "13800000000"));
  g_assert_false (contains (bytes, "2468"));
}

static void
test_canonical_bytes_show_every_change (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (GBytes) whole = write_canon (&thing_type, thing);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (Thing) changed = make_thing ();
      g_autoptr (GBytes) bytes = NULL;

      vouch_record_clear_field (&fields[i], changed);
      bytes = write_canon (&thing_type, changed);
      g_assert_true (g_bytes_equal (bytes, whole) == ((fields[i].flags & VOUCH_FIELD_SECRET) != 0));
    }
}

/* A field that came after the table had shipped leaves the digests of older rows as they are. */
static void
test_an_added_field_changes_canonical_bytes_only_where_it_has_a_value (void)
{
  VouchField grown_fields[6];
  VouchRecordType grown_type = {
    .name = "thing", .size = sizeof (Thing), .fields = grown_fields, .n_fields = G_N_ELEMENTS (grown_fields)
  };
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (GBytes) before = write_canon (&older_type, thing);
  g_autoptr (GBytes) full = NULL, empty = NULL;

  memcpy (grown_fields, fields, sizeof grown_fields);
  grown_fields[5].flags = VOUCH_FIELD_ADDED;
  full = write_canon (&grown_type, thing);
  thing->expiry = VOUCH_DATE_NONE;
  empty = write_canon (&grown_type, thing);
  g_assert_true (g_bytes_equal (empty, before));
  g_assert_false (g_bytes_equal (full, before));
  g_assert_true (contains (full, "expiry"));
}

static void
test_a_personal_text_s_hash_needs_the_salt (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (Thing) salted = make_thing ();
  g_autofree char *hash =
      g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guint8 *)"0123456789abcdef", 16, "13800000000", -1);
  g_autoptr (GBytes) bytes = write_canon (&thing_type, thing);
  g_autoptr (GBytes) other = NULL;

  g_assert_true (contains (bytes, hash));
  g_bytes_unref (salted->salt);
  salted->salt = g_bytes_new_static ("fedcba9876543210", 16);
  other = write_canon (&thing_type, salted);
  g_assert_false (contains (other, hash));
}

static void
test_nouns_of_one_shape_differ (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (GBytes) bytes = write_canon (&thing_type, thing);
  g_autoptr (GBytes) other = write_canon (&other_type, thing);

  g_assert_false (g_bytes_equal (bytes, other));
}

static void
test_decodes_what_it_encodes (void)
{
  g_autoptr (Thing) full = make_thing ();
  g_autoptr (Thing) empty = thing_new ();
  g_autoptr (GBytes) full_bytes = vouch_record_encode (&thing_type, full);
  g_autoptr (GBytes) empty_bytes = vouch_record_encode (&thing_type, empty);
  g_autoptr (Thing) full_again = vouch_record_decode (&thing_type, full_bytes);
  g_autoptr (Thing) empty_again = vouch_record_decode (&thing_type, empty_bytes);

  assert_same_but_secret (full_again, full);
  assert_same_but_secret (empty_again, empty);
  g_assert_null (full_again->pin);
  g_assert_false (contains (full_bytes, "2468"));
}

static void
test_decodes_what_an_older_program_encoded (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (GBytes) bytes = vouch_record_encode (&older_type, thing);
  g_autoptr (Thing) again = vouch_record_decode (&thing_type, bytes);

  g_assert_cmpstr (again->code, ==, "LOT-7");
  g_assert_cmpint (again->pieces, ==, 3);
  g_assert_cmpint (again->expiry, ==, VOUCH_DATE_NONE);
  g_assert_null (again->photo);
}

static void
test_refuses_another_noun_s_bytes (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (GBytes) bytes = vouch_record_encode (&other_type, thing);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);

  g_assert_null (vouch_record_decode (&thing_type, bytes));
  g_assert_null (vouch_record_decode (&thing_type, nothing));
}

/* Under the address sanitizer this also proves that nothing beyond the bytes is read. */
static void
test_bears_cut_and_damaged_bytes (void)
{
  g_autoptr (Thing) thing = make_thing ();
  g_autoptr (GBytes) bytes = vouch_record_encode (&thing_type, thing);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (Thing) decoded = vouch_record_decode (&thing_type, part);

      g_assert_true (decoded == NULL || decoded->salt == NULL);
    }
  for (gsize at = 0; at < length; at++)
    {
      g_autofree guint8 *damaged = g_memdup2 (data, length);
      g_autoptr (GBytes) part = NULL;
      g_autoptr (Thing) decoded = NULL;

      damaged[at] ^= 0xff;
      part = g_bytes_new (damaged, length);
      decoded = vouch_record_decode (&thing_type, part);
    }
}

static void
test_enumerations_know_their_names (void)
{
  g_assert_cmpstr (vouch_enum_get_name (&colour_values, 0), ==, "red");
  g_assert_cmpstr (vouch_enum_get_name (&colour_values, 2), ==, "blue");
  g_assert_null (vouch_enum_get_name (&colour_values, 3));
  g_assert_null (vouch_enum_get_name (&colour_values, -1));
  g_assert_cmpint (vouch_enum_find (&colour_values, "green"), ==, 1);
  g_assert_cmpint (vouch_enum_find (&colour_values, "Green"), ==, -1);
  g_assert_cmpint (vouch_enum_find (&colour_values, ""), ==, -1);
  g_assert_cmpint (vouch_enum_find (&colour_values, NULL), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/a-new-record-is-empty", test_a_new_record_is_empty);
  g_test_add_func ("/record/fields-are-found-by-name", test_fields_are_found_by_name);
  g_test_add_func ("/record/numbers-fit-their-fields", test_numbers_fit_their_fields);
  g_test_add_func ("/record/a-copy-owns-its-fields", test_a_copy_owns_its_fields);
  g_test_add_func ("/record/a-cleared-field-is-none", test_a_cleared_field_is_none);
  g_test_add_func ("/record/good-input-is-taken", test_good_input_is_taken);
  g_test_add_func ("/record/missing-input-is-refused", test_missing_input_is_refused);
  g_test_add_func ("/record/impossible-input-is-refused", test_impossible_input_is_refused);
  g_test_add_func ("/record/canonical-bytes-hide-people-and-secrets", test_canonical_bytes_hide_people_and_secrets);
  g_test_add_func ("/record/canonical-bytes-show-every-change", test_canonical_bytes_show_every_change);
  g_test_add_func ("/record/an-added-field-changes-canonical-bytes-only-where-it-has-a-value",
                   test_an_added_field_changes_canonical_bytes_only_where_it_has_a_value);
  g_test_add_func ("/record/a-personal-text-s-hash-needs-the-salt", test_a_personal_text_s_hash_needs_the_salt);
  g_test_add_func ("/record/nouns-of-one-shape-differ", test_nouns_of_one_shape_differ);
  g_test_add_func ("/record/decodes-what-it-encodes", test_decodes_what_it_encodes);
  g_test_add_func ("/record/decodes-what-an-older-program-encoded", test_decodes_what_an_older_program_encoded);
  g_test_add_func ("/record/refuses-another-noun-s-bytes", test_refuses_another_noun_s_bytes);
  g_test_add_func ("/record/bears-cut-and-damaged-bytes", test_bears_cut_and_damaged_bytes);
  g_test_add_func ("/record/enumerations-know-their-names", test_enumerations_know_their_names);
  return g_test_run ();
}
