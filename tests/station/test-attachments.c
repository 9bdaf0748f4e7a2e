/* Photographs of records: drawn anew by the decoder, stored under their hash, checked when they are read. */
#include <glib/gstdio.h>
#include <string.h>

#include "goods.h"
#include "vouch-attachment-store.h"
#include "vouch-attachment-work.h"
#include "vouch-error.h"

/* A PNG of 24 × 16 pixels, red on the left. */
static const char png[] =
    "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAIUlEQVR42mM4oSFCEMkRgRhGDRrhBu0jiOSIQKMGjWiDAHivhhA"
    "D3v9UAAAAAElFTkSuQmCC";

static GBytes *
make_picture (void)
{
  gsize length;
  guint8 *bytes = g_base64_decode (png, &length);

  return g_bytes_new_take (bytes, length);
}

static VouchAttached *
attach (StationFixture *self, const char *subject, gint64 id, const char *name, const char *key, GError **error)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchAttachRequest request = { .subject = (char *)subject, .subject_id = id, .name = (char *)name };
  g_autoptr (GBytes) picture = make_picture ();

  request.picture = picture;
  return vouch_use_case_run (&vouch_attachment_add, self->station, actor, key, &request, error);
}

static gpointer
read_first (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) list = vouch_attachment_store_list (conn, *(gint64 *)data, error);

  g_assert_cmpuint (list->len, >, 0);
  return vouch_record_copy (&vouch_attachment_type, g_ptr_array_index (list, 0));
}

static VouchAttachment *
load_first (StationFixture *self, gint64 subject_id)
{
  return vouch_station_read (self->station, read_first, &subject_id, NULL);
}

static char *
dup_path (StationFixture *self, const VouchAttachment *attachment)
{
  g_autofree char *hash = vouch_attachment_dup_hash (attachment);
  g_autofree char *folder = g_strndup (hash, 2);

  return g_build_filename (self->directory, "attachments", folder, hash, NULL);
}

static void
assert_code (GError **error, VouchErrorCode code)
{
  g_assert_error (*error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", (*error)->message);
  g_clear_error (error);
}

static void
test_a_photo_is_drawn_anew_and_comes_back (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAttached) attached = attach (self, "lot", lot_id, "../../damage.png", NULL, &error);
  g_autoptr (VouchAttachment) attachment = load_first (self, lot_id);
  g_autoptr (GBytes) sent = make_picture ();
  g_autoptr (GBytes) bytes = NULL;
  g_auto (VouchDecoderPhoto) photo = { 0 };

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (attached->sha256, attachment->sha256));
  g_assert_cmpstr (attachment->name, ==, "damage.png");
  g_assert_cmpstr (attachment->media_type, ==, "image/jpeg");
  g_assert_cmpint (attachment->lot_id, ==, lot_id);
  bytes = vouch_attachment_file_load (self->station, attachment, &error);
  g_assert_no_error (error);
  g_assert_false (g_bytes_equal (bytes, sent));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 3, "\xff\xd8\xff", 3);
  g_assert_true (vouch_attachment_file_read_pixels (self->station, attachment, 12, &photo, &error));
  g_assert_cmpuint (photo.width, ==, 12);
  g_assert_cmpuint (photo.height, ==, 8);
  g_assert_cmpuint (((const guint8 *)g_bytes_get_data (photo.bytes, NULL))[0], >, 150);
}

static void
test_a_changed_file_is_refused (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (VouchAttached) attached = attach (self, "lot", lot_id, NULL, NULL, NULL);
  g_autoptr (VouchAttachment) attachment = load_first (self, lot_id);
  g_autofree char *path = dup_path (self, attachment);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  g_assert_null (vouch_attachment_file_load (self->station, attachment, &error));
  assert_code (&error, VOUCH_ERROR_STORAGE);
  /* The same photo again puts the file right. */
  vouch_attached_free (attach (self, "lot", lot_id, NULL, NULL, &error));
  g_assert_no_error (error);
  g_bytes_unref (vouch_attachment_file_load (self->station, attachment, &error));
  g_assert_no_error (error);
  g_remove (path);
  g_assert_null (vouch_attachment_file_load (self->station, attachment, &error));
  assert_code (&error, VOUCH_ERROR_NOT_FOUND);
}

static void
test_a_repeated_act_keeps_one (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autofree char *key = g_uuid_string_random ();
  g_autoptr (VouchAttached) first = attach (self, "lot", lot_id, "a.png", key, NULL);
  g_autoptr (VouchAttached) again = attach (self, "lot", lot_id, "a.png", key, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (first->id, ==, again->id);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count (*) FROM attachment"), ==, 1);
  g_assert_null (attach (self, "lot", lot_id, "b.png", key, &error));
  assert_code (&error, VOUCH_ERROR_CONFLICT);
}

static void
test_photos_are_kept_as_large_as_the_station_wants (StationFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) sent = make_picture ();
  VouchKeptPhoto large, small;
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_attachment_file_keep (self->station, sent, &large, &error));
  vouch_station_set_photo_longest (self->station, 8);
  g_assert_true (vouch_attachment_file_keep (self->station, sent, &small, &error));
  g_assert_no_error (error);
  g_assert_cmpint (small.size, <, large.size);
}

static void
test_only_what_exists_has_photos (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  g_autoptr (GError) error = NULL;

  g_assert_null (attach (self, "user", lot_id, NULL, NULL, &error));
  assert_code (&error, VOUCH_ERROR_INVALID);
  g_assert_null (attach (self, "lot", 12345, NULL, NULL, &error));
  assert_code (&error, VOUCH_ERROR_NOT_FOUND);
  g_assert_null (attach (self, "reading", lot_id, NULL, NULL, &error));
  assert_code (&error, VOUCH_ERROR_NOT_FOUND);
  vouch_attached_free (attach (self, "receipt_line", file->line->id, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_a_decided_inspection_takes_no_more (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  const VouchReading *reading = g_ptr_array_index (file->readings, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (attach (self, "reading", reading->id, NULL, NULL, &error));
  assert_code (&error, VOUCH_ERROR_CONFLICT);
  vouch_attached_free (attach (self, "lot", lot_id, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_no_picture_leaves_nothing (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  g_autoptr (GBytes) picture = g_bytes_new_static ("GIF89a is not for us", 20);
  VouchAttachRequest request = { .subject = (char *)"lot", .subject_id = lot_id, .picture = picture };
  g_autofree char *folder = g_build_filename (self->directory, "attachments", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_use_case_run (&vouch_attachment_add, self->station, actor, NULL, &request, &error));
  assert_code (&error, VOUCH_ERROR_INVALID);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count (*) FROM attachment"), ==, 0);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
add (const char *path, void (*test) (StationFixture *, gconstpointer))
{
  g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/attachments/a-photo-is-drawn-anew-and-comes-back", test_a_photo_is_drawn_anew_and_comes_back);
  add ("/attachments/a-changed-file-is-refused", test_a_changed_file_is_refused);
  add ("/attachments/a-repeated-act-keeps-one", test_a_repeated_act_keeps_one);
  add ("/attachments/photos-are-kept-as-large-as-the-station-wants",
       test_photos_are_kept_as_large_as_the_station_wants);
  add ("/attachments/only-what-exists-has-photos", test_only_what_exists_has_photos);
  add ("/attachments/a-decided-inspection-takes-no-more", test_a_decided_inspection_takes_no_more);
  add ("/attachments/no-picture-leaves-nothing", test_no_picture_leaves_nothing);
  return g_test_run ();
}
