#include "opened-station.h"

#include "test-folder.h"
#include "vouch-opening.h"

#define OPENED_AT G_GINT64_CONSTANT (1795305600000000)

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(VouchStation **)data = vouch_opening_finish (result, &error);
  g_assert_no_error (error);
}

/* With example data, or as new. */
void
opened_station_open (OpenedStation *self, gboolean sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  g_autofree char *unlock = NULL;
  VouchOpeningOptions options = { .sample = sample };

  self->directory = g_dir_make_tmp ("vouch-ui-XXXXXX", &error);
  g_assert_no_error (error);
  place = g_build_filename (self->directory, "station", NULL);
  unlock = g_build_filename (self->directory, "unlock", NULL);
  options.data = place;
  options.unlock = unlock;
  self->clock = vouch_clock_new_fixed (OPENED_AT, 0);
  vouch_opening_start_async (&options, self->clock, opened_cb, &self->station);
  while (self->station == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
opened_station_close (OpenedStation *self)
{
  g_autoptr (GError) error = NULL;

  vouch_station_close (self->station, &error);
  g_assert_no_error (error);
  vouch_clock_unref (self->clock);
  test_folder_remove (self->directory);
  g_free (self->directory);
}
