#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Neither a longer pattern nor a longer code is taken; no carrier has one. */
#define VOUCH_CODE_FORM_PATTERN_MAX 200
#define VOUCH_CODE_FORM_TEXT_MAX 128
/* A pattern that less than this fits would fit too much. */
#define VOUCH_CODE_FORM_MIN_LENGTH 4

/**
 * VouchCodeForm:
 *
 * What codes of one kind look like, from a pattern that people write:
 *
 * - `#` is a digit, `@` a letter A to Z, `&` a digit or a letter A to Z, `.` any character;
 * - `[A-Z05]` is one of the characters listed;
 * - `{9}` or `{9,12}` says how often what stands before it comes;
 * - `(` and `)` stand around the part that counts, where it is not all of the code;
 * - `|` stands between alternatives;
 * - any other character stands for itself, and so does any character after `\`.
 *
 * All of a code has to fit. Whatever the pattern, looking takes a time in proportion to both lengths.
 */
typedef struct _VouchCodeForm VouchCodeForm;

VouchCodeForm *vouch_code_form_new (const char *pattern, gsize *place, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_code_form_free (VouchCodeForm *self);
gboolean vouch_code_form_fits (const VouchCodeForm *self, const char *text, char **part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCodeForm, vouch_code_form_free)

G_END_DECLS
