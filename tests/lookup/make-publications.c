/* Makes publications for the tests of the lookup service, with the station's own code: reads one JSON command a line,
 * writes one line for each.
 *
 *   {"do":"trust","desk":true,"plain":false,"host":,"administrators":[1],"at":} → the content of a trust file
 *   {"do":"public","record":{…},"seq":,"prev":,"sign":}  → a publication; seq and prev go on by themselves
 *   {"do":"control","lot":,"gtin":,"rev":,"ranges":[[version,first,count]],"voids":[[first,count]]}
 *   {"do":"takeover","trust":,"administrator":1}         → a trust line, signed by an administrator
 *   {"do":"other","type":,"text":,"aside":}              → a publication of any type; aside, the chain does not go on
 *   {"do":"serial","lot":,"gtin":,"version":,"unit":}    → a serial
 *   {"do":"lot-key","lot":,"gtin":,"version":}           → a lot's key, in hex
 *   {"do":"open","sealed":}                              → a contact, opened with the desk's key
 *   {"do":"open-hash","sealed":}                         → the SHA-256 of a photograph, opened with the desk's key
 *   {"do":"station","station":,"epoch":}                 → from here on another station or epoch, with its own chain
 */
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "vouch-control-record.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-public-record.h"
#include "vouch-publication.h"
#include "vouch-sealed-box.h"
#include "vouch-takeover.h"

typedef struct
{
  guint station;
  gint64 epoch;
  gint64 seq;
  guint8 prev[VOUCH_HASH_SIZE];
  guint8 lookup_key[32];
  VouchSigner *signer;
  VouchSigner *stranger;
  guint8 desk_public[32];
  guint8 desk_secret[32];
} Maker;

static void
seed (guint8 out[32], const char *what, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, what, number);

  vouch_hash (NULL, 0, text, strlen (text), out, 32);
}

static const char *
text_of (JsonObject *command, const char *name)
{
  return json_object_get_string_member_with_default (command, name, NULL);
}

static gint64
number_of (JsonObject *command, const char *name, gint64 otherwise)
{
  return json_object_get_int_member_with_default (command, name, otherwise);
}

static void
lot_key (gint64 version, const char *gtin, const char *lot, guint8 key[32])
{
  guint8 master[32];

  seed (master, "master", version);
  vouch_trace_lot_key (master, gtin, lot, key);
}

static char *
publish (Maker *self, JsonObject *command, const char *type, GBytes *body)
{
  g_autoptr (VouchPublication) publication = NULL;
  const char *prev = text_of (command, "prev");
  gboolean is_aside = json_object_has_member (command, "seq") || json_object_has_member (command, "aside");
  gint64 seq = number_of (command, "seq", self->seq + 1);
  guint8 hash[VOUCH_HASH_SIZE];
  char *line;

  publication = vouch_publication_new (self->station, self->epoch, seq, type, body);
  memcpy (publication->prev, self->prev, sizeof self->prev);
  if (prev != NULL)
    g_assert_true (vouch_hex_read (prev, publication->prev, sizeof publication->prev));
  line = vouch_publication_write (
      g_strcmp0 (text_of (command, "sign"), "stranger") == 0 ? self->stranger : self->signer, publication, hash);
  if (is_aside || prev != NULL)
    return line;
  self->seq = seq;
  memcpy (self->prev, hash, sizeof hash);
  return line;
}

static char *
make_public (Maker *self, JsonObject *command)
{
  g_autoptr (JsonNode) node = json_node_copy (json_object_get_member (command, "record"));
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPublicRecord) record = vouch_public_record_from_json (text, -1, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  json = vouch_public_record_to_json (record);
  return publish (self, command, VOUCH_PUBLICATION_PUBLIC_RECORD, g_bytes_new (json, strlen (json)));
}

static void
add_range (VouchControlRecord *record, JsonArray *range)
{
  gint64 version = json_array_get_int_element (range, 0);
  guint8 key[32];

  vouch_control_record_add_range (record, (guint32)version, (guint32)json_array_get_int_element (range, 1),
                                  (guint32)json_array_get_int_element (range, 2));
  for (guint i = 0; i < record->keys->len; i++)
    if (g_array_index (record->keys, VouchLotKey, i).key_version == version)
      return;
  lot_key (version, record->gtin, record->lot, key);
  vouch_control_record_add_key (record, (guint32)version, FALSE, key);
}

static char *
make_control (Maker *self, JsonObject *command)
{
  g_autoptr (VouchControlRecord) record =
      vouch_control_record_new (text_of (command, "lot"), text_of (command, "gtin"), number_of (command, "rev", 1));
  JsonArray *ranges = json_object_get_array_member (command, "ranges");
  JsonArray *voids = json_object_has_member (command, "voids") ? json_object_get_array_member (command, "voids") : NULL;

  for (guint i = 0; i < json_array_get_length (ranges); i++)
    add_range (record, json_array_get_array_element (ranges, i));
  for (guint i = 0; voids != NULL && i < json_array_get_length (voids); i++)
    {
      JsonArray *units = json_array_get_array_element (voids, i);

      vouch_control_record_add_void (record, (guint32)json_array_get_int_element (units, 0),
                                     (guint32)json_array_get_int_element (units, 1));
    }
  return publish (self, command, VOUCH_PUBLICATION_CONTROL_RECORD,
                  vouch_control_record_seal (record, self->lookup_key));
}

static VouchSigner *
make_administrator (gint64 number)
{
  guint8 bytes[32];

  seed (bytes, "administrator", number);
  return vouch_signer_new (bytes);
}

