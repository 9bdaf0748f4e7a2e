#include "scene-code.h"

#include <string.h>

const char *const scene_code_kinds[SCENE_CODE_N_KINDS] = {
  "EAN-13", "EAN-8",   "UPC-A",   "Code 128",         "GS1-128", "Code 39",     "Code 93",
  "ITF-14", "Codabar", "DataBar", "DataBar Expanded", "QR",      "Data Matrix", "GS1 DataMatrix",
};

static char *
make_text (const char *letters, guint length, GRand *random)
{
  char *text = g_malloc (length + 1);

  for (guint i = 0; i < length; i++)
    text[i] = letters[g_rand_int_range (random, 0, (gint32)strlen (letters))];
  text[length] = '\0';
  return text;
}

/* With the check digit that GS1's numbers of any length have. */
static char *
with_check_digit (const char *digits)
{
  gsize length = strlen (digits);
  int sum = 0;

  for (gsize i = 0; i < length; i++)
    sum += (digits[length - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
  return g_strdup_printf ("%s%d", digits, (10 - sum % 10) % 10);
}

static SceneCode *
make_number (guint length, const char *prefix, GRand *random)
{
  g_autofree char *digits = make_text ("0123456789", length, random);
  g_autofree char *whole = NULL;
  SceneCode *self = g_new0 (SceneCode, 1);

  digits[0] = (char)('1' + g_rand_int_range (random, 0, 9));
  whole = with_check_digit (digits);
  self->text = g_strconcat (prefix, whole, NULL);
  self->drawn = g_steal_pointer (&digits);
  return self;
}

static SceneCode *
make_gs1 (GRand *random)
{
  g_autofree char *digits = make_text ("0123456789", 13, random);
  g_autofree char *gtin = with_check_digit (digits);
  g_autofree char *lot = make_text ("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", 6, random);
  SceneCode *self = g_new0 (SceneCode, 1);

  self->drawn = g_strdup_printf ("[01]%s[10]%s", gtin, lot);
  self->text = g_strdup_printf ("01%s10%s", gtin, lot);
  return self;
}

static SceneCode *
make_plain (const char *before, const char *letters, guint length, const char *after, GRand *random)
{
  g_autofree char *middle = make_text (letters, length, random);
  SceneCode *self = g_new0 (SceneCode, 1);

  self->text = g_strconcat (before, middle, after, NULL);
  self->drawn = g_strdup (self->text);
  return self;
}

SceneCode *
scene_code_new (const char *kind, GRand *random)
{
  static const char alnum[] = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  if (g_str_equal (kind, "EAN-13"))
    return make_number (12, "", random);
  if (g_str_equal (kind, "EAN-8"))
    return make_number (7, "", random);
  if (g_str_equal (kind, "UPC-A"))
    return make_number (11, "0", random);
  if (g_str_equal (kind, "ITF-14"))
    return make_number (13, "", random);
  if (g_str_equal (kind, "DataBar"))
    return make_number (13, "01", random);
  if (strstr (kind, "GS1") != NULL || g_str_equal (kind, "DataBar Expanded"))
    return make_gs1 (random);
  if (g_str_equal (kind, "Codabar"))
    return make_plain ("A", "0123456789", 8, "B", random);
  if (g_str_equal (kind, "QR"))
    return make_plain ("https://q.example.cn/t/", alnum, 12, "", random);
  return make_plain ("", alnum, 9, "", random);
}

void
scene_code_free (SceneCode *self)
{
  g_free (self->drawn);
  g_free (self->text);
  g_free (self);
}
