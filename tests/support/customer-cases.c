#include "customer-cases.h"

#include "vouch-case-work.h"
#include "vouch-event-work.h"
#include "vouch-hex.h"
#include "vouch-sealed-box.h"

static GBytes *
seal (VouchStation *station, GBytes *plain)
{
  return vouch_box_seal (vouch_key_file_get_desk_public_key (vouch_station_get_keys (station)),
                         g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
}

static GBytes *
make_sha256 (GBytes *bytes)
{
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  guint8 hash[32];

  g_assert_true (vouch_hex_read (hex, hash, sizeof hash));
  return g_bytes_new (hash, sizeof hash);
}

static void
take_photo (VouchStation *station, VouchActor *actor, gint64 ticket_id, GBytes *sealed)
{
  VouchTakePhotoRequest request = { ticket_id, sealed };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_case_take_photo, station, actor, NULL, &request, &error);

  g_assert_no_error (error);
}

gint64
customer_cases_add (VouchStation *station, const CustomerCase *customer)
{
  g_autoptr (VouchTakeCaseRequest) request = vouch_take_case_request_new ();
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autoptr (GBytes) photo = customer->photo != NULL ? seal (station, customer->photo) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  request->case_id = customer->case_id;
  request->number = g_strdup_printf ("C-%013" G_GINT64_FORMAT, customer->case_id);
  request->lot = g_strdup (customer->lot);
  request->serial = g_strdup (customer->serial);
  request->problem = g_strdup (customer->problem);
  request->description = g_strdup (customer->text);
  request->received_at = customer->received_at;
  request->due_at = customer->due_at;
  if (customer->contact != NULL)
    {
      g_autoptr (GBytes) plain = g_bytes_new (customer->contact, strlen (customer->contact));

      request->contact = seal (station, plain);
    }
  if (photo != NULL)
    {
      request->photo_size = (gint64)g_bytes_get_size (photo);
      request->photo_sha256 = make_sha256 (photo);
    }
  done = vouch_use_case_run (&vouch_case_take, station, actor, NULL, request, &error);
  g_assert_no_error (error);
  if (photo != NULL)
    take_photo (station, actor, done->id, photo);
  return done->id;
}

void
customer_cases_tell (VouchStation *station, const char *line)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autoptr (GBytes) lines = g_bytes_new (line, strlen (line));
  VouchTakeEventsRequest request = { (char *)"00", lines };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchEventsTaken) taken = vouch_use_case_run (&vouch_event_take, station, actor, NULL, &request, &error);

  g_assert_no_error (error);
}
