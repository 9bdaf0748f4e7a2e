#pragma once

#include "vouch-label-work.h"
#include "vouch-label.h"
#include "vouch-lot-file.h"
#include "vouch-pack-load.h"
#include "vouch-user.h"

G_BEGIN_DECLS

/**
 * VouchLabelSubject:
 * @purpose: which labels
 * @file: (nullable): the lot; %NULL of a badge
 * @batch: (nullable): of unit labels
 * @user: (nullable): of a badge
 * @roles: of @user, bit #VouchRole
 * @load: (nullable): of a carton or pallet, with what is in it
 * @rows: (nullable) (element-type GHashTable): of labels of a table: what stands on each; the order's
 * @copies: how often each row is printed
 * @template: what the labels look like
 * @language: (nullable): "zh" or "en"; %NULL for both
 * @host: (nullable): the host name of the codes
 * @station: (nullable): the station's name
 * @copied: (nullable): the job that is repeated
 * @copy_of: the first job that is repeated; 0 for none
 * @copy_number: as on the label: R1; 0 for none
 * @first_unit: of unit labels
 * @count: how many labels
 * @resumed: (nullable): the job that is gone on with
 * @n_done: how many of the labels are out already
 *
 * What labels are about, read together.
 */
struct _VouchLabelSubject
{
  VouchPrintPurpose purpose;
  VouchLotFile *file;
  VouchCodeBatch *batch;
  VouchUser *user;
  VouchRoles roles;
  VouchPackLoad *load;
  const GPtrArray *rows;
  guint copies;
  VouchLabelTemplate *template;
  char *language;
  char *host;
  char *station;
  VouchPrintJob *copied;
  gint64 copy_of;
  gint64 copy_number;
  gint64 first_unit;
  gint64 count;
  VouchPrintJob *resumed;
  gint64 n_done;
};

gboolean
vouch_label_subject_load (VouchLabelSubject *self, VouchConn *conn, const VouchLabelOrder *order, GError **error);
void vouch_label_subject_clear (VouchLabelSubject *self);
gboolean vouch_label_subject_check (const VouchLabelSubject *self, GError **error);
GHashTable *vouch_label_subject_make_fields (const VouchLabelSubject *self, VouchStation *station,
                                             gint64 unit) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_label_subject_dup_about (const VouchLabelSubject *self) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_label_subject_dup_name (const VouchLabelSubject *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchLabelSubject, vouch_label_subject_clear)

G_END_DECLS
