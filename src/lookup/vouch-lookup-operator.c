#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-operator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-accept.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-http-rules.h"
#include "vouch-lookup-operator-page.h"
#include "vouch-lookup-token.h"

#define TEXT "text/plain; charset=utf-8"
#define UNITS_MOST 20

struct _VouchLookupOperator
{
  VouchLookupOperatorSettings settings;
  VouchLookupDb *reader; /* the listener's thread */
  VouchLookupToken *token;
  VouchLookupTexts *texts[2];
  gint64 started_at;
};

static void
reply_sorry (VouchLookupRequest *request, const GError *error)
{
  g_message ("The database does not answer: %s", error->message);
  vouch_lookup_request_reply_text (request, 503, TEXT, "The database does not answer; see the log.\n");
}

static void
reply_health (VouchLookupOperator *self, VouchLookupRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  VouchLookupStanding standing;

  if (!vouch_lookup_standing_load (self->reader, vouch_clock_now (self->settings.clock), &standing, &error))
    {
      reply_sorry (request, error);
      return;
    }
  line = g_strdup_printf ("{\"state\":\"ok\",\"version\":\"" VOUCH_VERSION "\",\"lots\":%" G_GINT64_FORMAT
                          ",\"held\":%" G_GINT64_FORMAT ",\"forks\":%" G_GINT64_FORMAT ",\"refused\":%" G_GINT64_FORMAT
                          ",\"cases\":%" G_GINT64_FORMAT ",\"cases_waiting\":%" G_GINT64_FORMAT
                          ",\"cases_late\":%" G_GINT64_FORMAT "}\n",
                          standing.lots, standing.held, standing.forks, standing.refused, standing.cases,
                          standing.cases_waiting, standing.cases_late);
  vouch_lookup_request_reply_text (request, 200, "application/json", line);
}

static void
append_gauge (GString *text, const char *name, const char *help, gint64 value)
{
  g_string_append_printf (text, "# HELP %s %s\n# TYPE %s gauge\n%s %" G_GINT64_FORMAT "\n", name, help, name, name,
                          value);
}

static void
reply_metrics (VouchLookupOperator *self, VouchLookupRequest *request)
{
  g_autofree char *tally = vouch_lookup_tally_write (self->settings.tally);
  g_autoptr (GString) text = g_string_new (tally);
  g_autoptr (GError) error = NULL;
  VouchLookupStanding standing;

  if (!vouch_lookup_standing_load (self->reader, vouch_clock_now (self->settings.clock), &standing, &error))
    {
      reply_sorry (request, error);
      return;
    }
  append_gauge (text, "vouch_lookup_lots", "Lots published.", standing.lots);
  append_gauge (text, "vouch_lookup_held", "Publications that wait for a gap to be closed.", standing.held);
  append_gauge (text, "vouch_lookup_forks", "Publications that contradict what is known.", standing.forks);
  append_gauge (text, "vouch_lookup_epochs_refused", "Publications of closed epochs, and take-overs, refused.",
                standing.refused);
  append_gauge (text, "vouch_lookup_cases", "Problems reported.", standing.cases);
  append_gauge (text, "vouch_lookup_cases_waiting", "Cases without an answer.", standing.cases_waiting);
  append_gauge (text, "vouch_lookup_cases_late", "Cases past the time promised.", standing.cases_late);
  vouch_lookup_request_reply_text (request, 200, "text/plain; version=0.0.4; charset=utf-8", text->str);
}

static gboolean
load_facts (VouchLookupOperator *self, VouchLookupOperatorFacts *facts, GError **error)
{
  gint64 now_us = vouch_clock_now (self->settings.clock);

  *facts = (VouchLookupOperatorFacts){ .rates = self->settings.rates,
                                       .tally = self->settings.tally,
                                       .started_at = self->started_at,
                                       .utc_offset_s = vouch_clock_offset (self->settings.clock, now_us) };
  return vouch_lookup_counts_fold (self->settings.counts, error) &&
         vouch_lookup_standing_load (self->reader, now_us, &facts->standing, error) &&
         (facts->chains = vouch_lookup_standing_list_chains (self->reader, error)) != NULL &&
         (facts->units = vouch_lookup_standing_list_units (self->reader, UNITS_MOST, error)) != NULL;
}

