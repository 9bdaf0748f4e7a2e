#include "vouch-sampling-event.h"

#include <glib/gi18n-lib.h>

/**
 * vouch_sampling_event_get_reason:
 * @event: an event
 *
 * Returns: (transfer none) (nullable): a translated sentence that says what changed and why; %NULL if nothing did
 */
const char *
vouch_sampling_event_get_reason (VouchSamplingEvent event)
{
  switch (event)
    {
    case VOUCH_SAMPLING_EVENT_NONE:
      return NULL;
    case VOUCH_SAMPLING_EVENT_TIGHTENED:
      return _ ("Tightened inspection begins: two of the last five or fewer lots were not accepted.");
    case VOUCH_SAMPLING_EVENT_NORMAL_AFTER_TIGHTENED:
      return _ ("Normal inspection begins again: five lots in a row were accepted on tightened inspection.");
    case VOUCH_SAMPLING_EVENT_DISCONTINUED:
      return _ ("Inspection is discontinued: five lots were not accepted on tightened inspection. The supplier has to "
                "improve before it is resumed.");
    case VOUCH_SAMPLING_EVENT_RESUMED:
      return _ ("Inspection is resumed, and is tightened.");
    case VOUCH_SAMPLING_EVENT_REDUCED_BY_SCORE:
      return _ ("Reduced inspection begins: the switching score has reached 30, production is steady, and the "
                "responsible authority agrees.");
    case VOUCH_SAMPLING_EVENT_REDUCED_BY_TEN_LOTS:
      return _ ("Reduced inspection begins: the last ten lots were accepted, production is steady, and the responsible "
                "authority agrees.");
    case VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED:
      return _ ("Normal inspection begins again: a lot was not accepted on reduced inspection.");
    case VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP:
      return _ ("Normal inspection begins again: the lot is accepted, but between the acceptance and the rejection "
                "number.");
    case VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR:
      return _ ("Normal inspection begins again: production is irregular or delayed.");
    case VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY:
      return _ ("Normal inspection begins again: the responsible authority has ended reduced inspection.");
    }
  g_return_val_if_reached (NULL);
}
