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
