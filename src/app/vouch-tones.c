#include "vouch-tones.h"

#include <gtk/gtk.h>

#include "vouch-config.h"

struct _VouchTones
{
  char *directory;
  GHashTable *streams; /* file name → GtkMediaStream */
};

static char *
find_directory (void)
{
  static const char *const directories[] = { VOUCH_BUILD_ROOT "/resources/sounds", VOUCH_DATADIR "/sounds" };

  for (gsize i = 0; i < G_N_ELEMENTS (directories); i++)
    if (g_file_test (directories[i], G_FILE_TEST_IS_DIR))
      return g_strdup (directories[i]);
  return NULL;
}

/**
 * vouch_tones_new:
 *
 * Returns: (transfer full): the tones
 */
VouchTones *
vouch_tones_new (void)
{
  VouchTones *self = g_new0 (VouchTones, 1);

  self->directory = find_directory ();
  self->streams = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  return self;
}

/**
 * vouch_tones_free:
 * @self: (nullable) (transfer full): the tones
 */
void
vouch_tones_free (VouchTones *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->streams);
  g_free (self->directory);
  g_free (self);
}

/**
 * vouch_tones_get_file:
 * @feedback: how an act ended
 *
 * Returns: (transfer none) (nullable): the file with its tone
 */
const char *
vouch_tones_get_file (VouchFeedback feedback)
{
  switch (feedback)
    {
    case VOUCH_FEEDBACK_OK:
      return "tone-ok.wav";
    case VOUCH_FEEDBACK_FAIL:
    case VOUCH_FEEDBACK_HELD:
      return "tone-fail.wav";
    case VOUCH_FEEDBACK_QUESTION:
      return "tone-question.wav";
    case VOUCH_FEEDBACK_MISREAD:
      return "tone-unknown.wav";
    case VOUCH_FEEDBACK_ACCEPTED:
      return "tone-accepted.wav";
    case VOUCH_FEEDBACK_REJECTED:
      return "tone-rejected.wav";
    case VOUCH_FEEDBACK_NONE:
    case VOUCH_FEEDBACK_TICK:
    default:
      return NULL;
    }
}

static GtkMediaStream *
find_stream (VouchTones *self, const char *file)
{
  GtkMediaStream *stream = g_hash_table_lookup (self->streams, file);

  if (stream == NULL && self->directory != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, file, NULL);

      stream = gtk_media_file_new_for_filename (path);
      g_hash_table_insert (self->streams, (gpointer)file, stream);
    }
  return stream;
}

/**
 * vouch_tones_play:
 * @self: the tones
 * @feedback: how an act ended
 */
void
vouch_tones_play (VouchTones *self, VouchFeedback feedback)
{
  const char *file = vouch_tones_get_file (feedback);
  GtkMediaStream *stream;

  g_return_if_fail (self != NULL);

  if (file == NULL)
    return;
  stream = find_stream (self, file);
  if (stream != NULL && gtk_media_stream_get_error (stream) == NULL)
    {
      gtk_media_stream_seek (stream, 0);
      gtk_media_stream_play (stream);
    }
  else if (feedback != VOUCH_FEEDBACK_OK)
    gdk_display_beep (gdk_display_get_default ());
}
