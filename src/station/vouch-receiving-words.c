/* The words of receiving; declared in vouch-words.h. */
#include <glib/gi18n-lib.h>

#include "vouch-words.h"

const char *
vouch_words_of_receipt (VouchReceiptState state)
{
  switch (state)
    {
    case VOUCH_RECEIPT_STATE_OPEN:
      return _ ("Being received");
    case VOUCH_RECEIPT_STATE_COUNTED:
      return _ ("Counted");
    case VOUCH_RECEIPT_STATE_INSPECTING:
      return _ ("Being inspected");
    case VOUCH_RECEIPT_STATE_DECIDED:
      return _ ("Decided");
    case VOUCH_RECEIPT_STATE_CLOSED:
      return _ ("Closed");
    case VOUCH_RECEIPT_STATE_CANCELLED:
      return _ ("Cancelled");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
vouch_words_of_arrival_item (VouchArrivalItem item)
{
  switch (item)
    {
    case VOUCH_ARRIVAL_ITEM_VEHICLE:
      return _ ("Vehicle");
    case VOUCH_ARRIVAL_ITEM_WAYBILL:
      return _ ("Waybill");
    case VOUCH_ARRIVAL_ITEM_PACKAGING:
      return _ ("Packaging");
    case VOUCH_ARRIVAL_ITEM_TEMPERATURE:
      return _ ("Temperature");
    case VOUCH_ARRIVAL_ITEM_PAPERS:
      return _ ("Papers");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
vouch_words_of_arrival (VouchArrivalResult result)
{
  switch (result)
    {
    case VOUCH_ARRIVAL_RESULT_PASS:
      return _ ("as it should be");
    case VOUCH_ARRIVAL_RESULT_FAIL:
      return _ ("not as it should be");
    case VOUCH_ARRIVAL_RESULT_NOT_APPLICABLE:
      return _ ("does not apply");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
vouch_words_of_fact (VouchCorrectionFact fact)
{
  switch (fact)
    {
    case VOUCH_CORRECTION_FACT_RECEIVED:
      return _ ("Received");
    case VOUCH_CORRECTION_FACT_SUPPLIER_LOT:
      return _ ("Supplier's lot");
    case VOUCH_CORRECTION_FACT_PRODUCED:
      return _ ("Produced");
    case VOUCH_CORRECTION_FACT_EXPIRY:
      return _ ("Expiry");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
vouch_words_of_correction (VouchCorrectionState state)
{
  switch (state)
    {
    case VOUCH_CORRECTION_STATE_ASKED:
      return _ ("waits for the QA lead");
    case VOUCH_CORRECTION_STATE_APPROVED:
      return _ ("approved");
    case VOUCH_CORRECTION_STATE_REFUSED:
      return _ ("refused");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
vouch_words_of_outcome (VouchCountOutcome outcome)
{
  switch (outcome)
    {
    case VOUCH_COUNT_OUTCOME_OPEN:
      return _ ("not finished");
    case VOUCH_COUNT_OUTCOME_STANDS:
      return _ ("it stands");
    case VOUCH_COUNT_OUTCOME_RECOUNT:
      return _ ("over or short, to be counted again");
    case VOUCH_COUNT_OUTCOME_AGREES:
      return _ ("it agrees with an earlier count");
    case VOUCH_COUNT_OUTCOME_DIFFERS:
      return _ ("it agrees with no other count");
    case VOUCH_COUNT_OUTCOME_SETTLED:
      return _ ("settled by the QA lead");
    default:
      g_return_val_if_reached ("");
    }
}
