#pragma once

#include "vouch-lookup-html.h"
#include "vouch-lookup-policy.h"
#include "vouch-lookup-texts.h"

G_BEGIN_DECLS

/**
 * VouchLookupLook:
 *
 * How the band on top of a page looks. Its words say the same: colour and drawing are never alone.
 */
typedef enum
{
  VOUCH_LOOKUP_LOOK_GOOD,
  VOUCH_LOOKUP_LOOK_AGAIN,
  VOUCH_LOOKUP_LOOK_LOT,
  VOUCH_LOOKUP_LOOK_WARNING,
  VOUCH_LOOKUP_LOOK_DANGER,
  VOUCH_LOOKUP_LOOK_UNKNOWN,
  VOUCH_LOOKUP_LOOK_STOPPED,
} VouchLookupLook;

/**
 * VouchLookupFrame:
 * @texts: what the page says, in its language
 * @language_is_chosen: whether the customer chose the language, so that links have to carry it
 * @utc_offset_s: the offset with which times are shown
 * @takes_contact: whether a problem report may ask for a contact
 * @root: (nullable): the way back to the top from a page in a static export, like "../../"; %NULL in the service
 * @today: the date where the service runs
 * @policy: what the station promises its customers
 *
 * What every page needs.
 */
typedef struct
{
  const VouchLookupTexts *texts;
  gboolean language_is_chosen;
  int utc_offset_s;
  gboolean takes_contact;
  const char *root;
  VouchDate today;
  const VouchLookupPolicy *policy;
} VouchLookupFrame;

void vouch_lookup_page_write_desk (VouchHtml *html, const VouchLookupFrame *frame);
const char *vouch_lookup_page_get_style (const char *name);
char *vouch_lookup_page_hash_style (const char *name) G_GNUC_WARN_UNUSED_RESULT;

VouchHtml *vouch_lookup_page_begin (const VouchLookupFrame *frame, const char *title) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_page_end (const VouchLookupFrame *frame, VouchHtml *html) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_page_open_band (VouchHtml *html, VouchLookupLook look, const char *title);
void vouch_lookup_page_close_band (VouchHtml *html);
const char *vouch_lookup_page_file (VouchLookupLanguage language);
char *vouch_lookup_page_link (const VouchLookupFrame *frame, const char *format, ...)
    G_GNUC_PRINTF (2, 3) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_page_notice (const VouchLookupFrame *frame, VouchLookupLook look,
                                  const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
