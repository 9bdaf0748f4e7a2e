#pragma once

#include "vouch-record.h"
#include "vouch-severity.h"

G_BEGIN_DECLS

/**
 * VouchQualityEntryKind:
 * @VOUCH_QUALITY_ENTRY_LOT: a lot was inspected
 * @VOUCH_QUALITY_ENTRY_STEADY: production is declared to be at a steady rate
 * @VOUCH_QUALITY_ENTRY_IRREGULAR: production is declared irregular or delayed; ends reduced inspection
 * @VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED: the responsible authority agrees to reduced inspection
 * @VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD: it does not, or not any more; reduced inspection that began goes on
 * @VOUCH_QUALITY_ENTRY_REDUCED_ENDED: it ends reduced inspection
 * @VOUCH_QUALITY_ENTRY_RESUMED: it resumes discontinued inspection
 * @VOUCH_QUALITY_ENTRY_SKIPPED: a lot was skipped by a skip-lot plan, and not inspected
 * @VOUCH_QUALITY_ENTRY_EVERY_LOT: the authority returns to inspecting every lot
 *
 * What is written into a ledger: lots, and acts that people sign.
 */
typedef enum
{
  VOUCH_QUALITY_ENTRY_LOT,
  VOUCH_QUALITY_ENTRY_STEADY,
  VOUCH_QUALITY_ENTRY_IRREGULAR,
  VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED,
  VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD,
  VOUCH_QUALITY_ENTRY_REDUCED_ENDED,
  VOUCH_QUALITY_ENTRY_RESUMED,
  VOUCH_QUALITY_ENTRY_SKIPPED,
  VOUCH_QUALITY_ENTRY_EVERY_LOT,
} VouchQualityEntryKind;

extern const VouchEnum vouch_quality_entry_kind_values;

/**
 * VouchSamplingEvent:
 * @VOUCH_SAMPLING_EVENT_NONE: severity stays
 * @VOUCH_SAMPLING_EVENT_TIGHTENED: to tightened: two of five or fewer lots not accepted
 * @VOUCH_SAMPLING_EVENT_NORMAL_AFTER_TIGHTENED: to normal: five lots in a row accepted on tightened inspection
 * @VOUCH_SAMPLING_EVENT_DISCONTINUED: five lots not accepted on tightened inspection
 * @VOUCH_SAMPLING_EVENT_RESUMED: discontinued inspection is resumed on tightened
 * @VOUCH_SAMPLING_EVENT_REDUCED_BY_SCORE: to reduced: a switching score of 30
 * @VOUCH_SAMPLING_EVENT_REDUCED_BY_TEN_LOTS: to reduced: ten lots in a row accepted
 * @VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED: to normal: a lot not accepted on reduced inspection
 * @VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP: to normal: a lot accepted in the gap between Ac and Re
 * @VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR: to normal: production irregular or delayed
 * @VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY: to normal: the responsible authority ended reduced inspection
 *
 * Why severity changed.
 */
typedef enum
{
  VOUCH_SAMPLING_EVENT_NONE,
  VOUCH_SAMPLING_EVENT_TIGHTENED,
  VOUCH_SAMPLING_EVENT_NORMAL_AFTER_TIGHTENED,
  VOUCH_SAMPLING_EVENT_DISCONTINUED,
  VOUCH_SAMPLING_EVENT_RESUMED,
  VOUCH_SAMPLING_EVENT_REDUCED_BY_SCORE,
  VOUCH_SAMPLING_EVENT_REDUCED_BY_TEN_LOTS,
  VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED,
  VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP,
  VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR,
  VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY,
} VouchSamplingEvent;

extern const VouchEnum vouch_sampling_event_values;

/**
 * VouchQualityEntry:
 *
 * One line of the ledger of a #VouchQualityLevel: what happened, and what became of it when it was written. It is never
 * changed.
 */
typedef struct
{
  gint64 id;
  gint64 level_id;
  gint64 position; /* in the ledger, from 1 */
  VouchQualityEntryKind kind;
  gint64 lot_id; /* 0 of an act, as in all that is told of lots */
  gint64 inspection_id;
  gint64 lot_size;      /* inspection units */
  VouchSeverity under;  /* the severity whose plan the lot was inspected by */
  gboolean original;    /* inspected for the first time, rather than submitted again */
  gint64 nonconforming; /* items or nonconformities, in all samples taken */
  gint64 stage;         /* the stage that accepted the lot, from 1; 0 if it was not accepted */
  gboolean has_limit_number;
  gint64 limit_number;
  VouchSeverity severity; /* in force before */
  gboolean accepted;
  gint64 score; /* after it */
  VouchSeverity next_severity;
  VouchSamplingEvent event;
  char *reason; /* nullable: what whoever signed an act said */
  gint64 recorded_by;
  gint64 recorded_at;
} VouchQualityEntry;

VOUCH_DECLARE_RECORD (VouchQualityEntry, vouch_quality_entry)

G_END_DECLS
