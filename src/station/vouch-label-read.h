#pragma once

#include "vouch-date.h"
#include "vouch-gs1-reading.h"
#include "vouch-hibc.h"

G_BEGIN_DECLS

/**
 * VouchLabelFact:
 * @VOUCH_LABEL_FACT_NONE: nothing
 * @VOUCH_LABEL_FACT_GTIN: which product, in which package
 * @VOUCH_LABEL_FACT_LOT: the supplier's lot
 * @VOUCH_LABEL_FACT_PRODUCED: when it was made
 * @VOUCH_LABEL_FACT_EXPIRY: until when it is good
 * @VOUCH_LABEL_FACT_COUNT: how many trade items
 * @VOUCH_LABEL_FACT_SSCC: which logistic unit
 * @VOUCH_LABEL_FACT_SERIAL: which piece
 * @VOUCH_LABEL_FACT_DRUG_CODE: which pack of a drug
 *
 * What a label can say.
 */
typedef enum
{
  VOUCH_LABEL_FACT_NONE,
  VOUCH_LABEL_FACT_GTIN,
  VOUCH_LABEL_FACT_LOT,
  VOUCH_LABEL_FACT_PRODUCED,
  VOUCH_LABEL_FACT_EXPIRY,
  VOUCH_LABEL_FACT_COUNT,
  VOUCH_LABEL_FACT_SSCC,
  VOUCH_LABEL_FACT_SERIAL,
  VOUCH_LABEL_FACT_DRUG_CODE,
} VouchLabelFact;

/**
 * VouchLabelRead:
 * @gtin: of 14 digits, "" if not known yet
 * @lot: (nullable): the supplier's lot
 * @produced: the production date, or none
 * @expiry: the expiry date, or none
 * @count: how many trade items, 0 if not known
 * @sscc: (nullable): of a logistic unit
 * @serial: (nullable): of one piece
 * @drug_code: (nullable): the trace code of one pack of a drug
 * @expiry_has_no_day: the expiry names a month only, and its last day was taken
 * @other_century: a date whose two figures of the year were taken for another century than today's, or none
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
  char *drug_code;
  gboolean expiry_has_no_day;
  VouchDate other_century;
} VouchLabelRead;

void vouch_label_read_clear (VouchLabelRead *self);
void vouch_label_read_copy (VouchLabelRead *self, const VouchLabelRead *from);
gboolean
vouch_label_read_from_elements (VouchLabelRead *self, const VouchGs1Reading *reading, VouchDate today, GError **error);
void vouch_label_read_from_hibc (VouchLabelRead *self, const VouchHibc *hibc);
VouchLabelFact vouch_label_read_merge (VouchLabelRead *self, const VouchLabelRead *other);
void vouch_label_read_take (VouchLabelRead *self, const VouchLabelRead *other, VouchLabelFact fact);
char *vouch_label_read_dup_fact (const VouchLabelRead *self, VouchLabelFact fact) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_read_covers (const VouchLabelRead *self, const VouchLabelRead *other);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchLabelRead, vouch_label_read_clear)

G_END_DECLS
