/* Health industry bar codes (ANSI/HIBC 2 and 3), which devices carry instead of GS1's, or beside them. */
#include "vouch-hibc.h"

#include <string.h>

#define LABELER_LENGTH 4
#define PRODUCT_MAX 18
#define TEXT_MAX 110

/* By value, for the check character: the sum of all others' by 43. */
static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

static gboolean
is_upper_or_digit (char c)
{
  return g_ascii_isdigit (c) || g_ascii_isupper (c);
}

static gboolean
has_only_its_characters (const char *text)
{
  return text[0] == '+' && strspn (text, alphabet) == strlen (text);
}

static gboolean
check_holds (const char *text, gsize length)
{
  int sum = 0;

  for (gsize i = 0; i < length - 1; i++)
    sum += (int)(strchr (alphabet, text[i]) - alphabet);
  return alphabet[sum % 43] == text[length - 1];
}

static gboolean
take (const char **at, int digits, int *number)
{
  *number = 0;
  for (int i = 0; i < digits; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      *number = *number * 10 + ((*at)[i] - '0');
    }
  *at += digits;
  return TRUE;
}

/* The last day where the day is 0. */
static VouchDate
make_date (int year, int month, int day)
{
  if (month < 1 || month > 12)
    return VOUCH_DATE_NONE;
  return vouch_date_new (year, month, day != 0 ? day : g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year));
}

static VouchDate
make_date_of_year (int year, int day)
{
  GDate date;

  if (day < 1 || day > (g_date_is_leap_year ((GDateYear)year) ? 366 : 365))
    return VOUCH_DATE_NONE;
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear)year);
  g_date_add_days (&date, (guint)day - 1);
  return vouch_date_new (year, g_date_get_month (&date), g_date_get_day (&date));
}

/* How many figures each form of a date has, by the figure that names it; 0 and 1 begin a month themselves. */
static gboolean
take_expiry (const char **at, VouchDate *date)
{
  char form = **at;
  int year, month = 0, day = 0, hour;
  gboolean good = FALSE;

  if (form == '\0' || form == '7')
    {
      *at += form == '7' ? 1 : 0;
      return TRUE;
    }
  if (form > '7' || form < '0')
    return FALSE;
  *at += form >= '2' ? 1 : 0;
  if (form <= '1')
    good = take (at, 2, &month) && take (at, 2, &year);
  else if (form == '2')
    good = take (at, 2, &month) && take (at, 2, &day) && take (at, 2, &year) && day != 0;
  else if (form <= '4')
    good = take (at, 2, &year) && take (at, 2, &month) && take (at, 2, &day) && day != 0;
  else
    good = take (at, 2, &year) && take (at, 3, &day);
  if (!good || ((form == '4' || form == '6') && !take (at, 2, &hour)))
    return FALSE;
  *date = form >= '5' ? make_date_of_year (2000 + year, day) : make_date (2000 + year, month, day);
  return *date != VOUCH_DATE_NONE;
}

static gboolean
take_text (const char *text, char *field, gsize size)
{
  if (strlen (text) >= size)
    return FALSE;
  g_strlcpy (field, text, size);
  return TRUE;
}

static gboolean
take_lot_with_date (VouchHibc *hibc, const char *at)
{
  int quantity;

  if (*at == '+')
    {
      at++;
      return take_expiry (&at, &hibc->expiry) && take_text (at, hibc->serial, sizeof hibc->serial);
    }
  if (*at == '8' || *at == '9')
    {
      int digits = *at++ == '8' ? 2 : 5;

      if (!take (&at, digits, &quantity))
        return FALSE;
      hibc->quantity = quantity;
    }
  return take_expiry (&at, &hibc->expiry) && take_text (at, hibc->lot, sizeof hibc->lot);
}

/* What a code says of the lot: "$$…" with a date, "$…" without, or the day of the year and the lot. */
static gboolean
take_lot (VouchHibc *hibc, const char *at)
{
  int year, day;

  if (g_str_has_prefix (at, "$$"))
    return take_lot_with_date (hibc, at + 2);
  if (g_str_has_prefix (at, "$+"))
    return take_text (at + 2, hibc->serial, sizeof hibc->serial);
  if (*at == '$')
    return take_text (at + 1, hibc->lot, sizeof hibc->lot);
  if (!take (&at, 2, &year) || !take (&at, 3, &day))
    return FALSE;
  hibc->expiry = make_date_of_year (2000 + year, day);
  return hibc->expiry != VOUCH_DATE_NONE && take_text (at, hibc->lot, sizeof hibc->lot);
}

