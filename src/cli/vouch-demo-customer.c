/* The demonstration's customers: they ask about a code, and one complains. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-case-fetch.h"
#include "vouch-demo-http.h"
#include "vouch-demo-private.h"
#include "vouch-hex.h"
#include "vouch-publish-work.h"
#include "vouch-publisher.h"
#include "vouch-ticket-store.h"
#include "vouch-user-work.h"

#define ADMINISTRATOR "VB1001"
#define ADMINISTRATOR_PIN "481516"
#define UNKNOWN_SERIAL "0000000000000000"
#define KEY_SIZE 32

static gboolean
enrol (VouchDemo *self, GError **error)
{
  const char *url = vouch_demo_service_get_private_url (self->service);
  g_autoptr (VouchActor) actor = vouch_sign_in (self->station, ADMINISTRATOR, ADMINISTRATOR_PIN, NULL, error);
  VouchEnrolRequest request = { .private_url = (char *)url };
  g_autoptr (VouchDone) done = NULL;
  g_autofree char *hex = NULL;
  guint8 key[KEY_SIZE];

  if (actor == NULL || !vouch_publisher_fetch_key (url, NULL, key, error))
    return FALSE;
  hex = vouch_hex_write (key, sizeof key);
  request.public_key = hex;
  done = vouch_use_case_run (&vouch_publish_enrol, self->station, actor, NULL, &request, error);
  return done != NULL;
}

static gboolean
make_trust (VouchDemo *self, GError **error)
{
  g_autofree char *line = vouch_publish_dup_trust (self->station);
  g_autofree char *path = g_build_filename (self->directory, "station.trust", NULL);

  return (g_file_set_contents (path, line, -1, NULL) || vouch_demo_fail (error, _ ("%s cannot be written"), path)) &&
         vouch_demo_service_trust (self->service, path, error);
}

/* The service is started, and both sides are made known to each other. */
gboolean
vouch_demo_start_service (VouchDemo *self, GError **error)
{
  g_autofree char *data = g_build_filename (self->directory, "lookup", NULL);

  self->service = vouch_demo_service_start (data, error);
  return self->service != NULL && make_trust (self, error) && enrol (self, error);
}

/* What waits is published. */
gboolean
vouch_demo_publish (VouchDemo *self, GError **error)
{
  gint64 n_sent;

  if (!vouch_publish_push (self->station, &n_sent, error))
    return FALSE;
  vouch_demo_say (
      self, "publish",
      ngettext ("%u signed publication sent to http://%s", "%u signed publications sent to http://%s", (gulong)n_sent),
      (guint)n_sent, vouch_demo_service_get_address (self->service));
  return TRUE;
}

static gboolean
ask_path (VouchDemo *self, const char *path, const char *language, const char *agent, int status, const char *wanted,
          GError **error)
{
  g_autoptr (VouchDemoPage) page =
      vouch_demo_page_get (vouch_demo_service_get_address (self->service), path, language, agent, error);

  if (page == NULL)
    return FALSE;
  if (page->status != status || strstr (page->body, wanted) == NULL)
    return vouch_demo_fail (error, _ ("%s answers with status %d and without “%s”"), path, page->status, wanted);
  return TRUE;
}

/* Phones ask for the path only: the example's host name is nobody's. */
static char *
dup_path (const char *address)
{
  const char *host = strstr (address, "://");
  const char *path = host != NULL ? strchr (host + 3, '/') : NULL;

  return g_strdup (path);
}

/* A phone asks for the address on a label; the page has to say what it should. */
gboolean
vouch_demo_ask_page (VouchDemo *self, const char *address, const char *language, const char *agent, int status,
                     const char *wanted, GError **error)
{
  g_autofree char *path = dup_path (address);

  return ask_path (self, path, language, agent, status, wanted, error);
}

