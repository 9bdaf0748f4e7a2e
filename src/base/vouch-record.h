#pragma once

#include <glib.h>

#include "vouch-canon.h"
#include "vouch-date.h"
#include "vouch-enum.h"

G_BEGIN_DECLS

/**
 * VouchFieldKind:
 * @VOUCH_FIELD_ID: gint64, 0 is none; 13 characters in JSON
 * @VOUCH_FIELD_TEXT: char *, owned, %NULL is none
 * @VOUCH_FIELD_QUANTITY: gint64, millionths of the unit named by another field
 * @VOUCH_FIELD_NUMBER: gint64, a plain whole number
 * @VOUCH_FIELD_DATE: #VouchDate, 0 is none
 * @VOUCH_FIELD_TIME: gint64, Unix microseconds UTC, 0 is none
 * @VOUCH_FIELD_ENUM: int, an index into the field's names
 * @VOUCH_FIELD_FLAG: gboolean
 * @VOUCH_FIELD_BYTES: GBytes *, owned, %NULL is none; lower-case hex in JSON
 */
typedef enum
{
  VOUCH_FIELD_ID,
  VOUCH_FIELD_TEXT,
  VOUCH_FIELD_QUANTITY,
  VOUCH_FIELD_NUMBER,
  VOUCH_FIELD_DATE,
  VOUCH_FIELD_TIME,
  VOUCH_FIELD_ENUM,
  VOUCH_FIELD_FLAG,
  VOUCH_FIELD_BYTES,
} VouchFieldKind;

/**
 * VouchFieldFlags:
 * @VOUCH_FIELD_REQUIRED: input without it is refused
 * @VOUCH_FIELD_PERSONAL: enters canonical bytes as a salted hash, so that it can be erased without breaking them
 * @VOUCH_FIELD_SALT: the salt of the record's personal fields; never shown
 * @VOUCH_FIELD_SECRET: never stored, shown or hashed (a PIN)
 * @VOUCH_FIELD_ADDED: appended after the record's table had shipped: canonical bytes have it by name and only where it
 *   has a value, so that a row from before keeps the digest that its audit entry holds. Its column's default is none
 * @VOUCH_FIELD_COUNT: how many, of a request: whoever leaves it away gets the usual number, and nobody asks for none
 */
typedef enum
{
  VOUCH_FIELD_PLAIN = 0,
  VOUCH_FIELD_REQUIRED = 1 << 0,
  VOUCH_FIELD_PERSONAL = 1 << 1,
  VOUCH_FIELD_SALT = 1 << 2,
  VOUCH_FIELD_SECRET = 1 << 3,
  VOUCH_FIELD_ADDED = 1 << 4,
  VOUCH_FIELD_COUNT = 1 << 5,
} VouchFieldFlags;

/**
 * VouchField:
 * @name: the column's and the JSON member's name
 * @kind: what it holds
 * @flags: how it is treated
 * @offset: where it lies in the struct
 * @unit_offset: of a quantity: where the text field with its unit lies
 * @values: of an enumeration
 */
typedef struct
{
  const char *name;
  VouchFieldKind kind;
  VouchFieldFlags flags;
  gsize offset;
  gsize unit_offset;
  const VouchEnum *values;
} VouchField;

/**
 * VouchRecordType:
 * @name: the table's name, and the noun in messages
 * @size: of the struct, bytes
 * @fields: the fields, in the order of columns and of canonical bytes
 * @n_fields: how many
 *
 * Describes a plain struct field by field, so that storing it, hashing it, and reading and writing it as JSON are
 * written once. A field's place in the order never changes; new ones are appended.
 */
typedef struct
{
  const char *name;
  gsize size;
  const VouchField *fields;
  guint n_fields;
} VouchRecordType;

#define VOUCH_FIELD(Type, member, kind_, flags_)                                                                       \
  {                                                                                                                    \
    .name = #member, .kind = VOUCH_FIELD_##kind_, .flags = flags_, .offset = G_STRUCT_OFFSET (Type, member)            \
  }
#define VOUCH_FIELD_OF_QUANTITY(Type, member, unit, flags_)                                                            \
  {                                                                                                                    \
    .name = #member, .kind = VOUCH_FIELD_QUANTITY, .flags = flags_, .offset = G_STRUCT_OFFSET (Type, member),          \
    .unit_offset = G_STRUCT_OFFSET (Type, unit)                                                                        \
  }
#define VOUCH_FIELD_OF_ENUM(Type, member, values_, flags_)                                                             \
  {                                                                                                                    \
    .name = #member, .kind = VOUCH_FIELD_ENUM, .flags = flags_, .offset = G_STRUCT_OFFSET (Type, member),              \
    .values = &values_                                                                                                 \
  }

/* In a header: the record's type, its constructor and its destructor, which accepts NULL. */
#define VOUCH_DECLARE_RECORD(Type, prefix)                                                                             \
  extern const VouchRecordType prefix##_type;                                                                          \
  Type *prefix##_new (void) G_GNUC_WARN_UNUSED_RESULT;                                                                 \
  void prefix##_free (Type *self);                                                                                     \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_free)

/* In a source file, after `static const VouchField fields[]`. */
#define VOUCH_DEFINE_RECORD(Type, prefix, name_, fields_)                                                              \
  const VouchRecordType prefix##_type = {                                                                              \
    .name = name_, .size = sizeof (Type), .fields = fields_, .n_fields = G_N_ELEMENTS (fields_)                        \
  };                                                                                                                   \
  Type *prefix##_new (void) { return vouch_record_new (&prefix##_type); }                                              \
  void prefix##_free (Type *self) { vouch_record_free (&prefix##_type, self); }

gpointer vouch_record_new (const VouchRecordType *type) G_GNUC_WARN_UNUSED_RESULT;
void vouch_record_free (const VouchRecordType *type, gpointer record);
gpointer vouch_record_copy (const VouchRecordType *type, gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;
void vouch_record_clear_field (const VouchField *field, gpointer record);
const VouchField *vouch_record_find_field (const VouchRecordType *type, const char *name);
gint64 vouch_record_get_number (const VouchField *field, gconstpointer record);
void vouch_record_set_number (const VouchField *field, gpointer record, gint64 number);
gint64 vouch_record_get_id (const VouchRecordType *type, gconstpointer record);
gboolean vouch_record_check (const VouchRecordType *type, gconstpointer record, GError **error);
void vouch_record_write_canon (const VouchRecordType *type, gconstpointer record, VouchCanon *canon);
GBytes *vouch_record_encode (const VouchRecordType *type, gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;
gpointer vouch_record_decode (const VouchRecordType *type, GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

#define VOUCH_RECORD_TEXT(field, record) (*(char **)G_STRUCT_MEMBER_P (record, (field)->offset))
#define VOUCH_RECORD_BYTES(field, record) (*(GBytes **)G_STRUCT_MEMBER_P (record, (field)->offset))

G_END_DECLS
