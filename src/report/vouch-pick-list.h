#pragma once

#include "vouch-sampling-stage.h"

G_BEGIN_DECLS

/**
 * VouchPickPlace:
 * @carton: the carton or pallet that holds the units, from 1; 0 where units are counted through the lot
 * @units: (element-type guint32): their numbers, ascending; within the carton where there is one
 *
 * Units that are taken from one place.
 */
typedef struct
{
  guint carton;
  GArray *units;
} VouchPickPlace;

/**
 * VouchPickSample:
 * @stage: the sample's figures in the plan
 * @purpose: (nullable): what it is judged for, translated, in place of the stage's acceptance and rejection number,
 * where several plans have their own
 * @places: (element-type VouchPickPlace): what to take from where, in the order in which one walks
 *
 * One sample of the plan.
 */
typedef struct
{
  VouchSamplingStage stage;
  char *purpose;
  GPtrArray *places;
} VouchPickSample;

/**
 * VouchPickCode:
 * @caption: what it is for, translated
 * @text: what a scanner reads
 * @is_command: whether it says what becomes of a unit, not what the list is about
 * @columns: modules a row
 * @rows: 1 of bars
 * @quiet: modules that stay white around it
 * @modules: one byte a module, row by row
 *
 * A symbol to be scanned from the list.
 */
typedef struct
{
  char *caption;
  char *text;
  gboolean is_command;
  guint columns;
  guint rows;
  guint quiet;
  guint8 *modules;
} VouchPickCode;

/**
 * VouchPickList:
 *
 * Everything the list of units to be drawn from a lot says, as plain texts and numbers; the caller fills it in. Texts
 * are owned and may be %NULL where nothing is known.
 */
typedef struct
{
  char *station;
  char *number;     /* of the inspection */
  char *printed_at; /* RFC 3339 */
  char *printed_by;
  char *product_name;
  char *sku;
  char *supplier;
  char *lot;
  char *supplier_lot;
  gint64 lot_size;    /* items */
  char *plan;         /* what the samples come from, translated: standard, severity, level, AQL */
  char *seed;         /* of the draw, hex, whole; printed in short */
  GPtrArray *samples; /* VouchPickSample, in order */
  GPtrArray *codes;   /* VouchPickCode, in order */
} VouchPickList;

VouchPickList *vouch_pick_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_pick_list_free (VouchPickList *self);
VouchPickSample *vouch_pick_list_add_sample (VouchPickList *self, const VouchSamplingStage *stage);
VouchPickCode *
vouch_pick_list_add_code (VouchPickList *self, const char *caption, const char *text, guint columns, guint rows);
void vouch_pick_sample_add_units (VouchPickSample *self, guint carton, const guint32 *units, guint n_units);
char *vouch_pick_list_dup_text (const VouchPickList *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_pick_list_write_pdf (const VouchPickList *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPickList, vouch_pick_list_free)

G_END_DECLS
