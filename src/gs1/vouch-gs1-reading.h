#pragma once

#include <glib.h>

#include "vouch-gs1-ai.h"

G_BEGIN_DECLS

#define VOUCH_GS1_SEPARATOR '\x1d'
#define VOUCH_GS1_INPUT_MAX 4096

/**
 * VouchGs1Form:
 * @VOUCH_GS1_FORM_PLAIN: text that says nothing in the language of GS1: no elements, and nothing wrong with it
 * @VOUCH_GS1_FORM_ELEMENTS: an element string
 * @VOUCH_GS1_FORM_DIGITAL_LINK: a Digital Link URI
 * @VOUCH_GS1_FORM_EAN: the digits of an EAN or UPC bar code; see vouch_gs1_reading_get_gtin()
 *
 * What kind of data was read.
 */
typedef enum
{
  VOUCH_GS1_FORM_PLAIN,
  VOUCH_GS1_FORM_ELEMENTS,
  VOUCH_GS1_FORM_DIGITAL_LINK,
  VOUCH_GS1_FORM_EAN,
} VouchGs1Form;

#define VOUCH_GS1_AI_SIZE 8

/**
 * VouchGs1Element:
 * @ai: the application identifier
 * @value: its value as it was carried; only a URI's own coding is undone
 * @length: its length, bytes
 * @position: where the element begins in the input, bytes
 * @row: (nullable): what the table says of @ai, or %NULL where it is unknown
 * @title: the data title, "" where there is none
 *
 * One element of a reading. Nothing in it outlives the reading.
 */
typedef struct
{
  char ai[VOUCH_GS1_AI_SIZE];
  const char *value;
  gsize length;
  gsize position;
  const VouchGs1Ai *row;
  const char *title;
} VouchGs1Element;

/**
 * VouchGs1Problem:
 * @rule: which rule is broken; vouch_gs1_rule_get_name() names it
 * @ai: the element at fault, "" where no single one is
 * @position: where in the input, bytes
 * @message: what is wrong, in the user's language
 */
typedef struct
{
  VouchGs1Rule rule;
  char ai[VOUCH_GS1_AI_SIZE];
  gsize position;
  char *message;
} VouchGs1Problem;

/**
 * VouchGs1Pair:
 * @ai: an application identifier
 * @value: its value
 *
 * An element to be written.
 */
typedef struct
{
  const char *ai;
  const char *value;
} VouchGs1Pair;

typedef struct _VouchGs1Reading VouchGs1Reading;

VouchGs1Reading *vouch_gs1_reading_parse_scan (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
VouchGs1Reading *vouch_gs1_reading_parse_bracketed (const char *text) G_GNUC_WARN_UNUSED_RESULT;
VouchGs1Reading *vouch_gs1_reading_parse_digital_link (const char *uri) G_GNUC_WARN_UNUSED_RESULT;
VouchGs1Reading *vouch_gs1_reading_new_from_pairs (const VouchGs1Pair *pairs, gsize n_pairs) G_GNUC_WARN_UNUSED_RESULT;
VouchGs1Reading *
vouch_gs1_reading_join (const VouchGs1Reading *const *readings, gsize n_readings) G_GNUC_WARN_UNUSED_RESULT;
void vouch_gs1_reading_free (VouchGs1Reading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchGs1Reading, vouch_gs1_reading_free)

VouchGs1Form vouch_gs1_reading_get_form (const VouchGs1Reading *self);
gboolean vouch_gs1_reading_is_valid (const VouchGs1Reading *self);
gboolean vouch_gs1_reading_is_complete (const VouchGs1Reading *self);
gboolean vouch_gs1_reading_check (const VouchGs1Reading *self, GError **error);
guint vouch_gs1_reading_get_n_elements (const VouchGs1Reading *self);
const VouchGs1Element *vouch_gs1_reading_get_element (const VouchGs1Reading *self, guint index);
guint vouch_gs1_reading_get_n_errors (const VouchGs1Reading *self);
const VouchGs1Problem *vouch_gs1_reading_get_error (const VouchGs1Reading *self, guint index);
guint vouch_gs1_reading_get_n_gaps (const VouchGs1Reading *self);
const VouchGs1Problem *vouch_gs1_reading_get_gap (const VouchGs1Reading *self, guint index);
const char *vouch_gs1_reading_get (const VouchGs1Reading *self, const char *ai);
gboolean vouch_gs1_reading_get_gtin (const VouchGs1Reading *self, char gtin14[15]);
gboolean vouch_gs1_reading_is_certain (const VouchGs1Reading *self);
gboolean vouch_gs1_reading_is_doubtful (const VouchGs1Reading *self, gboolean sends_separators);

G_END_DECLS
