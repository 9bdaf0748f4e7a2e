#pragma once

#include <glib.h>

#include "vouch-date.h"
#include "vouch-lookup-route.h"

G_BEGIN_DECLS

/**
 * VouchLookupTexts:
 *
 * What the pages say in one language. The language of a page is the request's, not the process's, so the words are not
 * gettext messages: they are in two data files with the same keys, resources/lookup/texts-en.json and
 * texts-zh-CN.json, which a test compares. Reading is safe from any thread.
 */
typedef struct _VouchLookupTexts VouchLookupTexts;

VouchLookupTexts *vouch_lookup_texts_load (VouchLookupLanguage language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_texts_free (VouchLookupTexts *self);
VouchLookupLanguage vouch_lookup_texts_get_language (const VouchLookupTexts *self);
const char *vouch_lookup_texts_get (const VouchLookupTexts *self, const char *key);
char *vouch_lookup_texts_fill (const VouchLookupTexts *self, const char *key,
                               ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char *vouch_lookup_texts_date (const VouchLookupTexts *self, VouchDate date) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupTexts, vouch_lookup_texts_free)

G_END_DECLS
