/* The question which of several codes is meant, of a camera's picture as of any other. */
#include "vouch-camera-news.h"
#include "vouch-camera-view-private.h"

static void
show_choice (VouchCameraView *self)
{
  VouchCamera *camera = vouch_camera_session_get_camera (self->session);
  GPtrArray *codes = self->choice != NULL ? vouch_code_choice_get_codes (self->choice) : NULL;
  gboolean match = FALSE;

  if (codes != NULL)
    {
      g_signal_emit_by_name (self, "match", codes, &match);
      vouch_code_chooser_set_codes (self->chooser, codes, match);
    }
  if (camera != NULL && vouch_camera_get_sight (camera) != NULL)
    vouch_camera_view_show_sight (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "camera.choose-all", match);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), self->choice != NULL);
  g_signal_emit_by_name (self, "changed");
}

static void
begin_choosing (VouchCameraView *self, GPtrArray *symbols, VouchScanOrigin origin)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  vouch_code_chooser_set_codes (self->chooser, none, FALSE);
  g_clear_pointer (&self->choice, vouch_code_choice_free);
  self->choice = vouch_code_choice_new (symbols, origin);
}

static void
take_one (VouchCameraView *self, const VouchSymbol *symbol, VouchScanOrigin origin)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  g_ptr_array_add (taken, (gpointer)symbol);
  g_signal_emit_by_name (self, "taken", taken, (guint)origin);
}

/* Of several codes a person says which one is meant; nothing is taken meanwhile, but the picture goes on. */
void
vouch_camera_view_take_codes (VouchCameraView *self, GPtrArray *codes, VouchFrame *frame)
{
  const VouchCameraCode *first = g_ptr_array_index (codes, 0);
  g_autoptr (GPtrArray) symbols = g_ptr_array_new ();

  if (self->choice == NULL && codes->len == 1)
    {
      vouch_sight_area_keep (self->area, frame, (const int (*)[2])first->symbol->corners);
      take_one (self, first->symbol, VOUCH_SCAN_CAMERA);
      return;
    }
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (symbols, ((const VouchCameraCode *)g_ptr_array_index (codes, i))->symbol);
  if (self->choice == NULL)
    begin_choosing (self, symbols, VOUCH_SCAN_CAMERA);
  else
    vouch_code_choice_add (self->choice, symbols);
  show_choice (self);
}

/* The choice was made, or is not wanted any more. */
static void
end_question (VouchCameraView *self)
{
  self->has_picture = FALSE;
  show_choice (self);
  vouch_camera_view_update (self);
}

void
vouch_camera_view_stop_choosing (VouchCameraView *self)
{
  gboolean was_open = self->choice != NULL || self->has_picture;

  g_clear_pointer (&self->choice, vouch_code_choice_free);
  if (was_open)
    end_question (self);
  else
    vouch_camera_view_update (self);
}

/**
 * vouch_camera_view_show_picture:
 * @self: a view
 * @red_green_blue: the pixels of a still picture
 * @width: in pixels
 * @height: in pixels
 * @places: (element-type VouchSymbol): where codes lie in it
 * @symbols: (element-type VouchSymbol): the codes that were found, several
 *
 * Asks which of a picture's codes is meant.
 */
void
vouch_camera_view_show_picture (VouchCameraView *self, GBytes *red_green_blue, guint width, guint height,
                                GPtrArray *places, GPtrArray *symbols)
{
  g_return_if_fail (VOUCH_IS_CAMERA_VIEW (self));

  self->has_picture = TRUE;
  vouch_camera_view_update (self);
  begin_choosing (self, symbols, VOUCH_SCAN_PICTURE);
  vouch_sight_area_set_mirrored (self->area, FALSE);
  vouch_sight_area_set_pixels (self->area, red_green_blue, width, height);
  vouch_camera_view_mark (self, places, NULL, width, height);
  gtk_label_set_label (self->seen, "");
  vouch_camera_view_show_part (self, "picture");
  show_choice (self);
}

/**
 * vouch_camera_view_is_choosing:
 * @self: a view
 *
 * Returns: whether it asks which of several codes is meant
 */
gboolean
vouch_camera_view_is_choosing (VouchCameraView *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA_VIEW (self), FALSE);

  return self->choice != NULL;
}

/**
 * vouch_camera_view_choose:
 * @self: a view
 * @number: of a code, from 1
 *
 * Returns: whether it asks and has that code, which is taken
 */
gboolean
vouch_camera_view_choose (VouchCameraView *self, guint number)
{
  g_autoptr (VouchCodeChoice) choice = NULL;

  g_return_val_if_fail (VOUCH_IS_CAMERA_VIEW (self), FALSE);

  if (vouch_code_choice_get (self->choice, number) == NULL)
    return FALSE;
  choice = g_steal_pointer (&self->choice);
  end_question (self);
  take_one (self, vouch_code_choice_get (choice, number), vouch_code_choice_get_origin (choice));
  return TRUE;
}

/**
 * vouch_camera_view_choose_all:
 * @self: a view
 *
 * Returns: whether it asks and the codes may be those of one label, as which they are taken
 */
gboolean
vouch_camera_view_choose_all (VouchCameraView *self)
{
  g_autoptr (VouchCodeChoice) choice = NULL;
  gboolean match = FALSE;

  g_return_val_if_fail (VOUCH_IS_CAMERA_VIEW (self), FALSE);

  if (self->choice != NULL)
    g_signal_emit_by_name (self, "match", vouch_code_choice_get_codes (self->choice), &match);
  if (!match)
    return FALSE;
  choice = g_steal_pointer (&self->choice);
  end_question (self);
  g_signal_emit_by_name (self, "taken", vouch_code_choice_get_codes (choice),
                         (guint)vouch_code_choice_get_origin (choice));
  return TRUE;
}

/**
 * vouch_camera_view_dismiss:
 * @self: a view
 *
 * None of the codes is meant, or what they were for is over; a still picture goes.
 */
void
vouch_camera_view_dismiss (VouchCameraView *self)
{
  g_return_if_fail (VOUCH_IS_CAMERA_VIEW (self));

  vouch_camera_view_stop_choosing (self);
}
