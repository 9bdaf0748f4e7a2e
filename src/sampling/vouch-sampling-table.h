#pragma once

#include "vouch-sampling-stage.h"
#include "vouch-sampling-standard.h"
#include "vouch-sampling-type.h"

G_BEGIN_DECLS

/**
 * VouchSamplingTable:
 * @standard: whose table
 * @type: how many samples its plans take; ISO 2859-1:1999 is known here with single plans only
 * @severity: normal, tightened or reduced
 *
 * Names one of the master tables.
 */
typedef struct
{
  VouchSamplingStandard standard;
  VouchSamplingType type;
  VouchSeverity severity;
} VouchSamplingTable;

/**
 * VouchSamplingCellKind:
 * @VOUCH_SAMPLING_CELL_NONE: the row has nothing in this column (only letter S)
 * @VOUCH_SAMPLING_CELL_PLAN: Ac and Re are printed
 * @VOUCH_SAMPLING_CELL_DOWN: an arrow to the first plan below
 * @VOUCH_SAMPLING_CELL_UP: an arrow to the first plan above
 * @VOUCH_SAMPLING_CELL_SINGLE: an asterisk: use the single plan of this letter
 * @VOUCH_SAMPLING_CELL_DOUBLE: ++: use the double plan of this letter
 *
 * What is printed in one cell of a table.
 */
typedef enum
{
  VOUCH_SAMPLING_CELL_NONE,
  VOUCH_SAMPLING_CELL_PLAN,
  VOUCH_SAMPLING_CELL_DOWN,
  VOUCH_SAMPLING_CELL_UP,
  VOUCH_SAMPLING_CELL_SINGLE,
  VOUCH_SAMPLING_CELL_DOUBLE,
} VouchSamplingCellKind;

/**
 * VouchSamplingCell:
 * @kind: what is printed
 * @type: the type of the table it is printed in
 * @letter: the letter of the row
 * @n: items in each sample of the row; 0 where the table prints none, because the row only refers to another table
 * @samples: the plan, if one is printed
 *
 * One cell of a table, exactly as printed.
 */
typedef struct
{
  VouchSamplingCellKind kind;
  VouchSamplingType type;
  char letter;
  guint32 n;
  VouchSamplingStages samples;
} VouchSamplingCell;

gboolean vouch_sampling_table_exists (const VouchSamplingTable *self);
const char *vouch_sampling_table_get_number (const VouchSamplingTable *self);
gboolean
vouch_sampling_table_read (const VouchSamplingTable *self, char letter, guint aql_index, VouchSamplingCell *cell);
gboolean vouch_sampling_table_follow (const VouchSamplingTable *self, const VouchSamplingCell *from, guint aql_index,
                                      VouchSamplingCell *target);

G_END_DECLS
