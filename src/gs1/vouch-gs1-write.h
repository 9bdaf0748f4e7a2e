#pragma once

#include "vouch-gs1-reading.h"

G_BEGIN_DECLS

/**
 * VouchGs1Syntax:
 * @VOUCH_GS1_SYNTAX_BRACKETED: (01)…(10)…, for people; an opening bracket in a value is written as \(
 * @VOUCH_GS1_SYNTAX_SCAN: without brackets, GS where a separator is needed, no symbology identifier
 * @VOUCH_GS1_SYNTAX_SQUARE: [01]…[10]…, for the encoder of symbols: no value has a square bracket
 *
 * How elements are written.
 */
typedef enum
{
  VOUCH_GS1_SYNTAX_BRACKETED,
  VOUCH_GS1_SYNTAX_SCAN,
  VOUCH_GS1_SYNTAX_SQUARE,
} VouchGs1Syntax;

#define VOUCH_GS1_CANONICAL_STEM "https://id.gs1.org"

char *vouch_gs1_element_string (const VouchGs1Pair *pairs, gsize n_pairs, VouchGs1Syntax syntax,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_gs1_reading_to_string (const VouchGs1Reading *reading, VouchGs1Syntax syntax) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_gs1_reading_to_digital_link (const VouchGs1Reading *reading, const char *stem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
