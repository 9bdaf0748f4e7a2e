#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupBundle:
 *
 * A file of JSON lines for where no network reaches: its last line says how many there are and what their SHA-256 is,
 * so that one that was cut or changed is found out.
 */
typedef struct _VouchLookupBundle VouchLookupBundle;

VouchLookupBundle *vouch_lookup_bundle_create (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_bundle_add (VouchLookupBundle *self, const char *record, const char *lines, GError **error);
gboolean vouch_lookup_bundle_close (VouchLookupBundle *self, GError **error);
void vouch_lookup_bundle_free (VouchLookupBundle *self);
gboolean vouch_lookup_bundle_check (const char *content, gsize length, gsize *lines_length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupBundle, vouch_lookup_bundle_free)

G_END_DECLS