static GBytes *
list_administrators (JsonArray *numbers)
{
  GByteArray *keys = g_byte_array_new ();

  for (guint i = 0; i < json_array_get_length (numbers); i++)
    {
      g_autoptr (VouchSigner) signer = make_administrator (json_array_get_int_element (numbers, i));

      g_byte_array_append (keys, vouch_signer_get_public_key (signer), 32);
    }
  return g_byte_array_free_to_bytes (keys);
}

static char *
make_takeover (JsonObject *command)
{
  g_autoptr (VouchSigner) signer = make_administrator (number_of (command, "administrator", 1));

  return vouch_takeover_write (text_of (command, "trust"), signer);
}

static char *
make_trust (Maker *self, JsonObject *command)
{
  g_autoptr (VouchTrustRecord) record = vouch_trust_record_new ();
  g_autofree char *hex = NULL;

  if (json_object_get_boolean_member_with_default (command, "plain", FALSE))
    {
      hex = vouch_hex_write (vouch_signer_get_public_key (self->signer), 32);
      return g_strdup_printf ("{\"station\":%u,\"epoch\":%d,\"public_key\":\"%s\"}", self->station, (int)self->epoch,
                              hex);
    }
  record->station = self->station;
  record->epoch = self->epoch;
  record->created_at = G_GINT64_CONSTANT (1790000000000000) + number_of (command, "at", 0);
  if (json_object_has_member (command, "administrators"))
    record->administrators = list_administrators (json_object_get_array_member (command, "administrators"));
  record->host = g_strdup (text_of (command, "host"));
  if (json_object_get_boolean_member_with_default (command, "desk", FALSE))
    record->desk_key = g_bytes_new (self->desk_public, 32);
  return vouch_trust_record_write (record, g_strcmp0 (text_of (command, "sign"), "stranger") == 0 ? self->stranger
                                                                                                  : self->signer);
}

static char *
make_serial (JsonObject *command)
{
  guint8 key[32];
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];

  lot_key (number_of (command, "version", 1), text_of (command, "gtin"), text_of (command, "lot"), key);
  vouch_trace_serial (key, (guint32)number_of (command, "unit", 0), serial);
  return g_strdup (serial);
}

static char *
make_lot_key (JsonObject *command)
{
  guint8 key[32];

  lot_key (number_of (command, "version", 1), text_of (command, "gtin"), text_of (command, "lot"), key);
  return vouch_hex_write (key, sizeof key);
}

static GBytes *
open_sealed (Maker *self, JsonObject *command)
{
  const char *hex = text_of (command, "sealed");
  gsize length = strlen (hex) / 2;
  g_autofree guint8 *bytes = g_malloc (length);
  g_autoptr (GBytes) sealed = NULL;
  GBytes *opened;

  g_assert_true (vouch_hex_read (hex, bytes, length));
  sealed = g_bytes_new (bytes, length);
  opened = vouch_box_open (self->desk_public, self->desk_secret, sealed, NULL);
  g_assert_nonnull (opened);
  return opened;
}

static char *
open_contact (Maker *self, JsonObject *command)
{
  g_autoptr (GBytes) opened = open_sealed (self, command);

  return g_strndup (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened));
}

/* Photographs are not text. */
static char *
open_hash (Maker *self, JsonObject *command)
{
  g_autoptr (GBytes) opened = open_sealed (self, command);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, opened);
}

static char *
change_station (Maker *self, JsonObject *command)
{
  self->station = (guint)number_of (command, "station", self->station);
  self->epoch = number_of (command, "epoch", self->epoch);
  self->seq = 0;
  memset (self->prev, 0, sizeof self->prev);
  return g_strdup ("");
}

static char *
obey (Maker *self, JsonObject *command)
{
  const char *what = text_of (command, "do");
  const char *text = text_of (command, "text");

  if (g_strcmp0 (what, "public") == 0)
    return make_public (self, command);
  if (g_strcmp0 (what, "control") == 0)
    return make_control (self, command);
  if (g_strcmp0 (what, "other") == 0)
    return publish (self, command, text_of (command, "type"), g_bytes_new (text, strlen (text)));
  if (g_strcmp0 (what, "trust") == 0)
    return make_trust (self, command);
  if (g_strcmp0 (what, "takeover") == 0)
    return make_takeover (command);
  if (g_strcmp0 (what, "serial") == 0)
    return make_serial (command);
  if (g_strcmp0 (what, "lot-key") == 0)
    return make_lot_key (command);
  if (g_strcmp0 (what, "open") == 0)
    return open_contact (self, command);
  if (g_strcmp0 (what, "open-hash") == 0)
    return open_hash (self, command);
  if (g_strcmp0 (what, "station") == 0)
    return change_station (self, command);
  return NULL;
}

int
main (int argc, char **argv)
{
  Maker self = { .station = 1, .epoch = 1 };
  guint8 bytes[32];
  char *line = NULL;
  size_t size = 0;

  g_assert_cmpint (argc, ==, 2);
  g_assert_true (vouch_hex_read (argv[1], self.lookup_key, sizeof self.lookup_key));
  seed (bytes, "signer", 1);
  self.signer = vouch_signer_new (bytes);
  seed (bytes, "stranger", 1);
  self.stranger = vouch_signer_new (bytes);
  seed (bytes, "desk", 1);
  vouch_box_key_pair (bytes, self.desk_public, self.desk_secret);
  while (getline (&line, &size, stdin) > 0)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autofree char *answer = NULL;

      g_assert_true (json_parser_load_from_data (parser, line, -1, NULL));
      answer = obey (&self, json_node_get_object (json_parser_get_root (parser)));
      g_assert_nonnull (answer);
      printf ("%s\n", answer);
      fflush (stdout);
    }
  free (line);
  vouch_signer_free (self.signer);
  vouch_signer_free (self.stranger);
  return 0;
}
