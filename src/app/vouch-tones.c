#include "vouch-tones.h"

#include <gtk/gtk.h>

#include "vouch-config.h"

struct _VouchTones
{
  char *directory;     /* nullable: the tones are not installed */
  GHashTable *streams; /* file name → GtkMediaStream */
  gboolean is_on;
  double volume;
  char *set;
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
 * Returns: (transfer full): the tones, bright and at their usual loudness
 */
VouchTones *
vouch_tones_new (void)
{
  VouchTones *self = g_new0 (VouchTones, 1);

  self->directory = find_directory ();
  self->streams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->is_on = TRUE;
  self->volume = 0.8;
  self->set = g_strdup ("bright");
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
  g_free (self->set);
  g_free (self);
}

/**
 * vouch_tones_set:
 * @self: the tones
 * @is_on: whether anything is heard
 * @volume: 0 to 1
 * @set: which tones: "bright" or "deep"
 */
void
vouch_tones_set (VouchTones *self, gboolean is_on, double volume, const char *set)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (set != NULL);

  self->is_on = is_on;
  self->volume = CLAMP (volume, 0, 1);
  g_free (self->set);
  self->set = g_strdup (set);
}

/**
 * vouch_tones_get_name:
 * @feedback: how an act ended
 *
 * Returns: (transfer none) (nullable): the name of its tone; %NULL where it has none
 */
const char *
vouch_tones_get_name (VouchFeedback feedback)
{
  switch (feedback)
    {
    case VOUCH_FEEDBACK_OK:
      return "ok";
    case VOUCH_FEEDBACK_FAIL:
    case VOUCH_FEEDBACK_HELD:
      return "fail";
    case VOUCH_FEEDBACK_QUESTION:
      return "question";
    case VOUCH_FEEDBACK_MISREAD:
      return "unknown";
    case VOUCH_FEEDBACK_ACCEPTED:
      return "accepted";
    case VOUCH_FEEDBACK_REJECTED:
      return "rejected";
    case VOUCH_FEEDBACK_NONE:
    case VOUCH_FEEDBACK_TICK:
    default:
      return NULL;
    }
}

/**
 * vouch_tones_dup_path:
 * @self: the tones
 * @feedback: how an act ended
 *
 * Returns: (transfer full) (nullable): the file that is played for it; %NULL for silence
 */
char *
vouch_tones_dup_path (VouchTones *self, VouchFeedback feedback)
{
  const char *name = vouch_tones_get_name (feedback);
  g_autofree char *file = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (name == NULL || self->directory == NULL || !self->is_on || self->volume <= 0)
    return NULL;
  file = g_strdup_printf ("%s-%s.wav", self->set, name);
  return g_build_filename (self->directory, file, NULL);
}

static GtkMediaStream *
find_stream (VouchTones *self, const char *path)
{
  GtkMediaStream *stream = g_hash_table_lookup (self->streams, path);

  if (stream == NULL)
    {
      stream = gtk_media_file_new_for_filename (path);
      g_hash_table_insert (self->streams, g_strdup (path), stream);
    }
  return stream;
}

/**
 * vouch_tones_play:
 * @self: the tones
 * @feedback: how an act ended
 *
 * Where there is nothing to play them with it is silent; that is no error.
 */
void
vouch_tones_play (VouchTones *self, VouchFeedback feedback)
{
  g_autofree char *path = vouch_tones_dup_path (self, feedback);
  GtkMediaStream *stream = path != NULL ? find_stream (self, path) : NULL;

  if (stream == NULL)
    return;
  if (gtk_media_stream_get_error (stream) == NULL)
    {
      gtk_media_stream_set_volume (stream, self->volume);
      gtk_media_stream_seek (stream, 0);
      gtk_media_stream_play (stream);
    }
  else if (feedback != VOUCH_FEEDBACK_OK)
    gdk_display_beep (gdk_display_get_default ());
}
