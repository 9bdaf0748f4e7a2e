#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-entry.h"
#include "vouch-lookup-http-rules.h"
#include "vouch-lookup-json.h"
#include "vouch-lookup-photo.h"
#include "vouch-lookup-private-list.h"
#include "vouch-lookup-problem.h"
#include "vouch-lookup-token.h"

#define JSON "application/json"
#define JSON_LINES "application/x-ndjson"
#define ANSWER_MAX (64 * 1024)
#define COUNTS "/counts"
#define CASES "/cases/"
#define PHOTO "/photo"

struct _VouchLookupPrivate
{
  VouchLookupPrivateSettings settings;
  VouchLookupDb *reader; /* the listener's thread */
  VouchLookupToken *token;
};

static void
reply_error (VouchLookupRequest *request, const GError *error)
{
  static const guint statuses[] = {
    [VOUCH_ERROR_INVALID] = 400,  [VOUCH_ERROR_DENIED] = 403, [VOUCH_ERROR_NOT_FOUND] = 404,
    [VOUCH_ERROR_CONFLICT] = 409, [VOUCH_ERROR_BUSY] = 503,   [VOUCH_ERROR_STORAGE] = 500,
  };
  g_autofree char *json = vouch_lookup_json_error (error);
  g_autofree char *line = g_strconcat (json, "\n", NULL);
  guint status =
      error->domain == VOUCH_ERROR && error->code < (int)G_N_ELEMENTS (statuses) ? statuses[error->code] : 500;

  vouch_lookup_request_reply_text (request, status, JSON, line);
}

static void
reply_missing (VouchLookupRequest *request)
{
  g_autoptr (GError) error =
      g_error_new_literal (VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is nothing at this address"));

  reply_error (request, error);
}

/* What somebody brought, on its way through the writer. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupPrivate *self;
  const VouchLookupEntry *entry;
  const char *body;
  gsize length;
  gint64 case_id;
  GString *answers;
  gboolean has_news; /* for who asks the public side */
} Delivery;

static gboolean
run_delivery (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Delivery *delivery = (Delivery *)job;

  g_string_truncate (delivery->answers, 0);
  vouch_lookup_db_take_news (db);
  if (!delivery->entry->take (delivery->self->settings.intake, db, delivery->body, delivery->length, delivery->answers,
                              error))
    return FALSE;
  delivery->has_news = vouch_lookup_db_take_news (db);
  return TRUE;
}

static gboolean
may_deliver (VouchLookupPrivate *self, VouchLookupRequest *request, const VouchLookupEntry *entry, GError **error)
{
  if (!entry->needs_operator || vouch_lookup_token_is_shown (self->token, request))
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                       _ ("Only the operator says whom this service trusts, with \"vouch-lookup trust FILE\""));
  return FALSE;
}

static void
take_delivery (VouchLookupPrivate *self, VouchLookupRequest *request, const VouchLookupEntry *entry)
{
  g_autoptr (GString) answers = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Delivery delivery = {
    .job = { .run = run_delivery, .is_atomic = TRUE }, .self = self, .entry = entry, .answers = answers
  };

  delivery.body = vouch_lookup_request_get_body (request, &delivery.length);
  if (!may_deliver (self, request, entry, &error) ||
      !vouch_lookup_writer_run (self->settings.writer, &delivery.job, &error))
    {
      reply_error (request, error);
      return;
    }
  if (delivery.has_news)
    vouch_lookup_public_outdate (self->settings.public);
  vouch_lookup_request_reply_text (request, 200, JSON_LINES, answers->str);
}

static gboolean
run_answer (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Delivery *delivery = (Delivery *)job;

  return vouch_lookup_case_answer (db, delivery->case_id, delivery->body, delivery->length,
                                   vouch_clock_now (delivery->self->settings.intake->clock), error);
}

static void
answer_case (VouchLookupPrivate *self, VouchLookupRequest *request, const char *id_text)
{
  g_autoptr (GError) error = NULL;
  Delivery delivery = { .job = { .run = run_answer, .is_atomic = TRUE }, .self = self };
  g_autofree char *line = NULL;

  if (!vouch_id_parse (id_text, &delivery.case_id, &error))
    {
      reply_error (request, error);
      return;
    }
  delivery.body = vouch_lookup_request_get_body (request, &delivery.length);
  if (!vouch_lookup_writer_run (self->settings.writer, &delivery.job, &error))
    {
      reply_error (request, error);
      return;
    }
  line = g_strdup_printf ("{\"id\":\"%s\",\"state\":\"stored\"}\n", id_text);
  vouch_lookup_request_reply_text (request, 200, JSON, line);
}

static void
reply_list (VouchLookupPrivate *self, VouchLookupRequest *request, const char *path, const char *query)
{
  g_autoptr (GError) error = NULL;
  gboolean is_ready = !g_str_equal (path, COUNTS) || vouch_lookup_counts_fold (self->settings.counts, &error);
  g_autofree char *lines = is_ready ? vouch_lookup_private_list (self->reader, path, query, &error) : NULL;

  if (lines == NULL)
    reply_error (request, error);
  else
    vouch_lookup_request_reply_text (request, 200, JSON_LINES, lines);
}

/* Sealed as it came: only the station's desk opens it. */
static void
reply_photo (VouchLookupPrivate *self, VouchLookupRequest *request, const char *path)
{
  g_autofree char *id_text = g_strndup (path + strlen (CASES), strlen (path) - strlen (CASES PHOTO));
  g_autoptr (GError) error = NULL;
  gint64 id;
  GBytes *sealed = vouch_id_parse (id_text, &id, &error) ? vouch_lookup_photo_load (self->reader, id, &error) : NULL;

  if (sealed == NULL)
    reply_error (request, error);
  else
    vouch_lookup_request_reply (request, 200, "application/octet-stream", sealed);
}

