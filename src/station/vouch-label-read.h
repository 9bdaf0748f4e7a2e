#pragma once

#include "vouch-date.h"
#include "vouch-gs1-reading.h"

G_BEGIN_DECLS

/**
 * VouchLabelRead:
 * @gtin: of 14 digits, "" if not known yet
 * @lot: (nullable): the supplier's lot
 * @produced: the production date, or none
 * @expiry: the expiry date, or none
 * @count: how many trade items, 0 if not known
 * @sscc: (nullable): of a logistic unit
 * @serial: (nullable): of one piece
 *
 * What the codes of one label say together. Several scans may belong to one label; they have to agree.
 */
typedef struct
{
  char gtin[15];
  char *lot;
  VouchDate produced;
  VouchDate expiry;
  gint64 count;
  char *sscc;
  char *serial;
} VouchLabelRead;

void vouch_label_read_clear (VouchLabelRead *self);
void vouch_label_read_copy (VouchLabelRead *self, const VouchLabelRead *from);
gboolean vouch_label_read_take_gtin (VouchLabelRead *self, const char *gtin14, GError **error);
gboolean
vouch_label_read_take_elements (VouchLabelRead *self, const VouchGs1Reading *reading, VouchDate today, GError **error);
gboolean vouch_label_read_covers (const VouchLabelRead *self, const VouchLabelRead *other);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchLabelRead, vouch_label_read_clear)

G_END_DECLS
