#include <glib/gi18n-lib.h>

#include "vouch-delivery-store.h"
#include "vouch-list.h"
#include "vouch-receive-work.h"
#include "vouch-run-case.h"

static char *
say_delivery (gconstpointer data)
{
  const VouchDelivery *delivery = data;

  return g_strdup_printf (delivery->urgent ? _ ("%s  urgent") : "%s", delivery->number);
}

static gpointer
read_deliveries (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_delivery_store_list_open (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_delivery_type, read_deliveries, NULL, say_delivery);
}

const VouchVerb vouch_verbs_of_delivery[] = {
  { .noun = "delivery", .verb = "list", .help = N_ ("lists the deliveries that are expected or open"), .run = list },
  {
      .noun = "delivery",
      .verb = "open",
      .arguments = "--number NUMBER",
      .help = N_ ("opens a delivery that has arrived"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_open,
  },
  {
      .noun = "delivery",
      .verb = "new",
      .arguments = "--number NUMBER --supplier CODE",
      .help = N_ ("opens a delivery that nobody announced"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_new_delivery,
  },
  { NULL },
};
