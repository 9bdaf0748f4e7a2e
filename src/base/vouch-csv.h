#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_CSV_SIZE_MAX (64 * 1024 * 1024)
#define VOUCH_CSV_ROWS_MAX 1000000

/**
 * VouchCsv:
 * @names: (element-type utf8): what the first row calls the columns
 * @rows: (element-type GStrv): the rows after it, each with as many cells as there are names
 * @lines: (element-type guint): in which line of the text each row begins
 *
 * A table as spreadsheets write it (RFC 4180).
 */
typedef struct
{
  GPtrArray *names;
  GPtrArray *rows;
  GArray *lines;
} VouchCsv;

VouchCsv *vouch_csv_parse (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_csv_free (VouchCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCsv, vouch_csv_free)

G_END_DECLS
