#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupExportFolder:
 *
 * A folder of files that an export writes, whole or not at all each, and a list of them in it. What is not in the list
 * of the export before is somebody else's and is never removed.
 */
typedef struct _VouchLookupExportFolder VouchLookupExportFolder;

VouchLookupExportFolder *vouch_lookup_export_folder_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_export_folder_free (VouchLookupExportFolder *self);
gboolean
vouch_lookup_export_folder_write (VouchLookupExportFolder *self, const char *name, GBytes *content, GError **error);
gboolean vouch_lookup_export_folder_close (VouchLookupExportFolder *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupExportFolder, vouch_lookup_export_folder_free)

G_END_DECLS
