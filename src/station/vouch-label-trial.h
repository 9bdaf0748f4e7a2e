#pragma once

#include "vouch-label-proof.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchLabelTrial:
 * @label: (nullable): the label as the shown resolution draws it; %NULL if it cannot be laid out
 * @lines: (element-type VouchLabelTrialLine): what each usual printer makes of it
 *
 * What a template comes to before anything is printed with it.
 */
typedef struct
{
  VouchLabel *label;
  GPtrArray *lines;
} VouchLabelTrial;

/**
 * VouchLabelTrialLine:
 * @dpi: dots an inch
 * @is_good: whether a label would be printed
 * @words: what was found, for people
 */
typedef struct
{
  guint dpi;
  gboolean is_good;
  char *words;
} VouchLabelTrialLine;

GHashTable *
vouch_label_trial_read_fields (VouchConn *conn, VouchStation *station, const VouchLabelTemplate *template,
                               const char *lot, const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const guint *vouch_label_trial_list_dpi (gsize *n_dpi);
VouchLabelTrial *vouch_label_trial_new (VouchDecoder *decoder, const VouchLabelTemplate *template, GHashTable *fields,
                                        guint dpi) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_trial_free (VouchLabelTrial *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelTrial, vouch_label_trial_free)

G_END_DECLS
