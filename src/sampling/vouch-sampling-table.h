#pragma once

#include "vouch-sampling-standard.h"

G_BEGIN_DECLS

#define VOUCH_N_SAMPLING_AQLS 26
#define VOUCH_N_SAMPLING_LEVELS 7

/* From this index on (AQL 15) a figure counts nonconformities per 100 items only. */
#define VOUCH_SAMPLING_AQL_INDEX_ABOVE_10 16

/**
 * VouchSamplingCellKind:
 * @VOUCH_SAMPLING_CELL_NONE: the row has nothing in this column (only letter S)
 * @VOUCH_SAMPLING_CELL_PLAN: Ac and Re are printed
 * @VOUCH_SAMPLING_CELL_DOWN: an arrow to the first plan below
 * @VOUCH_SAMPLING_CELL_UP: an arrow to the first plan above
 *
 * What is printed in one cell of a table.
 */
typedef enum
{
  VOUCH_SAMPLING_CELL_NONE,
  VOUCH_SAMPLING_CELL_PLAN,
  VOUCH_SAMPLING_CELL_DOWN,
  VOUCH_SAMPLING_CELL_UP,
} VouchSamplingCellKind;

/**
 * VouchSamplingCell:
 * @kind: what is printed
 * @letter: the letter of the row
 * @n: the sample size of the row
 * @ac: acceptance number, if a plan is printed
 * @re: rejection number, if a plan is printed
 *
 * One cell of a table of single plans, exactly as printed.
 */
typedef struct
{
  VouchSamplingCellKind kind;
  char letter;
  guint32 n;
  guint32 ac;
  guint32 re;
} VouchSamplingCell;

const char *const *vouch_sampling_get_aqls (void);
const char *const *vouch_sampling_get_levels (void);
gboolean vouch_sampling_find_aql (const char *text, guint *index, GError **error);
gboolean vouch_sampling_find_level (const char *text, guint *index, GError **error);

char vouch_sampling_code_letter (gint64 lot_size, guint level_index);
gboolean vouch_sampling_table_read (VouchSamplingStandard standard, VouchSeverity severity, char letter,
                                    guint aql_index, VouchSamplingCell *cell);
gboolean vouch_sampling_table_follow (const VouchSamplingCell *from, VouchSamplingStandard standard,
                                      VouchSeverity severity, guint aql_index, VouchSamplingCell *target);

G_END_DECLS
