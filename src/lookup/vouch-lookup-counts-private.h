#pragma once

#include "vouch-lookup-counts.h"
#include "vouch-lookup-recent.h"

G_BEGIN_DECLS

/* A piece of the folding; it submits itself again until its round is done. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupCounts *counts;
  GPtrArray *folded;   /* VouchLookupRecent *: what it brought into the table */
  gboolean is_through; /* if it commits */
  gint64 removed;
} VouchLookupFold;

struct _VouchLookupCounts
{
  VouchLookupWriter *writer; /* NULL where many processes share the database */
  GMutex mutex;
  GTree *recent; /* VouchLookupRecent *, in the table's order: changed by the writer's thread alone, under the mutex */
  int n_recent;
  guint ticks;
  int is_folding;

  /* The writer's thread only. */
  gint64 last;    /* row of the log */
  gint64 removed; /* up to this row the log is gone */
  guint appended; /* rows since the last piece was folded */
  gboolean is_round;
  VouchLookupRecent *reached; /* the last one that the round brought into the table; NULL at its beginning */
  gboolean is_through;        /* it came to the end */
  gint64 round_row;           /* the log's last row when the round began: the table will have all up to it */
  VouchLookupFold piece;
};

void vouch_lookup_counts_prepare_folding (VouchLookupCounts *self);
void vouch_lookup_counts_end_folding (VouchLookupCounts *self);
void vouch_lookup_counts_begin_round (VouchLookupCounts *self);

G_END_DECLS
