#include "vouch-session-settings.h"

/**
 * vouch_session_settings_copy:
 * @self: settings, whose texts may be anybody's
 *
 * Returns: (transfer full): settings with texts of their own
 */
VouchSessionSettings *
vouch_session_settings_copy (const VouchSessionSettings *self)
{
  VouchSessionSettings *copy = g_memdup2 (self, sizeof *self);

  copy->command_prefix = g_strdup (self->command_prefix);
  copy->label_directory = g_strdup (self->label_directory);
  copy->camera = g_strdup (self->camera);
  if (self->item_printer != NULL)
    copy->item_printer = vouch_record_copy (&vouch_printer_profile_type, self->item_printer);
  if (self->lot_printer != NULL)
    copy->lot_printer = vouch_record_copy (&vouch_printer_profile_type, self->lot_printer);
  return copy;
}

/* Frees a copy. */
void
vouch_session_settings_free (VouchSessionSettings *self)
{
  if (self == NULL)
    return;
  g_free ((char *)self->command_prefix);
  g_free ((char *)self->label_directory);
  g_free ((char *)self->camera);
  vouch_printer_profile_free ((VouchPrinterProfile *)self->item_printer);
  vouch_printer_profile_free ((VouchPrinterProfile *)self->lot_printer);
  g_free (self);
}
