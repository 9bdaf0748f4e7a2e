#pragma once

#include <glib.h>

#include "vouch-trace-code.h"

G_BEGIN_DECLS

/**
 * VouchUnitRange:
 * @key_version: version of the code key that the units' serials were made with
 * @first_unit: the first unit number
 * @count: how many, at least 1
 *
 * Units whose labels were printed and verified. A unit number occurs once in a lot whatever the version.
 */
typedef struct
{
  guint32 key_version;
  guint32 first_unit;
  guint32 count;
} VouchUnitRange;

/**
 * VouchVoidUnits:
 * @first_unit: the first unit number
 * @count: how many, at least 1
 *
 * Units inside a range whose labels were withdrawn.
 */
typedef struct
{
  guint32 first_unit;
  guint32 count;
} VouchVoidUnits;

/**
 * VouchLotKey:
 * @key_version: version of the code key
 * @revoked: whether that version was revoked: its serials are known, and withdrawn
 * @key: the lot's key under that version, from vouch_trace_lot_key()
 */
typedef struct
{
  guint32 key_version;
  gboolean revoked;
  guint8 key[VOUCH_TRACE_KEY_SIZE];
} VouchLotKey;

/**
 * VouchControlRecord:
 * @lot: our lot number
 * @gtin: (nullable): 14 digits where the lot's addresses are in Digital Link form and its keys were made with them
 * @rev: revision of the lot's whole state, from 1
 * @ranges: (element-type VouchUnitRange): in no particular order; empty before the first activation
 * @voids: (element-type VouchVoidUnits): in no particular order
 * @keys: (element-type VouchLotKey): one a version that has a range
 *
 * What the lookup needs to recognise a lot's serials, and nobody else may see.
 */
typedef struct
{
  char *lot;
  char *gtin;
  gint64 rev;
  GArray *ranges;
  GArray *voids;
  GArray *keys;
} VouchControlRecord;

/**
 * VouchUnitState:
 * @VOUCH_UNIT_UNKNOWN: no serial of this lot that was printed
 * @VOUCH_UNIT_ACTIVE: printed and verified
 * @VOUCH_UNIT_VOID: printed, and its label or its key version withdrawn since
 */
typedef enum
{
  VOUCH_UNIT_UNKNOWN,
  VOUCH_UNIT_ACTIVE,
  VOUCH_UNIT_VOID,
} VouchUnitState;

VouchControlRecord *vouch_control_record_new (const char *lot, const char *gtin, gint64 rev) G_GNUC_WARN_UNUSED_RESULT;
void vouch_control_record_free (VouchControlRecord *self);
void vouch_control_record_add_range (VouchControlRecord *self, guint32 key_version, guint32 first_unit, guint32 count);
void vouch_control_record_add_void (VouchControlRecord *self, guint32 first_unit, guint32 count);
void vouch_control_record_add_key (VouchControlRecord *self, guint32 key_version, gboolean revoked,
                                   const guint8 key[VOUCH_TRACE_KEY_SIZE]);
gboolean vouch_control_record_check (const VouchControlRecord *self, GError **error);
VouchUnitState vouch_control_record_find_unit (const VouchControlRecord *self, const char *serial, guint32 *unit);

GBytes *vouch_control_record_to_bytes (const VouchControlRecord *self) G_GNUC_WARN_UNUSED_RESULT;
VouchControlRecord *vouch_control_record_from_bytes (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_control_record_seal (const VouchControlRecord *self,
                                   const guint8 lookup_public_key[32]) G_GNUC_WARN_UNUSED_RESULT;
VouchControlRecord *vouch_control_record_open (GBytes *sealed, const guint8 public_key[32], const guint8 secret_key[32],
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchControlRecord, vouch_control_record_free)

G_END_DECLS
