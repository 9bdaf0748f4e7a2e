#pragma once

#include "vouch-desk.h"
#include "vouch-list-item.h"
#include "vouch-list-source.h"

G_BEGIN_DECLS

#define VOUCH_PAGED_MODEL_PAGE 64

#define VOUCH_TYPE_PAGED_MODEL (vouch_paged_model_get_type ())
G_DECLARE_FINAL_TYPE (VouchPagedModel, vouch_paged_model, VOUCH, PAGED_MODEL, GObject)

/**
 * VouchPagedFill:
 * @item: a line of the list
 * @row: what was read
 * @now: the station's time, Unix microseconds
 *
 * Puts a row's texts into its line.
 */
typedef void (*VouchPagedFill) (VouchListItem *item, gconstpointer row, gint64 now);

/**
 * VouchPagedModel:
 *
 * A list of any length over the database, of #VouchListItem. It keeps the ordered ids and reads rows by id, a page at a
 * time, when they are asked for: a line that is not read yet is empty and fills itself. The same row is the same line
 * as long as somebody holds it. When the list is read anew, only what really changed is told, and the lines that are
 * held are read again.
 *
 * Signals: "loaded": all ids are there, maybe none; "failed" (message): the database could not be read.
 */

VouchPagedModel *vouch_paged_model_new (const VouchListSource *source, VouchPagedFill fill) G_GNUC_WARN_UNUSED_RESULT;
void vouch_paged_model_set_desk (VouchPagedModel *self, VouchDesk *desk);
void vouch_paged_model_set_query (VouchPagedModel *self, const char *query);
void vouch_paged_model_reload (VouchPagedModel *self);
gboolean vouch_paged_model_is_loading (VouchPagedModel *self);
guint vouch_paged_model_find (VouchPagedModel *self, gint64 id);

G_END_DECLS
