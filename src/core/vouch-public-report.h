#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPublicReportState:
 * @VOUCH_PUBLIC_REPORT_STATE_WANTED: the lot was published; its report has yet to be drawn
 * @VOUCH_PUBLIC_REPORT_STATE_MADE: drawn, published as a document, and named by the lot's public record
 * @VOUCH_PUBLIC_REPORT_STATE_FAILED: it could not be drawn small enough; the lot is published without one
 */
typedef enum
{
  VOUCH_PUBLIC_REPORT_STATE_WANTED,
  VOUCH_PUBLIC_REPORT_STATE_MADE,
  VOUCH_PUBLIC_REPORT_STATE_FAILED,
} VouchPublicReportState;

extern const VouchEnum vouch_public_report_state_values;

/**
 * VouchPublicReport:
 *
 * The redacted inspection report of a published lot: the hash by which its public record names it. Until a newer one is
 * made, the last one stays named.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  VouchPublicReportState state;
  GBytes *sha256; /* nullable: none was made yet */
  gint64 size;
  gint64 wanted_at;
  gint64 made_at;
} VouchPublicReport;

VOUCH_DECLARE_RECORD (VouchPublicReport, vouch_public_report)

G_END_DECLS
