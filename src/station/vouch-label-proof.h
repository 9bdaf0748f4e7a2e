#pragma once

#include "vouch-csv.h"
#include "vouch-decoder-client.h"
#include "vouch-label-press.h"

G_BEGIN_DECLS

/**
 * VouchLabelFault:
 * @row: of which label, from 1
 * @field: (nullable): of which field
 * @message: what is wrong and what to do
 *
 * What keeps a label from being printed.
 */
typedef struct
{
  gint64 row;
  char *field;
  char *message;
} VouchLabelFault;

void vouch_label_fault_free (VouchLabelFault *self);

/**
 * VouchLabelProof:
 * @labels: how many labels were looked at
 * @read_back: how many of them were decoded from the printer's dots
 * @faults: (element-type VouchLabelFault): what is wrong, at most 1,000
 *
 * What was found out about labels before any of them leaves.
 */
typedef struct
{
  gint64 labels;
  gint64 read_back;
  GPtrArray *faults;
} VouchLabelProof;

#define VOUCH_LABEL_FAULTS_MAX 1000

gboolean vouch_label_decode_back (VouchDecoder *decoder, const VouchLabel *label, GError **error);
GHashTable *vouch_label_row_fields (const VouchCsv *csv, guint row) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_check_columns (const VouchCsv *csv, const VouchLabelTemplate *template, GError **error);
VouchLabelProof *vouch_label_proof_new (VouchDecoder *decoder, const VouchLabelTemplate *template,
                                        const GPtrArray *labels, guint dpi, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_proof_free (VouchLabelProof *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelProof, vouch_label_proof_free)

G_END_DECLS
