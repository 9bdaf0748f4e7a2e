#pragma once

#include "vouch-conn.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchMatterKind:
 * @VOUCH_MATTER_KIND_PARKED: goods that no product fits
 * @VOUCH_MATTER_KIND_CORRECTION: a recorded fact that somebody says is wrong
 * @VOUCH_MATTER_KIND_COUNT: counts of a line that differ
 *
 * What of receiving waits for the QA lead.
 */
typedef enum
{
  VOUCH_MATTER_KIND_PARKED,
  VOUCH_MATTER_KIND_CORRECTION,
  VOUCH_MATTER_KIND_COUNT,
} VouchMatterKind;

extern const VouchEnum vouch_matter_kind_values;

/* One of them, ready to be shown; @id is of the parked goods, the correction or the receipt line. */
typedef struct
{
  VouchMatterKind kind;
  gint64 id;
  gint64 lot_id;  /* of a correction */
  char *number;   /* of parked goods, the lot or the delivery */
  char *title;    /* translated */
  char *detail;   /* translated */
  gint64 choices; /* of counts that differ: how many there are to choose from */
} VouchMatter;

VOUCH_DECLARE_RECORD (VouchMatter, vouch_matter)

GPtrArray *vouch_matter_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
