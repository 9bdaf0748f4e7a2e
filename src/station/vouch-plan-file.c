#include "vouch-plan-file.h"

#include "vouch-defect-code.h"
#include "vouch-plan-store.h"
#include "vouch-product-store.h"
#include "vouch-row.h"
#include "vouch-user.h"

static gboolean
load_in_force (VouchPlanFile *self, VouchConn *conn, VouchPlanType type, GError **error)
{
  g_autoptr (GPtrArray) versions = vouch_plan_store_list_versions (conn, self->product->id, error);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const VouchInspectionPlan *plan = g_ptr_array_index (versions, i);

      if (plan->type != type || plan->state != VOUCH_PLAN_STATE_APPROVED)
        continue;
      self->in_force = vouch_plan_content_load (conn, plan->product_id, type, plan->version, error);
      return self->in_force != NULL;
    }
  return versions != NULL;
}

static gboolean
load_plan (VouchPlanFile *self, VouchConn *conn, VouchPlanType type, gint64 version, GError **error)
{
  if (version != 0)
    self->plan = vouch_plan_content_load (conn, self->product->id, type, version, error);
  else if (self->in_force != NULL)
    self->plan = vouch_plan_content_copy (self->in_force);
  return self->plan != NULL || version == 0;
}

static gboolean
load_name (VouchConn *conn, gint64 user_id, char **name, GError **error)
{
  g_autoptr (VouchUser) user = NULL;

  if (user_id == 0)
    return TRUE;
  user = vouch_row_load (conn, &vouch_user_type, user_id, error);
  *name = user != NULL ? g_strdup (user->name) : NULL;
  return user != NULL;
}

static gboolean
load_defects (VouchPlanFile *self, VouchConn *conn, GError **error)
{
  for (guint i = 0; i < self->plan->characteristics->len; i++)
    {
      const VouchCharacteristic *check = g_ptr_array_index (self->plan->characteristics, i);
      VouchDefectCode *defect;

      if (check->defect_code_id == 0)
        continue;
      defect = vouch_row_load (conn, &vouch_defect_code_type, check->defect_code_id, error);
      if (defect == NULL)
        return FALSE;
      g_hash_table_replace (self->defects, &defect->id, defect);
    }
  return TRUE;
}

static gboolean
load_around (VouchPlanFile *self, VouchConn *conn, GError **error)
{
  return self->plan == NULL ||
         (load_name (conn, self->plan->plan->author_id, &self->author, error) &&
          load_name (conn, self->plan->plan->approver_id, &self->approver, error) && load_defects (self, conn, error));
}

/**
 * vouch_plan_file_load:
 * @conn: a connection
 * @product_id: a product
 * @type: which of its plans
 * @version: which version; 0 is the one in force
 * @error: NOT_FOUND, or what the database said
 *
 * Returns: (transfer full) (nullable): what is known of it; without a plan where none is in force and none was asked
 * for
 */
VouchPlanFile *
vouch_plan_file_load (VouchConn *conn, gint64 product_id, VouchPlanType type, gint64 version, GError **error)
{
  g_autoptr (VouchPlanFile) self = g_new0 (VouchPlanFile, 1);

  self->defects = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)vouch_defect_code_free);
  self->product = vouch_row_load (conn, &vouch_product_type, product_id, error);
  if (self->product == NULL)
    return NULL;
  self->gtins = vouch_product_store_list_gtins (conn, product_id, error);
  if (self->gtins == NULL || !load_in_force (self, conn, type, error) ||
      !load_plan (self, conn, type, version, error) || !load_around (self, conn, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_plan_file_free:
 * @self: (nullable) (transfer full): a file
 */
void
vouch_plan_file_free (VouchPlanFile *self)
{
  if (self == NULL)
    return;
  vouch_product_free (self->product);
  g_clear_pointer (&self->gtins, g_ptr_array_unref);
  vouch_plan_content_free (self->plan);
  vouch_plan_content_free (self->in_force);
  g_free (self->author);
  g_free (self->approver);
  g_clear_pointer (&self->defects, g_hash_table_unref);
  g_free (self);
}
