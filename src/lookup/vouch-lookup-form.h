#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_LOOKUP_FORM_FIELDS 16

/**
 * VouchLookupForm:
 *
 * The fields of a form or of a query, read strictly: UTF-8 without NUL, at most 16 fields, none twice; and a photograph
 * where one was sent.
 */
typedef struct _VouchLookupForm VouchLookupForm;

VouchLookupForm *vouch_lookup_form_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_form_add (VouchLookupForm *self, const char *name, const char *value);
void vouch_lookup_form_set_photo (VouchLookupForm *self, const guint8 *photo, gsize length);
const guint8 *vouch_lookup_form_get_photo (const VouchLookupForm *self, gsize *length);
VouchLookupForm *vouch_lookup_form_parse (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_form_free (VouchLookupForm *self);
const char *vouch_lookup_form_get (const VouchLookupForm *self, const char *name);
char *vouch_lookup_form_dup_typed (const VouchLookupForm *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_lookup_form_dup_lines (const VouchLookupForm *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupForm, vouch_lookup_form_free)

G_END_DECLS
