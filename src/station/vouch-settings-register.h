#pragma once

#include <gio/gio.h>

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchRegisterFault:
 * @VOUCH_REGISTER_FAULT_DAMAGED: an entry cannot be used
 * @VOUCH_REGISTER_FAULT_UNKNOWN: there is none of that name
 * @VOUCH_REGISTER_FAULT_TAKEN: there is one of that name already
 * @VOUCH_REGISTER_FAULT_LOCKED: the administrator of the machine has set them up
 */
typedef enum
{
  VOUCH_REGISTER_FAULT_DAMAGED,
  VOUCH_REGISTER_FAULT_UNKNOWN,
  VOUCH_REGISTER_FAULT_TAKEN,
  VOUCH_REGISTER_FAULT_LOCKED,
} VouchRegisterFault;

/**
 * VouchSettingsRegister:
 * @key: of the settings, of type "aa{sv}"
 * @type: of the records, which have a "name"
 * @field: what an error is about
 * @complete: (nullable): fills in what follows from other settings
 * @check: whether a record can be
 * @dup_message: (transfer full): what is to be said of a name; of a damaged entry, of its number and the reason
 *
 * Named things that are set up at one station, each a record of the settings: its printers, its sheets of labels.
 */
typedef struct
{
  const char *key;
  const VouchRecordType *type;
  const char *field;
  gboolean (*complete) (GSettings *settings, gpointer record, GError **error);
  gboolean (*check) (gconstpointer record, GError **error);
  char *(*dup_message) (VouchRegisterFault fault, const char *name, guint number);
} VouchSettingsRegister;

void vouch_settings_register_append (const VouchSettingsRegister *self, GSettings *settings, GPtrArray *records,
                                     char **damage);
gboolean vouch_settings_register_refuse (const VouchSettingsRegister *self, VouchRegisterFault fault, const char *name,
                                         GError **error);
gboolean vouch_settings_register_store (const VouchSettingsRegister *self, GSettings *settings, gconstpointer record,
                                        const char *instead_of, GError **error);
gboolean vouch_settings_register_remove (const VouchSettingsRegister *self, GSettings *settings, const char *name,
                                         GError **error);
gboolean vouch_settings_register_set (const VouchSettingsRegister *self, GSettings *settings, const char *key,
                                      GVariant *value, GError **error);

G_END_DECLS
