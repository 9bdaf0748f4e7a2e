#include "vouch-case-sight.h"

#include "vouch-case-look-work.h"
#include "vouch-errand.h"

/* Larger than any place for it in the window. */
#define LONGEST 1600

typedef struct
{
  VouchStation *station; /* open until the errand is done */
  VouchActor *actor;
  char *number;
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->actor, vouch_actor_unref);
  g_free (look->number);
  g_free (look);
}

static void
start (GtkWindow *window, VouchDesk *desk, const char *number, GTask *task, GTaskThreadFunc func)
{
  Look *look = g_new0 (Look, 1);

  look->station = vouch_desk_get_station (desk);
  look->actor = vouch_desk_get_actor (desk);
  look->number = g_strdup (number);
  g_task_set_task_data (task, look, free_look);
  vouch_errand_run (window, task, func);
}

static void
read_contact (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;
  GError *error = NULL;
  char *contact = vouch_case_dup_contact (look->station, look->actor, look->number, &error);

  if (contact != NULL)
    g_task_return_pointer (task, contact, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * vouch_case_sight_read_contact_async:
 * @window: for whom
 * @desk: whose station, and who is signed in there
 * @number: a case's number
 * @cancellable: (nullable): the answer is not wanted any more
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Opens a customer's contact; that it was looked at is noted.
 */
void
vouch_case_sight_read_contact_async (GtkWindow *window, VouchDesk *desk, const char *number, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (window, cancellable, callback, user_data);

  start (window, desk, number, task, read_contact);
}

/**
 * vouch_case_sight_read_contact_finish:
 * @result: what the callback was given
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): the contact
 */
char *
vouch_case_sight_read_contact_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_photo (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;
  g_auto (VouchDecoderPhoto) photo = { 0 };
  GError *error = NULL;

  if (!vouch_case_read_photo (look->station, look->actor, look->number, LONGEST, &photo, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           gdk_memory_texture_new ((int)photo.width, (int)photo.height, GDK_MEMORY_R8G8B8, photo.bytes,
                                                   (gsize)photo.width * 3),
                           g_object_unref);
}

/**
 * vouch_case_sight_read_photo_async:
 * @window: for whom
 * @desk: whose station, and who is signed in there
 * @number: a case's number
 * @cancellable: (nullable): the answer is not wanted any more
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Has the decoder draw a customer's photograph; that it was looked at is noted.
 */
void
vouch_case_sight_read_photo_async (GtkWindow *window, VouchDesk *desk, const char *number, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (window, cancellable, callback, user_data);

  start (window, desk, number, task, read_photo);
}

/**
 * vouch_case_sight_read_photo_finish:
 * @result: what the callback was given
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): the photograph
 */
GdkTexture *
vouch_case_sight_read_photo_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
