#pragma once

#include "vouch-code-batch.h"
#include "vouch-list-source.h"
#include "vouch-print-job.h"

G_BEGIN_DECLS

/* A batch of codes as a list shows it. */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  char *lot;
  char *product_en;
  char *product_zh;
  VouchCodeBatchState state;
  gint64 first_unit;
  gint64 units;
  gboolean scanned_first;
  gboolean scanned_last;
  gint64 issued_at;
  char *issued_by;
  char *void_reason; /* nullable */
} VouchBatchEntry;

VOUCH_DECLARE_RECORD (VouchBatchEntry, vouch_batch_entry)

/* What was printed, as a list shows it. */
typedef struct
{
  gint64 id;
  gint64 lot_id;   /* 0: a badge */
  gint64 batch_id; /* 0: not labels of codes */
  char *about;     /* the lot's number, or the badge's */
  char *product_en;
  char *product_zh;
  VouchPrintPurpose purpose;
  gint64 labels;
  gint64 read_back;
  gint64 copy_number; /* 0: the first print */
  char *reason;       /* of a repetition; nullable */
  gint64 printed_at;
  char *printed_by;
  char *file;
  VouchPrintState state;
  gint64 sent;           /* how many may have come out */
  gint64 confirmed;      /* how many have */
  char *printer;         /* nullable: a file */
  char *trouble;         /* nullable */
  char *sheet;           /* the sheets of labels; nullable: none */
  gint64 first_position; /* where on the first of them printing began; 0: no sheets */
} VouchJobEntry;

VOUCH_DECLARE_RECORD (VouchJobEntry, vouch_job_entry)

/* All batches, the newest first. Rows are VouchBatchEntry. */
extern const VouchListSource vouch_batch_source;
/* All print jobs, the newest first. Rows are VouchJobEntry. */
extern const VouchListSource vouch_job_source;

char *vouch_job_entry_dup_standing (const VouchJobEntry *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_print_entry_list_batches (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_print_entry_list_jobs (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
