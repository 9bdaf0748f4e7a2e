#include "vouch-decoder-group.h"

#include <glib/gi18n-lib.h>

#include "vouch-decoder-words.h"

struct _VouchDecoderGroup
{
  AdwPreferencesGroup parent_instance;
  AdwActionRow *row;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (VouchDecoderGroup, vouch_decoder_group, ADW_TYPE_PREFERENCES_GROUP)

static void
vouch_decoder_group_dispose (GObject *object)
{
  g_cancellable_cancel (VOUCH_DECODER_GROUP (object)->cancellable);
  G_OBJECT_CLASS (vouch_decoder_group_parent_class)->dispose (object);
}

static void
vouch_decoder_group_finalize (GObject *object)
{
  g_object_unref (VOUCH_DECODER_GROUP (object)->cancellable);
  G_OBJECT_CLASS (vouch_decoder_group_parent_class)->finalize (object);
}

static void
vouch_decoder_group_class_init (VouchDecoderGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_decoder_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_decoder_group_finalize;
}

static void
vouch_decoder_group_init (VouchDecoderGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Reading of pictures"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Diagnostics"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
}

/* The decoder is asked on the desk's reading thread: it may be at a picture that takes long. */
static gpointer
read_counts (VouchConn *conn, gpointer data, GError **error)
{
  g_auto (VouchDecoderCounts) counts = { 0 };

  vouch_decoder_get_counts (data, &counts);
  return vouch_decoder_words_of_counts (&counts);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchDecoderGroup) self = data;
  g_autofree char *words = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (words != NULL && !g_cancellable_is_cancelled (self->cancellable))
    adw_action_row_set_subtitle (self->row, words);
}

/**
 * vouch_decoder_group_new:
 *
 * Returns: (transfer floating): the group, empty so far
 */
GtkWidget *
vouch_decoder_group_new (void)
{
  return g_object_new (VOUCH_TYPE_DECODER_GROUP, NULL);
}

/**
 * vouch_decoder_group_read:
 * @self: the group
 * @desk: (nullable): whose station's decoder is asked
 */
void
vouch_decoder_group_read (VouchDecoderGroup *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_DECODER_GROUP (self));

  if (desk != NULL)
    vouch_desk_read_async (desk, read_counts, vouch_station_get_decoder (vouch_desk_get_station (desk)), NULL, g_free,
                           self->cancellable, read_cb, g_object_ref (self));
}
