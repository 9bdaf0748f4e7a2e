/* What goes with an entry: photographs, a note, a second person. */
#include <glib/gi18n-lib.h>

#include "vouch-attachment-work.h"
#include "vouch-camera-hub.h"
#include "vouch-error.h"
#include "vouch-session-private.h"
#include "vouch-text.h"

#define CAMERA_WAIT_MS 5000
/* As shown beside the check. */
#define THUMB_LONGEST 200
#define THUMBS_MAX 6
#define PHOTOS_MAX 9

static void
free_photo (gpointer data)
{
  VouchSessionPhoto *photo = data;

  g_bytes_unref (photo->bytes);
  g_free (photo->name);
  g_free (photo);
}

static void
add_thumb (VouchSession *self, VouchDecoderPhoto *photo, const char *name, gboolean is_pending, gint place)
{
  VouchDeskPhoto *thumb = g_new0 (VouchDeskPhoto, 1);

  thumb->pixels = g_steal_pointer (&photo->bytes);
  thumb->width = photo->width;
  thumb->height = photo->height;
  thumb->name = g_strdup (name);
  thumb->is_pending = is_pending;
  g_ptr_array_insert (self->thumbs, place, thumb);
}

/* The latest photographs of the lot. One whose file is gone or changed is not shown; the lot's page says so. */
void
vouch_session_load_thumbs (VouchSession *self)
{
  const GPtrArray *all = self->file->attachments;

  g_clear_pointer (&self->thumbs, g_ptr_array_unref);
  self->thumbs = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_photo_free);
  for (guint i = all->len; i > 0 && self->thumbs->len < THUMBS_MAX; i--)
    {
      const VouchAttachment *attachment = g_ptr_array_index (all, i - 1);
      g_auto (VouchDecoderPhoto) photo = { 0 };

      if (vouch_attachment_file_read_pixels (self->station, attachment, THUMB_LONGEST, &photo, NULL))
        add_thumb (self, &photo, attachment->name, FALSE, -1);
    }
}

gboolean
vouch_session_has_evidence (const VouchSession *self)
{
  return self->note != NULL || (self->photos != NULL && self->photos->len > 0);
}

static void
drop_pending_thumbs (VouchSession *self)
{
  for (guint i = self->thumbs != NULL ? self->thumbs->len : 0; i > 0; i--)
    if (((const VouchDeskPhoto *)g_ptr_array_index (self->thumbs, i - 1))->is_pending)
      g_ptr_array_remove_index (self->thumbs, i - 1);
}

/* What was meant for an entry that is not made. */
void
vouch_session_drop_evidence (VouchSession *self)
{
  drop_pending_thumbs (self);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_clear_pointer (&self->note, g_free);
}

static gboolean
attach (VouchSession *self, const char *subject, gint64 subject_id, GBytes *bytes, const char *name, GError **error)
{
  VouchAttachRequest request = {
    .subject = (char *)subject,
    .subject_id = subject_id,
    .picture = bytes,
    .name = (char *)name,
  };
  g_autoptr (VouchAttached) attached =
      vouch_use_case_run (&vouch_attachment_add, self->station, self->actor, NULL, &request, error);

  return attached != NULL;
}

/* The entry is recorded with its first photograph; the others follow it. */
void
vouch_session_keep_evidence (VouchSession *self, gint64 reading_id)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; error == NULL && self->photos != NULL && i < self->photos->len; i++)
    {
      const VouchSessionPhoto *photo = g_ptr_array_index (self->photos, i);

      if (!attach (self, vouch_reading_type.name, reading_id, photo->bytes, photo->name, &error))
        vouch_session_tell_error (self, error);
    }
  for (guint i = 0; self->thumbs != NULL && i < self->thumbs->len; i++)
    ((VouchDeskPhoto *)g_ptr_array_index (self->thumbs, i))->is_pending = FALSE;
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_clear_pointer (&self->note, g_free);
}

static gboolean
is_checking (VouchStage stage)
{
  return stage == VOUCH_STAGE_CHECK || stage == VOUCH_STAGE_DEFECT || stage == VOUCH_STAGE_ASK_VALUE;
}

static void
keep_for_entry (VouchSession *self, const VouchDecoderPhoto *photo, const char *name)
{
  VouchSessionPhoto *kept = g_new0 (VouchSessionPhoto, 1);

  if (self->photos == NULL)
    self->photos = g_ptr_array_new_with_free_func (free_photo);
  kept->bytes = g_bytes_ref (photo->bytes);
  kept->name = g_strdup (name);
  g_ptr_array_add (self->photos, kept);
}

