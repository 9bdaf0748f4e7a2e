#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchWholeFile:
 *
 * A file that appears under its name only when it is whole and on the disk.
 */
typedef struct _VouchWholeFile VouchWholeFile;

VouchWholeFile *vouch_whole_file_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_whole_file_write (VouchWholeFile *self, const guint8 *bytes, gsize length);
gboolean vouch_whole_file_keep (VouchWholeFile *self, GError **error);
gboolean vouch_whole_file_refuse (const VouchWholeFile *self, GError **error);
void vouch_whole_file_free (VouchWholeFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchWholeFile, vouch_whole_file_free)

G_END_DECLS
