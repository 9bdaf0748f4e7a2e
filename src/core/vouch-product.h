#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchProductClass:
 *
 * What the law asks for depends on it.
 */
typedef enum
{
  VOUCH_PRODUCT_CLASS_GENERAL,
  VOUCH_PRODUCT_CLASS_FOOD,
  VOUCH_PRODUCT_CLASS_DRUG,
  VOUCH_PRODUCT_CLASS_COSMETICS,
  VOUCH_PRODUCT_CLASS_MEDICAL_DEVICE,
} VouchProductClass;

extern const VouchEnum vouch_product_class_values;

/**
 * VouchProduct:
 *
 * An article of the catalogue.
 */
typedef struct
{
  gint64 id;
  char *sku;
  char *name_en;
  char *name_zh;
  char *brand;
  VouchProductClass class;
  char *spec;
  char *origin;
  gint64 maker_id;
  char *base_unit;              /* pc, kg, … */
  gint64 shelf_life_days;       /* 0: none */
  gint64 min_remaining_percent; /* of the shelf life, at receipt */
  gboolean lot_required;        /* a lot number has to be recorded */
  gboolean may_serialise;       /* our own GTIN, or its owner agreed: codes may use AI 10 and 21 */
  char *storage_en;
  char *storage_zh;
  char *care_en;
  char *care_zh;
} VouchProduct;

VOUCH_DECLARE_RECORD (VouchProduct, vouch_product)

gboolean vouch_product_needs_lot (const VouchProduct *self);

G_END_DECLS
