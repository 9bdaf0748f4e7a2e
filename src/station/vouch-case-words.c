/* Customers' cases in words; declared in vouch-words.h. */
#include <glib/gi18n-lib.h>

#include "vouch-words.h"

const char *
vouch_words_of_ticket (VouchTicketState state)
{
  switch (state)
    {
    case VOUCH_TICKET_STATE_RECEIVED:
      return _ ("Case received");
    case VOUCH_TICKET_STATE_REVIEW:
      return _ ("In review");
    case VOUCH_TICKET_STATE_PROCESSING:
      return _ ("In progress");
    case VOUCH_TICKET_STATE_RESOLVED:
      return _ ("Resolved");
    case VOUCH_TICKET_STATE_CONFIRMED:
      return _ ("Effect confirmed");
    case VOUCH_TICKET_STATE_CLOSED:
      return _ ("Closed");
    case VOUCH_TICKET_STATE_ARCHIVED:
      return _ ("Archived");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vouch_words_of_suspicion:
 * @reason: why something is suspicious
 *
 * Returns: (transfer none): the same in words
 */
const char *
vouch_words_of_suspicion (VouchSuspicionReason reason)
{
  switch (reason)
    {
    case VOUCH_SUSPICION_REASON_MANY_QUERIES:
      return _ ("Possibly copied: looked up very often");
    case VOUCH_SUSPICION_REASON_VOID_UNIT:
      return _ ("A withdrawn label was looked up");
    case VOUCH_SUSPICION_REASON_ON_HOLD:
      return _ ("Goods on hold are in a customer's hands");
    case VOUCH_SUSPICION_REASON_RECALLED:
      return _ ("Recalled goods are in a customer's hands");
    case VOUCH_SUSPICION_REASON_REPORTED_FAKE:
      return _ ("A customer reports a fake");
    case VOUCH_SUSPICION_REASON_REPORTED_UNSAFE:
      return _ ("A customer reports unsafe goods");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vouch_words_of_problem:
 * @problem: what a customer chose in the lookup service's form, by its name there
 *
 * Returns: (transfer none): the same in words; a newer service's name as it is
 */
const char *
vouch_words_of_problem (const char *problem)
{
  static const struct
  {
    const char *code;
    const char *name;
  } problems[] = {
    { "quality", N_ ("Quality or taste") },   { "damaged", N_ ("Damaged on arrival") },
    { "wrong", N_ ("Not what was ordered") }, { "fake", N_ ("Doubted to be genuine") },
    { "safety", N_ ("Illness or injury") },   { "other", N_ ("Something else") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    if (g_str_equal (problem, problems[i].code))
      return _ (problems[i].name);
  return problem;
}

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY (24 * HOUR)

/* From two days on nobody counts in hours. */
static gboolean
is_in_days (gint64 span, int *n)
{
  *n = (int)(span >= 2 * DAY ? span / DAY : span / HOUR);
  return span >= 2 * DAY;
}

/**
 * vouch_words_dup_age:
 * @since: when something came
 * @now: the time
 *
 * Returns: (transfer full): how long ago that was
 */
char *
vouch_words_dup_age (gint64 since, gint64 now)
{
  int n;

  if (is_in_days (MAX (now - since, 0), &n))
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong)n), n);
  return n > 0 ? g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", (gulong)n), n)
               : g_strdup (_ ("less than an hour ago"));
}

/**
 * vouch_words_dup_promise:
 * @due_at: when an answer was promised
 * @now: the time
 *
 * Returns: (transfer full): how much time is left, or how long it has been over
 */
char *
vouch_words_dup_promise (gint64 due_at, gint64 now)
{
  int n;

  if (is_in_days (ABS (due_at - now), &n))
    return due_at < now ? g_strdup_printf (ngettext ("overdue by %d day", "overdue by %d days", (gulong)n), n)
                        : g_strdup_printf (ngettext ("due in %d day", "due in %d days", (gulong)n), n);
  if (n == 0)
    return g_strdup (due_at < now ? _ ("overdue") : _ ("due within the hour"));
  return due_at < now ? g_strdup_printf (ngettext ("overdue by %d hour", "overdue by %d hours", (gulong)n), n)
                      : g_strdup_printf (ngettext ("due in %d hour", "due in %d hours", (gulong)n), n);
}
