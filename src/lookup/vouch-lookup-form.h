#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_LOOKUP_FORM_FIELDS 16

/**
 * VouchLookupForm:
 *
 * The fields of a form or of a query, `application/x-www-form-urlencoded`, read strictly: UTF-8 without NUL, at most 16
 * fields, none twice.
 */
typedef struct _VouchLookupForm VouchLookupForm;

VouchLookupForm *vouch_lookup_form_parse (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_form_free (VouchLookupForm *self);
const char *vouch_lookup_form_get (const VouchLookupForm *self, const char *name);
char *vouch_lookup_form_dup_typed (const VouchLookupForm *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_lookup_form_dup_lines (const VouchLookupForm *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupForm, vouch_lookup_form_free)

G_END_DECLS
