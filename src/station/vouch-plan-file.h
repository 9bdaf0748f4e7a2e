#pragma once

#include "vouch-plan-content.h"
#include "vouch-product.h"

G_BEGIN_DECLS

/**
 * VouchPlanFile:
 * @product: whose plan it is
 * @gtins: (element-type VouchProductGtin): the product's trade items
 * @plan: (nullable): the version that was asked for
 * @in_force: (nullable): the version in force
 * @author: (nullable): who drafted @plan
 * @approver: (nullable): who approved it
 * @defects: (element-type gint64 VouchDefectCode): the defects that its checks name, by id
 *
 * All that is known of a version of a product's plan, read together. Everything is owned.
 */
typedef struct
{
  VouchProduct *product;
  GPtrArray *gtins;
  VouchPlanContent *plan;
  VouchPlanContent *in_force;
  char *author;
  char *approver;
  GHashTable *defects;
} VouchPlanFile;

VouchPlanFile *vouch_plan_file_load (VouchConn *conn, gint64 product_id, VouchPlanType type, gint64 version,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_plan_file_free (VouchPlanFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPlanFile, vouch_plan_file_free)

G_END_DECLS