gboolean
vouch_demo_ask (VouchDemo *self, GError **error)
{
  const VouchDemoLot *lot = &self->lot;
  g_autofree char *lot_page = g_strdup_printf ("/t/%s", lot->number);
  g_autofree char *unknown = g_strdup_printf ("/t/%s/%s", lot->number, UNKNOWN_SERIAL);
  g_autofree char *lot_title = g_strdup_printf ("<h1>Lot %s</h1>", lot->number);

  if (!vouch_demo_ask_page (self, lot->first, "en", "first phone", 200, "<h1>Genuine</h1>", error) ||
      !vouch_demo_ask_page (self, lot->first, "en", "second phone", 200, "<h1>Genuine, query no. 2</h1>", error) ||
      !vouch_demo_ask_page (self, lot->last, "zh-CN", "third phone", 200, "<h1>正品</h1>", error) ||
      !ask_path (self, unknown, "en", "first phone", 404, "<h1>Unknown code</h1>", error) ||
      !ask_path (self, lot_page, "en", "first phone", 200, lot_title, error))
    return FALSE;
  self->customer_page = dup_path (lot->first);
  vouch_demo_say (self, "ask",
                  _ ("Customers asked: genuine, genuine again (query no. 2), in Chinese, unknown code, lot"));
  return TRUE;
}

/* The case number that the customer is told. */
static char *
find_number (const VouchDemoPage *page)
{
  const char *number = page->status == 201 ? strstr (page->body, "C-") : NULL;

  return number != NULL && strlen (number) >= 15 ? g_strndup (number, 15) : NULL;
}

static char *
complain (VouchDemo *self, GError **error)
{
  const char *address = vouch_demo_service_get_address (self->service);
  g_autoptr (VouchDemoPage) page = vouch_demo_page_get (address, self->customer_page, "en", "first phone", error);
  g_autofree char *hidden = page != NULL ? vouch_demo_page_dup_form (page) : NULL;
  g_autofree char *form = g_strconcat (hidden != NULL ? hidden : "",
                                       "&website=&kind=quality&text=It%20tastes%20of%20soap."
                                       "&contact=li%40example.cn&consent=yes",
                                       NULL);
  g_autoptr (VouchDemoPage) answer = page != NULL ? vouch_demo_page_post (address, "/report", form, error) : NULL;
  char *number = answer != NULL ? find_number (answer) : NULL;

  if (answer != NULL && number == NULL)
    vouch_demo_fail (error, _ ("The complaint got status %d and no case number"), answer->status);
  return number;
}

static gpointer
read_ticket (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_ticket_store_find_by_number (conn, data, error);
}

/* The case has to lead to the very inspection that passed the goods. */
static gboolean
check_case (VouchDemo *self, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchTicket) ticket = vouch_station_read (self->station, read_ticket, (gpointer)number, &local);

  if (ticket == NULL || ticket->lot_id != self->lot.id || !ticket->has_unit || ticket->inspection_id == 0)
    return vouch_demo_fail (error, _ ("Case %s is not linked to its inspection"), number);
  return TRUE;
}

/* The service desk scans the code that the customer sent. */
static gboolean
open_case (VouchDemo *self, const char *number, GError **error)
{
  g_autoptr (VouchDeskState) state = NULL;

  if (!vouch_demo_expect (self, VOUCH_STAGE_HOME, error) || !vouch_demo_scan_unit (self, self->lot.id, 1, NULL, error))
    return FALSE;
  state = vouch_session_dup_state (self->session);
  if (state->lot_id != self->lot.id || state->history->len == 0)
    return vouch_demo_fail (error, _ ("The customer's code does not open the inspection: %s"), state->detail);
  vouch_demo_say (self, "complain", _ ("Case %s fetched; the customer's code opens the inspection of lot %s"), number,
                  state->lot);
  return TRUE;
}

gboolean
vouch_demo_complain (VouchDemo *self, GError **error)
{
  g_autofree char *number = complain (self, error);
  VouchCaseTaken taken = { 0 };

  if (number == NULL || !vouch_case_fetch (self->station, &taken, error) || !check_case (self, number, error) ||
      !open_case (self, number, error))
    return FALSE;
  /* The next delivery is work of its own. */
  vouch_session_command (self->session, VOUCH_COMMAND_HOME, 0);
  return vouch_demo_expect (self, VOUCH_STAGE_HOME, error);
}
