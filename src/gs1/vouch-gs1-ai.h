#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_GS1_PARTS_MAX 5
#define VOUCH_GS1_VALUE_MAX 90

/**
 * VouchGs1Charset:
 * @VOUCH_GS1_DIGITS: 0 to 9
 * @VOUCH_GS1_CHARSET_82: the 82 invariant characters of ISO/IEC 646
 * @VOUCH_GS1_CHARSET_39: digits, capitals and # - /
 * @VOUCH_GS1_CHARSET_64: base64 for URIs and file names
 *
 * The character sets a part of a value may be written in.
 */
typedef enum
{
  VOUCH_GS1_DIGITS,
  VOUCH_GS1_CHARSET_82,
  VOUCH_GS1_CHARSET_39,
  VOUCH_GS1_CHARSET_64,
} VouchGs1Charset;

/**
 * VouchGs1Rule:
 *
 * What can be wrong with coded data. The first group are rules that the table puts on a part of a value, the others
 * are noticed while reading. vouch_gs1_rule_get_name() tells the name that machines see.
 */
typedef enum
{
  VOUCH_GS1_RULE_NONE,
  VOUCH_GS1_RULE_CHECK_DIGIT,
  VOUCH_GS1_RULE_CHECK_PAIR,
  VOUCH_GS1_RULE_CHECK_PAIR_MIXED, /* as above, and not digits alone */
  VOUCH_GS1_RULE_COMPANY_PREFIX,
  VOUCH_GS1_RULE_DATE,
  VOUCH_GS1_RULE_DATE_OR_MONTH, /* day 00 is allowed */
  VOUCH_GS1_RULE_LONG_DATE,
  VOUCH_GS1_RULE_HOUR,
  VOUCH_GS1_RULE_SIXTIETHS,
  VOUCH_GS1_RULE_HOUR_MINUTE,
  VOUCH_GS1_RULE_COUNTRY,
  VOUCH_GS1_RULE_COUNTRY_OR_999,
  VOUCH_GS1_RULE_COUNTRY_LETTERS,
  VOUCH_GS1_RULE_CURRENCY,
  VOUCH_GS1_RULE_PERCENT_CODE,
  VOUCH_GS1_RULE_LATITUDE,
  VOUCH_GS1_RULE_LONGITUDE,
  VOUCH_GS1_RULE_YES_NO,
  VOUCH_GS1_RULE_HYPHEN,
  VOUCH_GS1_RULE_IMPORTER,
  VOUCH_GS1_RULE_PACKAGE_TYPE,
  VOUCH_GS1_RULE_MEDIA_TYPE,
  VOUCH_GS1_RULE_SEX,
  VOUCH_GS1_RULE_SEQUENCE,
  VOUCH_GS1_RULE_NOT_ZERO,
  VOUCH_GS1_RULE_ZERO,
  VOUCH_GS1_RULE_NO_LEADING_ZERO,
  VOUCH_GS1_RULE_WINDING,
  VOUCH_GS1_RULE_PIECE_OF_TOTAL,
  VOUCH_GS1_RULE_IBAN,
  VOUCH_GS1_RULE_COUPON,
  VOUCH_GS1_RULE_COUPON_OFFER,

  VOUCH_GS1_RULE_CHARACTER,
  VOUCH_GS1_RULE_TOO_SHORT,
  VOUCH_GS1_RULE_TOO_LONG,
  VOUCH_GS1_RULE_EMPTY,
  VOUCH_GS1_RULE_UNKNOWN_AI,
  VOUCH_GS1_RULE_REPEATED,
  VOUCH_GS1_RULE_CONTRADICTED,
  VOUCH_GS1_RULE_SEPARATOR,
  VOUCH_GS1_RULE_BRACKETS,
  VOUCH_GS1_RULE_SIZE,
  VOUCH_GS1_RULE_EAN_LENGTH,
  VOUCH_GS1_RULE_URI_CHARACTER,
  VOUCH_GS1_RULE_URI_SCHEME,
  VOUCH_GS1_RULE_URI_HOST,
  VOUCH_GS1_RULE_URI_CODING,
  VOUCH_GS1_RULE_URI_KEY,
  VOUCH_GS1_RULE_URI_QUALIFIER,
  VOUCH_GS1_RULE_URI_ATTRIBUTE,
  VOUCH_GS1_RULE_REQUIRED,
  VOUCH_GS1_RULE_EXCLUDED,
} VouchGs1Rule;

/**
 * VouchGs1Part:
 * @min: fewest characters; 0 marks the end of the parts
 * @max: most characters
 * @charset: what it is written in
 * @optional: whether it may be missing at the end of the value
 * @rule: what else is asked of it
 */
typedef struct
{
  guint8 min;
  guint8 max;
  guint8 charset;
  guint8 optional;
  guint8 rule;
} VouchGs1Part;

/**
 * VouchGs1Ai:
 * @first: the first application identifier of the row
 * @count: how many consecutive identifiers the row describes
 * @needs_separator: whether another element may follow only after a separator
 * @attribute: whether a Digital Link may carry it in the query
 * @parts: the value, part by part
 * @is_key: whether it is a primary key of Digital Links
 * @required: (nullable): companions: alternatives separated by spaces, of which one must be there, each one or more
 *   identifiers joined by +; an n stands for any digit
 * @excluded: (nullable): identifiers that must not be there, separated by spaces
 * @qualifiers: (nullable): alternatives separated by |, each the qualifiers of the key in their order
 * @title: the data title, "" where there is none
 *
 * One row of the table: an application identifier, or a run of them that differ in the last digit only.
 */
typedef struct
{
  const char *first;
  guint8 count;
  guint8 needs_separator;
  guint8 attribute;
  VouchGs1Part parts[VOUCH_GS1_PARTS_MAX];
  gboolean is_key;
  const char *required;
  const char *excluded;
  const char *qualifiers;
  const char *title;
} VouchGs1Ai;

const VouchGs1Ai *vouch_gs1_ai_get_rows (gsize *n_rows);
const VouchGs1Ai *vouch_gs1_ai_find (const char *ai, gsize length);
const VouchGs1Ai *vouch_gs1_ai_find_prefix (const char *text, gsize length, gsize *ai_length);
gsize vouch_gs1_ai_guess_length (const char *text, gsize length);
gsize vouch_gs1_ai_get_min (const VouchGs1Ai *self);
gsize vouch_gs1_ai_get_max (const VouchGs1Ai *self);
gboolean vouch_gs1_ai_matches (const char *pattern, gsize pattern_length, const char *ai);

G_END_DECLS
