#pragma once

#include "vouch-list-source.h"
#include "vouch-lot.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/* A search shows the newest lots that fit, at most so many. */
#define VOUCH_SEARCH_MAX 1000

/* A lot as a list shows it. */
typedef struct
{
  gint64 id;
  char *number;
  char *supplier_lot; /* nullable */
  VouchLotStatus status;
  char *sku;
  char *product_en;
  char *product_zh;
  char *supplier_en;
  char *supplier_zh;
  VouchDate expiry;
  gint64 received;
  gint64 held;
  char *unit;
  gint64 arrived_at;
  gint64 complaints; /* customers' cases on it */
  gint64 due_at;     /* when the decision on it is due; 0 where none waits */
} VouchLotEntry;

VOUCH_DECLARE_RECORD (VouchLotEntry, vouch_lot_entry)

/* The lots that wait for a decision, by risk. Rows are VouchLotEntry. */
extern const VouchListSource vouch_review_source;
/* The lots that fit what was typed, the newest first: all of them where nothing was. Rows are VouchLotEntry. */
extern const VouchListSource vouch_search_source;

G_END_DECLS
