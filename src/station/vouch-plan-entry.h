#pragma once

#include "vouch-inspection-plan.h"
#include "vouch-list-source.h"

G_BEGIN_DECLS

/* A product with its plan for incoming goods, as a list shows it. */
typedef struct
{
  gint64 id; /* the product's */
  char *product;
  char *name_en;
  char *name_zh;
  gint64 version; /* in force; 0: none */
  char *rules;    /* what they say, translated, a rule a line; empty where no version is in force */
  char *approved_by;
  gint64 approved_at;
  gint64 drafts;        /* how many wait for approval */
  gint64 draft_version; /* the latest of them; 0: none */
  char *draft_author;
} VouchPlanEntry;

VOUCH_DECLARE_RECORD (VouchPlanEntry, vouch_plan_entry)

/* All products by SKU. Rows are VouchPlanEntry. */
extern const VouchListSource vouch_plan_source;

GPtrArray *vouch_plan_entry_list_waiting (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