/* At a check a photograph waits for the entry; otherwise it is the lot's. */
static gboolean
keep_photo (VouchSession *self, const VouchDecoderPhoto *photo, const char *name, GError **error)
{
  if (!is_checking (self->stage))
    return attach (self, vouch_lot_type.name, self->file->lot->id, photo->bytes, name, error);
  if (self->photos != NULL && self->photos->len >= PHOTOS_MAX)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("There are %d photos already; that is enough"),
                   PHOTOS_MAX);
      return FALSE;
    }
  keep_for_entry (self, photo, name);
  return TRUE;
}

/* While goods are counted a photograph is of the line that was counted last: of its damage, of its packaging. */
static gboolean
is_receiving (const VouchSession *self)
{
  return self->file == NULL && self->receipt_id != 0 &&
         (self->stage == VOUCH_STAGE_GOODS || self->stage == VOUCH_STAGE_CONFIRM_COUNT ||
          self->stage == VOUCH_STAGE_DELIVERY_DONE);
}

static void
keep_for_line (VouchSession *self, const VouchDecoderPhoto *photo, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (attach (self, vouch_receipt_line_type.name, self->line_id, photo->bytes, name, &error))
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Photo"), _ ("It is kept with the goods counted last."));
  else
    vouch_session_tell_error (self, error);
}

static void
take_drawn_photo (VouchSession *self, const VouchDecoderPhoto *photo, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_auto (VouchDecoderPhoto) thumb = { 0 };
  gboolean is_pending = is_checking (self->stage);

  if (is_receiving (self))
    {
      keep_for_line (self, photo, name);
      return;
    }
  if (!vouch_decoder_read_pixels (vouch_station_get_decoder (self->station), photo->bytes, THUMB_LONGEST, &thumb,
                                  &error) ||
      !keep_photo (self, photo, name, &error))
    {
      vouch_session_tell_error (self, error);
      return;
    }
  add_thumb (self, &thumb, name, is_pending, 0);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Photo"),
                      is_pending ? _ ("It is kept with this check.") : _ ("It is kept with the lot."));
}

static gboolean
can_photograph_lot (VouchSession *self)
{
  gboolean can =
      self->file != NULL && self->thumbs != NULL &&
      (is_checking (self->stage) || self->stage == VOUCH_STAGE_NEXT_SAMPLE || self->stage == VOUCH_STAGE_VERDICT ||
       self->stage == VOUCH_STAGE_LABELS || self->stage == VOUCH_STAGE_SCAN_BACK);

  if (!can)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not now"),
                        _ ("Photos are taken of goods being counted or inspected."));
  return can;
}

/* Only where there are goods at work. */
static gboolean
can_take_photo (VouchSession *self)
{
  if (is_receiving (self) && self->line_id == 0)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not yet"),
                          _ ("Count some of the goods first; the photo is kept with their line."));
      return FALSE;
    }
  if (is_receiving (self))
    return TRUE;
  return can_photograph_lot (self);
}

/**
 * vouch_session_take_photo:
 * @self: a session
 * @file: the bytes of a PNG or JPEG file
 * @name: (nullable): what the file is called
 *
 * A photograph from a file: it goes with the check at hand, with the lot, or with the goods counted last.
 */
void
vouch_session_take_photo (VouchSession *self, GBytes *file, const char *name)
{
  g_auto (VouchDecoderPhoto) photo = { 0 };
  g_autoptr (GError) error = NULL;

  vouch_session_freshen (self);
  if (!can_take_photo (self))
    return;
  if (vouch_decoder_reencode (vouch_station_get_decoder (self->station), file,
                              vouch_station_get_photo_longest (self->station), &photo, &error))
    take_drawn_photo (self, &photo, name);
  else
    vouch_session_tell_error (self, error);
}

/* A photograph from the camera. */
void
vouch_session_photograph (VouchSession *self)
{
  g_auto (VouchDecoderPhoto) photo = { 0 };
  g_autoptr (GError) error = NULL;

  if (!can_take_photo (self))
    return;
  if (vouch_camera_hub_take_photo (vouch_station_get_cameras (self->station), self->settings->camera, CAMERA_WAIT_MS,
                                   vouch_station_get_photo_longest (self->station), &photo, &error))
    take_drawn_photo (self, &photo, NULL);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No photo"), error->message);
}

void
vouch_session_ask_note (VouchSession *self)
{
  vouch_session_set_stage (self, VOUCH_STAGE_NOTE);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Note"), _ ("Type a note; it is kept with this check."));
}

void
vouch_session_take_note (VouchSession *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!vouch_text_check_note (text, "note", &error))
    {
      vouch_session_tell_error (self, error);
      return;
    }
  g_free (self->note);
  self->note = *text != '\0' ? g_strdup (text) : NULL;
  vouch_session_set_stage (self, VOUCH_STAGE_CHECK);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Note"), _ ("It is kept with this check."));
}
