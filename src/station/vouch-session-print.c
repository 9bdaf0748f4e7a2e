/* Where the labels of a stand go. Whatever is scanned waits for them, so that a printer is given few at once, and not
 * waited for when it has no paper. */
#include <glib/gi18n-lib.h>

#include "vouch-printer-test.h"
#include "vouch-session-private.h"

#define PRINTER_DPI 203

static const VouchPrinterProfile *
get_printer (const VouchSession *self, VouchPrintPurpose purpose)
{
  return purpose == VOUCH_PRINT_PURPOSE_UNIT ? self->settings->item_printer : self->settings->lot_printer;
}

/* What was stopped is gone on with, whoever asks for it. */
static gint64
find_open (const VouchSession *self, const VouchLabelOrder *order)
{
  gint64 found = 0;

  for (guint i = 0; self->file != NULL && i < self->file->print_jobs->len; i++)
    {
      const VouchPrintJob *job = g_ptr_array_index (self->file->print_jobs, i);

      if (vouch_print_job_is_open (job) && job->purpose == order->purpose && job->batch_id == order->batch_id &&
          job->copy_of == 0)
        found = job->id;
    }
  return found;
}

/* What is printed is what the order says, at the printer for it. */
VouchPrintJob *
vouch_session_print_labels (VouchSession *self, VouchLabelOrder *order, GError **error)
{
  VouchPrintJob *job;

  order->printer = get_printer (self, order->purpose);
  order->directory = self->settings->label_directory;
  order->dpi = PRINTER_DPI;
  if (order->copy_of == 0)
    order->resume_of = find_open (self, order);
  job = vouch_label_print (self->station, self->actor, order, NULL, error);
  g_clear_pointer (&self->printed, g_free);
  if (job != NULL && g_path_is_absolute (job->file))
    self->printed = g_strdup (job->file);
  if (self->file != NULL)
    vouch_session_load_lot (self, self->file->lot->id);
  return job;
}

static gboolean
test_printer (VouchSession *self, const VouchPrinterProfile *printer, GError **error)
{
  g_autoptr (VouchPrinterProfile) file = vouch_printer_profile_new_pdf ();
  g_autofree char *own = g_build_filename (vouch_station_get_directory (self->station), "labels", NULL);
  const char *folder = self->settings->label_directory != NULL ? self->settings->label_directory : own;
  VouchDate today = vouch_clock_today (vouch_station_get_clock (self->station));
  g_autofree char *place = vouch_printer_test (printer != NULL ? printer : file, folder, today, NULL, error);

  if (place == NULL)
    return FALSE;
  g_free (self->printed);
  self->printed = g_path_is_absolute (place) ? g_steal_pointer (&place) : NULL;
  return TRUE;
}

/* A ruler from each printer of the stand. */
void
vouch_session_test_printers (VouchSession *self)
{
  const VouchPrinterProfile *item = self->settings->item_printer, *lot = self->settings->lot_printer;
  gboolean is_one = item == lot || (item != NULL && lot != NULL && g_str_equal (item->name, lot->name));
  g_autoptr (GError) error = NULL;

  if (!test_printer (self, item, &error) || (!is_one && !test_printer (self, lot, &error)))
    vouch_session_tell_error (self, error);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Test print"),
                        _ ("Compare the ruler’s lines with a real one; the offset is set on the Settings page."));
}
