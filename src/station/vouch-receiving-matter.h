#pragma once

#include "vouch-conn.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchMatterKind:
 * @VOUCH_MATTER_KIND_PARKED: goods that no product fits
 * @VOUCH_MATTER_KIND_CORRECTION: a recorded fact that somebody says is wrong
 * @VOUCH_MATTER_KIND_COUNT: counts of a line that differ
 * @VOUCH_MATTER_KIND_SUSPICION: what the lookup service found suspicious of customers' queries and reports
 *
 * What of receiving, and from customers, waits for the QA lead.
 */
typedef enum
{
  VOUCH_MATTER_KIND_PARKED,
  VOUCH_MATTER_KIND_CORRECTION,
  VOUCH_MATTER_KIND_COUNT,
  VOUCH_MATTER_KIND_SUSPICION,
} VouchMatterKind;

extern const VouchEnum vouch_matter_kind_values;

/* One of them, ready to be shown; @id is of the parked goods, the correction, the receipt line or
 * the suspicion. */
typedef struct
{
  VouchMatterKind kind;
  gint64 id;
  gint64 lot_id;  /* of a correction or a suspicion */
  char *number;   /* of parked goods, the lot or the delivery */
  char *title;    /* translated */
  char *detail;   /* translated */
  gint64 choices; /* of counts that differ: how many there are to choose from */
} VouchMatter;

VOUCH_DECLARE_RECORD (VouchMatter, vouch_matter)

GPtrArray *vouch_matter_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_suspicion_matter_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
