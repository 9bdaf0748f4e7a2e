#include "vouch-lookup-tally.h"

#include <stdatomic.h>

#define CLASSES 6 /* of HTTP statuses: 1xx to 5xx */

struct _VouchLookupTally
{
  atomic_uint_fast64_t answers[CLASSES];
  atomic_uint_fast64_t deeds[VOUCH_LOOKUP_DEEDS];
  atomic_uint_fast64_t limited[VOUCH_LOOKUP_LIMITS];
};

static const char *const deed_names[VOUCH_LOOKUP_DEEDS] = {
  [VOUCH_LOOKUP_DEED_COUNTED] = "counted",     [VOUCH_LOOKUP_DEED_REPEATED] = "repeated",
  [VOUCH_LOOKUP_DEED_UNCOUNTED] = "uncounted", [VOUCH_LOOKUP_DEED_UNKNOWN] = "unknown",
  [VOUCH_LOOKUP_DEED_REPORTED] = "reported",
};

/**
 * vouch_lookup_tally_new:
 *
 * Makes a tally of nothing.
 *
 * Returns: (transfer full): the tally
 */
VouchLookupTally *
vouch_lookup_tally_new (void)
{
  return g_new0 (VouchLookupTally, 1);
}

/**
 * vouch_lookup_tally_free:
 * @self: (nullable): a tally
 *
 * Frees a tally.
 */
void
vouch_lookup_tally_free (VouchLookupTally *self)
{
  g_free (self);
}

static void
add_one (atomic_uint_fast64_t *number)
{
  atomic_fetch_add_explicit (number, 1, memory_order_relaxed);
}

static guint64
get (atomic_uint_fast64_t *number)
{
  return atomic_load_explicit (number, memory_order_relaxed);
}

/**
 * vouch_lookup_tally_note:
 * @self: a tally
 * @deed: what was done
 *
 * Notes something done.
 */
void
vouch_lookup_tally_note (VouchLookupTally *self, VouchLookupDeed deed)
{
  add_one (&self->deeds[deed]);
}

/**
 * vouch_lookup_tally_note_answer:
 * @self: a tally
 * @status: an answer's HTTP status
 *
 * Notes an answer.
 */
void
vouch_lookup_tally_note_answer (VouchLookupTally *self, guint status)
{
  add_one (&self->answers[MIN (status / 100, CLASSES - 1)]);
}

/**
 * vouch_lookup_tally_note_limited:
 * @self: a tally
 * @limit: whose ration was used up
 *
 * Notes that somebody asked too much.
 */
void
vouch_lookup_tally_note_limited (VouchLookupTally *self, VouchLookupLimit limit)
{
  add_one (&self->limited[limit]);
}

/**
 * vouch_lookup_tally_get:
 * @self: a tally
 * @deed: a deed
 *
 * Gets how often something was done.
 *
 * Returns: how often
 */
guint64
vouch_lookup_tally_get (VouchLookupTally *self, VouchLookupDeed deed)
{
  return get (&self->deeds[deed]);
}

/**
 * vouch_lookup_tally_get_limited:
 * @self: a tally
 * @limit: a kind of request
 *
 * Gets how often a ration was used up.
 *
 * Returns: how often
 */
guint64
vouch_lookup_tally_get_limited (VouchLookupTally *self, VouchLookupLimit limit)
{
  return get (&self->limited[limit]);
}

/**
 * vouch_lookup_tally_write:
 * @self: a tally
 *
 * Writes a tally in the text format that Prometheus reads.
 *
 * Returns: (transfer full): lines
 */
char *
vouch_lookup_tally_write (VouchLookupTally *self)
{
  GString *text = g_string_new ("# HELP vouch_lookup_answers_total Answers to customers by class of HTTP status.\n"
                                "# TYPE vouch_lookup_answers_total counter\n");

  for (guint i = 2; i < CLASSES; i++)
    g_string_append_printf (text, "vouch_lookup_answers_total{status=\"%uxx\"} %" G_GUINT64_FORMAT "\n", i,
                            get (&self->answers[i]));
  g_string_append (text, "# HELP vouch_lookup_deeds_total Queries counted or not, unknown codes, problem reports.\n"
                         "# TYPE vouch_lookup_deeds_total counter\n");
  for (guint i = 0; i < VOUCH_LOOKUP_DEEDS; i++)
    g_string_append_printf (text, "vouch_lookup_deeds_total{deed=\"%s\"} %" G_GUINT64_FORMAT "\n", deed_names[i],
                            get (&self->deeds[i]));
  g_string_append (text, "# HELP vouch_lookup_limited_total Requests beyond their address's ration.\n"
                         "# TYPE vouch_lookup_limited_total counter\n");
  for (guint i = 0; i < VOUCH_LOOKUP_LIMITS; i++)
    g_string_append_printf (text, "vouch_lookup_limited_total{limit=\"%s\"} %" G_GUINT64_FORMAT "\n",
                            vouch_lookup_limit_names[i], get (&self->limited[i]));
  return g_string_free (text, FALSE);
}
