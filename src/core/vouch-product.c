#include "vouch-product.h"

static const char *const product_class_names[] = { "general", "food", "drug", "cosmetics", "medical_device", NULL };
const VouchEnum vouch_product_class_values = { product_class_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchProduct, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, sku, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchProduct, name_en, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchProduct, name_zh, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchProduct, brand, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchProduct, class, vouch_product_class_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, spec, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, origin, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, maker_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, base_unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchProduct, shelf_life_days, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, min_remaining_percent, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, lot_required, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, may_serialise, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, storage_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, storage_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, care_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProduct, care_zh, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchProduct, vouch_product, "product", fields)

/**
 * vouch_product_needs_lot:
 * @self: a product
 *
 * Food and drugs are traced by lot or production date whatever the catalogue says.
 *
 * Returns: whether goods without a lot number and without a production date are not received
 */
gboolean
vouch_product_needs_lot (const VouchProduct *self)
{
  return self->lot_required || self->class == VOUCH_PRODUCT_CLASS_FOOD || self->class == VOUCH_PRODUCT_CLASS_DRUG;
}
