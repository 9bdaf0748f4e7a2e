#pragma once

#include "vouch-list-source.h"
#include "vouch-record.h"
#include "vouch-work-store.h"

G_BEGIN_DECLS

/* Something that waits at the dock. What does not apply is %NULL or 0. */
typedef struct
{
  gint64 id; /* of the delivery, else of the lot */
  VouchWorkKind kind;
  gboolean urgent;
  gint64 due_at;
  gint64 since; /* since when it waits */
  char *delivery;
  char *supplier_en;
  char *supplier_zh;
  char *lot;
  char *product_en;
  char *product_zh;
  gint64 received;
  char *unit;
  gint64 inspector_id; /* who has the inspection */
  char *inspector;
  char *badge;     /* the inspector's */
  gint64 position; /* the unit of the last entry */
  gint64 sample_size;
  gint64 recorded_at;  /* when that was */
  gboolean is_printed; /* the labels wait to be scanned back */
} VouchWorkEntry;

VOUCH_DECLARE_RECORD (VouchWorkEntry, vouch_work_entry)

char *vouch_work_entry_dup_what (const VouchWorkEntry *self) G_GNUC_WARN_UNUSED_RESULT;

/* The inspectors' work by urgency, due, and waiting since. Rows are VouchWorkEntry. */
extern const VouchListSource vouch_queue_source;

G_END_DECLS
