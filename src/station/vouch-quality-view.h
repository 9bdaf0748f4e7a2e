#pragma once

#include "vouch-quality-ledger.h"

G_BEGIN_DECLS

/**
 * VouchQualityView:
 *
 * A quality level, ready to be shown. Texts are translated.
 */
typedef struct
{
  gint64 level_id;
  char *product; /* SKU */
  char *product_en;
  char *product_zh;
  char *supplier_en;
  char *supplier_zh;
  VouchPlanType plan_type;
  VouchDefectScope scope;
  VouchSamplingMethod method;
  char *terms;            /* in one line */
  VouchSeverity severity; /* that the next lot is planned by */
  VouchSamplingSkipPhase phase;
  gint64 since; /* 0: from the start */
  char *headline;
  char *reason; /* nullable: why it is in force */
  char *score;  /* "" where nothing is counted */
  char *next;   /* what would change it */
  gboolean steady;
  gboolean authority;
  gint64 n_entries;
  gint64 broken_at;    /* the place of the first entry that does not follow, from 1; 0: none */
  char *broken;        /* nullable: what is wrong with it */
  gboolean unanswered; /* broken, and no QA lead has signed an act since */
} VouchQualityView;

VOUCH_DECLARE_RECORD (VouchQualityView, vouch_quality_view)

/**
 * VouchQualityCell:
 *
 * An entry of a ledger, ready to be shown. Texts are translated.
 */
typedef struct
{
  gint64 position;
  VouchQualityEntryKind kind;
  gint64 lot_id; /* 0 of an act */
  char *lot;     /* nullable: its number */
  VouchSeverity under;
  gboolean accepted;
  gint64 nonconforming;
  gint64 ac; /* of the last stage; -1: the method has none */
  gint64 re;
  gboolean counts; /* not of a lot submitted again, or inspected by the plan of another severity */
  gint64 score;
  VouchSeverity severity;      /* in force before, as it is replayed */
  VouchSeverity next_severity; /* and after */
  VouchSamplingEvent event;
  gboolean broken;
  char *note; /* nullable: why severity changed, or what whoever signed an act said */
  char *by;   /* who recorded it */
  gint64 at;
  char *sentence; /* all of it, for people */
} VouchQualityCell;

VOUCH_DECLARE_RECORD (VouchQualityCell, vouch_quality_cell)

/* A view with its cells, the oldest first, and the acts that apply now. */
typedef struct
{
  VouchQualityView *view;
  GPtrArray *cells; /* (element-type VouchQualityCell) */
  guint acts;       /* bit VouchQualityEntryKind */
} VouchQualityStrip;

GPtrArray *vouch_quality_view_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchQualityStrip *
vouch_quality_strip_load (VouchConn *conn, gint64 level_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_quality_strip_list_of_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_quality_strip_free (VouchQualityStrip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchQualityStrip, vouch_quality_strip_free)

G_END_DECLS