static void
reply_page (VouchLookupOperator *self, VouchLookupRequest *request)
{
  VouchLookupLanguage language =
      vouch_lookup_language_accepted (vouch_lookup_request_get_header (request, "Accept-Language"));
  g_autoptr (GError) error = NULL;
  VouchLookupOperatorFacts facts;

  if (load_facts (self, &facts, &error))
    {
      vouch_lookup_request_add_header (request, "Content-Security-Policy", vouch_lookup_operator_page_get_policy ());
      vouch_lookup_request_reply (request, 200, "text/html; charset=utf-8",
                                  vouch_lookup_operator_page (self->texts[language], &facts));
    }
  else
    reply_sorry (request, error);
  g_clear_pointer (&facts.chains, g_array_unref);
  g_clear_pointer (&facts.units, g_array_unref);
}

static void
ask_for_token (VouchLookupRequest *request)
{
  vouch_lookup_request_add_header (request, "WWW-Authenticate", "Basic realm=\"Vouch lookup\", charset=\"UTF-8\"");
  vouch_lookup_request_reply_text (request, 401, TEXT,
                                   "The password is the token in the file operator-token of the service's folder.\n");
}

static void
handle_cb (VouchLookupRequest *request, gpointer owner)
{
  VouchLookupOperator *self = owner;
  gsize length;
  const char *target = vouch_lookup_request_get_target (request, &length);

  vouch_lookup_request_add_header (request, "Cache-Control", "no-store");
  vouch_lookup_request_add_header (request, "X-Content-Type-Options", "nosniff");
  if (strcmp (target, "/health") == 0)
    reply_health (self, request);
  else if (strcmp (target, "/metrics") == 0)
    reply_metrics (self, request);
  else if (strcmp (target, "/") != 0)
    vouch_lookup_request_reply_text (request, 404, TEXT, "There is /, /health and /metrics.\n");
  else if (vouch_lookup_token_is_shown (self->token, request))
    reply_page (self, request);
  else
    ask_for_token (request);
}

/* Whoever gets here by another name was led here by somebody's page. */
static gboolean
serves_host_cb (const char *host, gpointer owner)
{
  return vouch_lookup_http_rules_serve_host (host, NULL);
}

static gsize
takes_body_cb (const char *target, gsize length, gpointer owner)
{
  return 0;
}

static void
refuse_cb (VouchLookupRequest *request, guint status, gpointer owner)
{
  vouch_lookup_request_reply_text (request, status, TEXT, "This is asked by GET, on this machine.\n");
}

/**
 * vouch_lookup_operator_new:
 * @settings: what it needs
 * @error: STORAGE
 *
 * Makes the operator's side.
 *
 * Returns: (transfer full) (nullable): the operator's side
 */
VouchLookupOperator *
vouch_lookup_operator_new (const VouchLookupOperatorSettings *settings, GError **error)
{
  g_autoptr (VouchLookupOperator) self = g_new0 (VouchLookupOperator, 1);

  self->settings = *settings;
  self->started_at = vouch_clock_now (settings->clock);
  self->reader = vouch_lookup_db_open_reader (settings->place, error);
  self->token = self->reader != NULL ? vouch_lookup_token_open (settings->place->data_dir, error) : NULL;
  if (self->token == NULL)
    return NULL;
  for (int i = VOUCH_LOOKUP_ENGLISH; i <= VOUCH_LOOKUP_CHINESE; i++)
    if ((self->texts[i] = vouch_lookup_texts_load ((VouchLookupLanguage)i, error)) == NULL)
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_operator_free:
 * @self: (nullable): the operator's side, whose listener is gone
 *
 * Frees it.
 */
void
vouch_lookup_operator_free (VouchLookupOperator *self)
{
  if (self == NULL)
    return;
  vouch_lookup_texts_free (self->texts[VOUCH_LOOKUP_ENGLISH]);
  vouch_lookup_texts_free (self->texts[VOUCH_LOOKUP_CHINESE]);
  vouch_lookup_token_free (self->token);
  vouch_lookup_db_free (self->reader);
  g_free (self);
}

/**
 * vouch_lookup_operator_listen:
 * @self: the operator's side
 * @address: `ADDRESS:PORT` of this machine's own loopback
 * @error: INVALID or BUSY
 *
 * Opens the operator's listener.
 *
 * Returns: (transfer full) (nullable): the listener
 */
VouchLookupListener *
vouch_lookup_operator_listen (VouchLookupOperator *self, const char *address, GError **error)
{
  const VouchLookupListenerRules rules = { .name = "operator",
                                           .is_loopback_only = TRUE,
                                           .serves_host = serves_host_cb,
                                           .takes_body = takes_body_cb,
                                           .handle = handle_cb,
                                           .refuse = refuse_cb,
                                           .owner = self };

  return vouch_lookup_listener_new (address, &rules, error);
}
