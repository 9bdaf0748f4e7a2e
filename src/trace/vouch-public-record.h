#pragma once

#include <glib.h>

#include "vouch-public-certificate.h"

G_BEGIN_DECLS

#define VOUCH_PUBLIC_CERTIFICATES_MAX 20
#define VOUCH_PUBLIC_REPORT_MAX (300 * 1024) /* bytes */

/**
 * VouchPublicStatus:
 * @VOUCH_PUBLIC_STATUS_ON_HOLD: not released for sale (now); what a record is until somebody says more
 * @VOUCH_PUBLIC_STATUS_RELEASED: vouched for
 * @VOUCH_PUBLIC_STATUS_WITHDRAWN: taken back without a recall
 * @VOUCH_PUBLIC_STATUS_RECALLED: recalled: loud
 * @VOUCH_PUBLIC_STATUS_EXPIRED: past its shelf life, said by the station; the lookup also judges the date itself
 *
 * What the customer is told about a lot. The names in JSON, and these values, are final.
 */
typedef enum
{
  VOUCH_PUBLIC_STATUS_ON_HOLD,
  VOUCH_PUBLIC_STATUS_RELEASED,
  VOUCH_PUBLIC_STATUS_WITHDRAWN,
  VOUCH_PUBLIC_STATUS_RECALLED,
  VOUCH_PUBLIC_STATUS_EXPIRED,
} VouchPublicStatus;

/**
 * VouchPublicVerdict:
 * @VOUCH_PUBLIC_VERDICT_PENDING: no verdict yet
 * @VOUCH_PUBLIC_VERDICT_ACCEPTED: the sample met the plan
 * @VOUCH_PUBLIC_VERDICT_CONCESSION: accepted by the QA lead although it fell short of the plan
 * @VOUCH_PUBLIC_VERDICT_PARTIAL: only the conforming part was accepted
 * @VOUCH_PUBLIC_VERDICT_REJECTED: rejected
 *
 * How the inspection ended. The names in JSON, and these values, are final.
 */
typedef enum
{
  VOUCH_PUBLIC_VERDICT_PENDING,
  VOUCH_PUBLIC_VERDICT_ACCEPTED,
  VOUCH_PUBLIC_VERDICT_CONCESSION,
  VOUCH_PUBLIC_VERDICT_PARTIAL,
  VOUCH_PUBLIC_VERDICT_REJECTED,
} VouchPublicVerdict;

extern const VouchEnum vouch_public_statuses;
extern const VouchEnum vouch_public_verdicts;

/**
 * VouchPublicRecord:
 * @lot: our lot number
 * @gtin: (nullable): 14 digits
 * @rev: revision of the lot's whole state, from 1; a higher one replaces a lower one
 * @produced: production date, or none
 * @expiry: last day of the shelf life, or none
 * @standard: (nullable): what it was accepted against, like "GB/T 2828.1-2012"
 * @level: (nullable): inspection level, like "II"
 * @aql: (nullable): as text, like "1.0"
 * @code_letter: (nullable): of the sampling plan, like "H"
 * @lot_size: inspection units in the lot; 0 is not said
 * @sample_size: how many were checked; 0 is not said
 * @ac: acceptance number; meaningful where @sample_size is not 0
 * @re: rejection number
 * @nonconforming: how many of the sample did not conform
 * @recall_class: (nullable): "I", "II" or "III"
 * @notice_en: (nullable): what the customer should do now (recall, withdrawal)
 * @contact: (nullable): whom to ask: the seller's telephone or mail address
 * @host: the host name in the lot's addresses
 * @utc_offset_s: the station's offset from UTC, with which the times are written, seconds
 * @report_sha256: (nullable): SHA-256 of the redacted inspection report, a PDF that was published as a document
 * @report_size: of that PDF, bytes; 0 where there is none
 * @certificates: (element-type VouchPublicCertificate): papers that came with the goods
 *
 * What the public may know of a lot. Times are Unix microseconds, UTC; in JSON RFC 3339 with the station's offset.
 */
typedef struct
{
  char *lot;
  char *gtin;
  gint64 rev;
  char *product_name_en;
  char *product_name_zh;
  char *spec;
  char *brand;
  char *maker;
  char *origin;
  VouchDate produced;
  VouchDate expiry;
  char *standard;
  char *level;
  char *aql;
  char *code_letter;
  gint64 lot_size;
  gint64 sample_size;
  gint64 ac;
  gint64 re;
  gint64 nonconforming;
  gint64 received_at;
  gint64 inspected_at;
  gint64 released_at;
  int verdict; /* VouchPublicVerdict */
  int status;  /* VouchPublicStatus */
  gint64 status_since;
  char *recall_class;
  char *notice_en;
  char *notice_zh;
  char *care_en;
  char *care_zh;
  char *contact;
  char *host;
  gint64 published_at;
  gint64 utc_offset_s;
  GBytes *report_sha256;
  gint64 report_size;
  GPtrArray *certificates; /* VouchPublicCertificate; not described: JSON has them as an array */
} VouchPublicRecord;

VOUCH_DECLARE_RECORD (VouchPublicRecord, vouch_public_record)

gboolean vouch_public_record_check (const VouchPublicRecord *self, GError **error);
char *vouch_public_record_to_json (const VouchPublicRecord *self) G_GNUC_WARN_UNUSED_RESULT;
VouchPublicRecord *
vouch_public_record_from_json (const char *json, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
