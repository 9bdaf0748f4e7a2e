/* "{serial|fours}", "{count|number}", "{unit|pad:6}", "{count|even}", "{expiry|date:%d.%m.%Y}": how a field is written.
 */
#include "vouch-label-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-date.h"
#include "vouch-error.h"
#include "vouch-text.h"

#define GROUP 4
#define THOUSAND 3
#define DATE_LENGTH 10
#define PAD_MAX 18

/* A serial is read out in groups of four: "XXXX-XXXX-XXXX-XXXX". */
static char *
group_in_fours (const char *text)
{
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (grouped, '-');
      g_string_append_c (grouped, text[i]);
    }
  return g_string_free (grouped, FALSE);
}

/* "12000.5" is written "12,000.5". */
static char *
write_number (const char *field, const char *value, GError **error)
{
  gsize sign = *value == '-';
  gsize digits = strspn (value + sign, "0123456789");
  const char *rest = value + sign + digits;
  gsize decimals = *rest == '.' ? strspn (rest + 1, "0123456789") : 0;
  GString *grouped;

  if (digits == 0 || (*rest == '.' && decimals == 0) || (*rest == '.' ? rest[1 + decimals] : *rest) != '\0')
    {
      g_autofree char *shown = vouch_text_show (value, -1);

      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                             _ ("“%s” is no number, as %s has to be here: correct it"), shown, field);
      return NULL;
    }
  grouped = g_string_new_len (value, (gssize)sign);
  for (gsize i = 0; i < digits; i++)
    {
      if (i > 0 && (digits - i) % THOUSAND == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, value[sign + i]);
    }
  g_string_append (grouped, rest);
  return g_string_free (grouped, FALSE);
}

/* A width of 0 asks for an even number of digits, of which Code 128 has two in the room of one. */
static char *
pad (const char *field, const char *value, gsize width, GError **error)
{
  gsize length = strlen (value);
  GString *padded;

  if (width == 0)
    width = length + length % 2;
  if (strspn (value, "0123456789") != length || length > width)
    {
      g_autofree char *shown = vouch_text_show (value, -1);

      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                             _ ("“%s” does not fit the digits that %s has on this label: correct it"), shown, field);
      return NULL;
    }
  padded = g_string_new (NULL);
  for (gsize i = length; i < width; i++)
    g_string_append_c (padded, '0');
  g_string_append (padded, value);
  return g_string_free (padded, FALSE);
}

static void
append_date_part (GString *text, char part, VouchDate date)
{
  switch (part)
    {
    case 'Y':
      g_string_append_printf (text, "%04d", date / 10000);
      break;
    case 'y':
      g_string_append_printf (text, "%02d", date / 10000 % 100);
      break;
    case 'm':
      g_string_append_printf (text, "%02d", date / 100 % 100);
      break;
    case 'd':
    default:
      g_string_append_printf (text, "%02d", date % 100);
      break;
    }
}

/* A value may be a date, or a time that begins with one. */
static char *
write_date (const char *field, const char *value, const char *pattern, GError **error)
{
  g_autofree char *day = g_strndup (value, DATE_LENGTH);
  VouchDate date;
  GString *text;

  if (!vouch_date_parse (day, &date, NULL) || date == VOUCH_DATE_NONE)
    {
      g_autofree char *shown = vouch_text_show (value, -1);

      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                             _ ("“%s” is no date, as %s has to be here: write it like 2027-10-31"), shown, field);
      return NULL;
    }
  text = g_string_new (NULL);
  for (const char *at = pattern; *at != '\0'; at++)
    if (*at == '%')
      append_date_part (text, *++at, date);
    else
      g_string_append_c (text, *at);
  return g_string_free (text, FALSE);
}

static const char *
get_pattern (const char *form, const char *name)
{
  gsize length = strlen (name);

  return strncmp (form, name, length) == 0 && form[length] == ':' ? form + length + 1 : NULL;
}

static gboolean
is_date_pattern (const char *pattern)
{
  for (const char *at = pattern; *at != '\0'; at++)
    if (*at == '%' && (*++at == '\0' || strchr ("Yymd", *at) == NULL))
      return FALSE;
  return *pattern != '\0';
}

static gsize
get_width (const char *pattern)
{
  gsize digits = strspn (pattern, "0123456789");
  gsize width = digits >= 1 && digits <= 2 && pattern[digits] == '\0' ? (gsize)g_ascii_strtoull (pattern, NULL, 10) : 0;

  return width <= PAD_MAX ? width : 0;
}

/*
 * vouch_label_form_is_known:
 * @form: what follows the bar in a slot
 *
 * Returns: whether every template knows it
 */
gboolean
vouch_label_form_is_known (const char *form)
{
  const char *date = get_pattern (form, "date"), *digits = get_pattern (form, "pad");

  return strcmp (form, "fours") == 0 || strcmp (form, "number") == 0 || strcmp (form, "even") == 0 ||
         (date != NULL && is_date_pattern (date)) || (digits != NULL && get_width (digits) > 0);
}

/*
 * vouch_label_form_apply:
 * @form: a known form
 * @field: whose
 * @value: what the field says; nothing stays nothing
 * @error: INVALID, naming the field, if the value has no such form
 *
 * Returns: (transfer full) (nullable): the value so written
 */
char *
vouch_label_form_apply (const char *form, const char *field, const char *value, GError **error)
{
  const char *pattern;

  if (*value == '\0')
    return g_strdup ("");
  if (strcmp (form, "fours") == 0)
    return group_in_fours (value);
  if (strcmp (form, "number") == 0)
    return write_number (field, value, error);
  if (strcmp (form, "even") == 0)
    return pad (field, value, 0, error);
  pattern = get_pattern (form, "pad");
  if (pattern != NULL)
    return pad (field, value, get_width (pattern), error);
  return write_date (field, value, get_pattern (form, "date"), error);
}