static gboolean
take_full_date (const char *at, VouchDate *date)
{
  int year, month, day;

  if (!take (&at, 4, &year) || !take (&at, 2, &month) || !take (&at, 2, &day) || *at != '\0' || day == 0 || year == 0)
    return FALSE;
  *date = make_date (year, month, day);
  return *date != VOUCH_DATE_NONE;
}

/* Further data, each named by how it begins; what is not known here is passed over. */
static gboolean
take_more (VouchHibc *hibc, const char *part)
{
  if (g_str_has_prefix (part, "14D"))
    return take_full_date (part + 3, &hibc->expiry);
  if (g_str_has_prefix (part, "16D"))
    return take_full_date (part + 3, &hibc->produced);
  if (*part == 'S')
    return take_text (part + 1, hibc->serial, sizeof hibc->serial);
  if (*part == 'Q')
    return g_ascii_string_to_signed (part + 1, 10, 1, 99999, &hibc->quantity, NULL);
  return TRUE;
}

static gboolean
take_parts (VouchHibc *hibc, char **parts)
{
  gboolean good = TRUE;

  for (guint i = 0; good && parts[i] != NULL; i++)
    good = i == 0 && (*parts[i] == '$' || g_ascii_isdigit (*parts[i])) && strlen (parts[i]) > 1
               ? take_lot (hibc, parts[i])
               : take_more (hibc, parts[i]);
  return good;
}

/* Labeler, product and unit of measure. */
static gboolean
take_product (VouchHibc *hibc, const char *text)
{
  gsize length = strlen (text);

  if (length < LABELER_LENGTH + 2 || length > LABELER_LENGTH + PRODUCT_MAX + 1 || !g_ascii_isupper (text[0]) ||
      !g_ascii_isdigit (text[length - 1]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!is_upper_or_digit (text[i]))
      return FALSE;
  memcpy (hibc->product, text, length - 1);
  hibc->product[length - 1] = '\0';
  hibc->unit = text[length - 1] - '0';
  return TRUE;
}

static VouchHibcVerdict
read_with_product (const char *text, gsize length, VouchHibc *hibc)
{
  g_autofree char *body = g_strndup (text + 1, length - 2);
  g_auto (GStrv) parts = g_strsplit (body, "/", -1);

  if (!take_product (hibc, parts[0]))
    return VOUCH_HIBC_NOT;
  return check_holds (text, length) && take_parts (hibc, parts + 1) ? VOUCH_HIBC_VALID : VOUCH_HIBC_BROKEN;
}

/* The lot alone ends with the link to the product's code, and its own check character. */
static VouchHibcVerdict
read_lot_alone (const char *text, gsize length, VouchHibc *hibc)
{
  g_autofree char *body = g_strndup (text + 1, length - 3);
  g_auto (GStrv) parts = g_strsplit (body, "/", -1);

  hibc->link = text[length - 2];
  if (check_holds (text, length) && parts[0] != NULL && take_parts (hibc, parts))
    return VOUCH_HIBC_VALID;
  /* Telephone numbers begin with a plus and figures, too. */
  return text[1] == '$' ? VOUCH_HIBC_BROKEN : VOUCH_HIBC_NOT;
}

static VouchHibcVerdict
read_kind (const char *text, gsize length, VouchHibc *hibc)
{
  if (text[1] == '/')
    {
      hibc->is_internal = TRUE;
      return check_holds (text, length) ? VOUCH_HIBC_VALID : VOUCH_HIBC_BROKEN;
    }
  if (text[1] == '$' || g_ascii_isdigit (text[1]))
    return read_lot_alone (text, length, hibc);
  return g_ascii_isupper (text[1]) ? read_with_product (text, length, hibc) : VOUCH_HIBC_NOT;
}

/**
 * vouch_hibc_read:
 * @text: what was scanned
 * @hibc: (out caller-allocates): what it says, where it is valid
 *
 * Returns: whether it is a health industry bar code, and a right one
 */
VouchHibcVerdict
vouch_hibc_read (const char *text, VouchHibc *hibc)
{
  gsize length = strlen (text);
  VouchHibcVerdict verdict;

  *hibc = (VouchHibc){ 0 };
  if (length < 6 || length > TEXT_MAX || !has_only_its_characters (text))
    return VOUCH_HIBC_NOT;
  verdict = read_kind (text, length, hibc);
  if (verdict != VOUCH_HIBC_VALID)
    *hibc = (VouchHibc){ 0 };
  else
    hibc->check = text[length - 1];
  return verdict;
}
