#pragma once

#include "vouch-label-template.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchLabelTable:
 * @rows: (element-type GHashTable): what stands on each label, by field
 * @lines: (element-type guint): in which line each row begins
 *
 * Labels that were written as a table on standard input.
 */
typedef struct
{
  GPtrArray *rows;
  GArray *lines;
} VouchLabelTable;

VouchLabelTable *vouch_label_table_read (const VouchLabelTemplate *template, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_table_set_language (VouchLabelTable *self, const char *language);
gboolean vouch_label_table_check (const VouchLabelTable *self, VouchStation *station,
                                  const VouchLabelTemplate *template, guint dpi, GError **error);
void vouch_label_table_free (VouchLabelTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelTable, vouch_label_table_free)

G_END_DECLS
