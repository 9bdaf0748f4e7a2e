#pragma once

#include "vouch-lookup-counts.h"
#include "vouch-lookup-sheet.h"

G_BEGIN_DECLS

/* A sheet on which nobody writes any more. */
typedef struct
{
  gint64 number;
  VouchLookupSheet *sheet;
  gint64 last_row;   /* of the log: its rows up to this one are on this sheet, or on one before */
  GPtrArray *sorted; /* NULL until its order was found */
  guint folded;      /* so many of them are in the table */
} VouchLookupClosedSheet;

/* A piece of the folding, or what precedes it. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupCounts *counts;
  guint most;    /* units; 0 is as many as come in, and more */
  gint64 since;  /* the log's last row when the piece before it was done; 0 where it is the first */
  gint64 number; /* of the sheet that it is a piece of; 0 where there was none */
  guint folded;  /* of that sheet's units, if it commits */
  gint64 removed;
} VouchLookupFold;

struct _VouchLookupCounts
{
  VouchLookupWriter *writer; /* NULL where many processes share the database */
  GMutex mutex;              /* for what the writer's thread alone changes and others read: */
  VouchLookupSheet *open;
  GQueue closed;  /* VouchLookupClosedSheet *, the newest first */
  GMutex sorting; /* one thread at a time */
  int n_recent;
  guint ticks;
  int is_closing;
  int is_folding;

  /* The writer's thread only. */
  gint64 n_closed; /* sheets, ever */
  gint64 last;     /* row of the log */
  gint64 removed;  /* up to this row the log is gone */
  gboolean is_failing;
  VouchLookupFold closing;
  VouchLookupFold piece; /* submits itself again until nothing is left to fold */
};

void vouch_lookup_counts_prepare_folding (VouchLookupCounts *self);
void vouch_lookup_counts_end_folding (VouchLookupCounts *self);
void vouch_lookup_counts_close_sheet (VouchLookupCounts *self);

G_END_DECLS