static void
reply_key (VouchLookupPrivate *self, VouchLookupRequest *request)
{
  g_autofree char *hex = vouch_lookup_keys_dup_public_hex (self->settings.intake->keys);
  g_autofree char *line = g_strconcat (hex, "\n", NULL);

  vouch_lookup_request_reply_text (request, 200, "text/plain; charset=utf-8", line);
}

/* For whoever reads the table next, from another process. */
static void
fold_counts (VouchLookupPrivate *self, VouchLookupRequest *request)
{
  g_autoptr (GError) error = NULL;

  if (vouch_lookup_counts_fold (self->settings.counts, &error))
    vouch_lookup_request_reply_text (request, 200, JSON_LINES, "{\"state\":\"stored\"}\n");
  else
    reply_error (request, error);
}

/* No page of any site has business here, not even one opened on this machine. */
static gboolean
is_browser (VouchLookupRequest *request)
{
  return vouch_lookup_request_get_header (request, "Origin") != NULL ||
         vouch_lookup_request_get_header (request, "Sec-Fetch-Site") != NULL;
}

static void
handle_post (VouchLookupPrivate *self, VouchLookupRequest *request, const char *path)
{
  const char *id_text = g_str_has_prefix (path, CASES) ? path + strlen (CASES) : NULL;
  VouchLookupEntryKind kind;

  if (vouch_lookup_entry_find (path, &kind) && kind == VOUCH_LOOKUP_ENTRY_COUNTS)
    fold_counts (self, request);
  else if (vouch_lookup_entry_find (path, &kind))
    take_delivery (self, request, vouch_lookup_entry_get (kind));
  else if (id_text != NULL)
    answer_case (self, request, id_text);
  else
    reply_missing (request);
}

static void
handle_cb (VouchLookupRequest *request, gpointer owner)
{
  VouchLookupPrivate *self = owner;
  gsize length;
  const char *target = vouch_lookup_request_get_target (request, &length);
  const char *query = strchr (target, '?');
  g_autofree char *path = query != NULL ? g_strndup (target, (gsize)(query - target)) : g_strdup (target);

  if (is_browser (request))
    {
      g_autoptr (GError) error =
          g_error_new_literal (VOUCH_ERROR, VOUCH_ERROR_DENIED, _ ("This address is for stations only"));

      reply_error (request, error);
    }
  else if (vouch_lookup_request_get_method (request) == VOUCH_LOOKUP_METHOD_POST)
    handle_post (self, request, path);
  else if (vouch_lookup_private_is_list (path))
    reply_list (self, request, path, query != NULL ? query + 1 : "");
  else if (strlen (path) > strlen (CASES PHOTO) && g_str_has_prefix (path, CASES) && g_str_has_suffix (path, PHOTO))
    reply_photo (self, request, path);
  else if (strcmp (path, "/key") == 0)
    reply_key (self, request);
  else
    reply_missing (request);
}

static gboolean
serves_host_cb (const char *host, gpointer owner)
{
  VouchLookupPrivate *self = owner;

  return vouch_lookup_http_rules_serve_host (host, self->settings.hosts);
}

static gsize
takes_body_cb (const char *target, gsize length, gpointer owner)
{
  VouchLookupEntryKind kind;

  return vouch_lookup_entry_find (target, &kind) ? vouch_lookup_entry_get (kind)->most : ANSWER_MAX;
}

static void
refuse_cb (VouchLookupRequest *request, guint status, gpointer owner)
{
  g_autoptr (GError) error =
      g_error_new_literal (VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The request breaks the rules of this address"));
  g_autofree char *json = vouch_lookup_json_error (error);

  vouch_lookup_request_reply_text (request, status, JSON, json);
}

/**
 * vouch_lookup_private_new:
 * @settings: what it needs
 * @error: STORAGE
 *
 * Makes the private side.
 *
 * Returns: (transfer full) (nullable): the private side
 */
VouchLookupPrivate *
vouch_lookup_private_new (const VouchLookupPrivateSettings *settings, GError **error)
{
  g_autoptr (VouchLookupPrivate) self = g_new0 (VouchLookupPrivate, 1);

  self->settings = *settings;
  self->reader = vouch_lookup_db_open_reader (settings->place, error);
  self->token = self->reader != NULL ? vouch_lookup_token_open (settings->place->data_dir, error) : NULL;
  return self->token != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * vouch_lookup_private_free:
 * @self: (nullable): the private side, whose listener is gone
 *
 * Frees it.
 */
void
vouch_lookup_private_free (VouchLookupPrivate *self)
{
  if (self == NULL)
    return;
  vouch_lookup_db_free (self->reader);
  vouch_lookup_token_free (self->token);
  g_free (self);
}

/**
 * vouch_lookup_private_listen:
 * @self: the private side
 * @address: `ADDRESS:PORT`, on the loopback or a network of stations
 * @error: INVALID or BUSY
 *
 * Opens the private listener.
 *
 * Returns: (transfer full) (nullable): the listener
 */
VouchLookupListener *
vouch_lookup_private_listen (VouchLookupPrivate *self, const char *address, GError **error)
{
  const VouchLookupListenerRules rules = { .name = "private",
                                           .serves_host = serves_host_cb,
                                           .takes_body = takes_body_cb,
                                           .handle = handle_cb,
                                           .refuse = refuse_cb,
                                           .owner = self };

  return vouch_lookup_listener_new (address, &rules, error);
}
