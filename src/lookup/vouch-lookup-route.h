#pragma once

#include "vouch-lookup-link-type.h"

G_BEGIN_DECLS

#define VOUCH_LOOKUP_TARGET_MAX 512
#define VOUCH_LOOKUP_LOT_MAX 20

/**
 * VouchLookupRouteKind:
 * @VOUCH_LOOKUP_ROUTE_MALFORMED: nothing this service has ever given out
 * @VOUCH_LOOKUP_ROUTE_HOME: `/`, the form for a lot and a serial
 * @VOUCH_LOOKUP_ROUTE_FIND: `/find?lot=&serial=`, what that form asks
 * @VOUCH_LOOKUP_ROUTE_UNIT: one unit's page, counted
 * @VOUCH_LOOKUP_ROUTE_LOT: a lot's page, never counted
 * @VOUCH_LOOKUP_ROUTE_PRODUCT: a product's page, never counted
 * @VOUCH_LOOKUP_ROUTE_RECALL: `/t/LOT/recall.json`, whether a lot is recalled, for programs
 * @VOUCH_LOOKUP_ROUTE_RECORD: `/t/LOT/record.json`, a lot's public record as its station signed it
 * @VOUCH_LOOKUP_ROUTE_DOCUMENT: `/t/LOT/SHA256.pdf`, a document that the lot's public record names
 * @VOUCH_LOOKUP_ROUTE_RESOLVER: `/.well-known/gs1resolver`, what this service resolves
 * @VOUCH_LOOKUP_ROUTE_REPORT: `/report`, the problem report
 * @VOUCH_LOOKUP_ROUTE_CASE_FORM: `/case`, where number and secret are typed
 * @VOUCH_LOOKUP_ROUTE_CASE: `/case/NUMBER/SECRET`, a case's status
 * @VOUCH_LOOKUP_ROUTE_ROBOTS: `/robots.txt`
 * @VOUCH_LOOKUP_ROUTE_ICON: `/favicon.ico`, which browsers ask for unasked
 */
typedef enum
{
  VOUCH_LOOKUP_ROUTE_MALFORMED,
  VOUCH_LOOKUP_ROUTE_HOME,
  VOUCH_LOOKUP_ROUTE_FIND,
  VOUCH_LOOKUP_ROUTE_UNIT,
  VOUCH_LOOKUP_ROUTE_LOT,
  VOUCH_LOOKUP_ROUTE_PRODUCT,
  VOUCH_LOOKUP_ROUTE_RECALL,
  VOUCH_LOOKUP_ROUTE_RECORD,
  VOUCH_LOOKUP_ROUTE_DOCUMENT,
  VOUCH_LOOKUP_ROUTE_RESOLVER,
  VOUCH_LOOKUP_ROUTE_REPORT,
  VOUCH_LOOKUP_ROUTE_CASE_FORM,
  VOUCH_LOOKUP_ROUTE_CASE,
  VOUCH_LOOKUP_ROUTE_ROBOTS,
  VOUCH_LOOKUP_ROUTE_ICON,
} VouchLookupRouteKind;

/**
 * VouchLookupLanguage:
 *
 * The languages of the pages.
 */
typedef enum
{
  VOUCH_LOOKUP_ENGLISH,
  VOUCH_LOOKUP_CHINESE,
} VouchLookupLanguage;

/**
 * VouchLookupRoute:
 * @kind: which page is asked for; with @VOUCH_LOOKUP_ROUTE_MALFORMED only a language may be set
 * @gtin: 14 digits, or empty where the address has none
 * @lot: the lot number in capitals, or empty
 * @serial: 16 characters, folded, or empty
 * @number: of a case, folded: 13 characters, or empty
 * @secret: of a case, folded: 16 characters, or empty
 * @sha256: of the document asked for
 * @link_type: what `linkType=` asks for
 * @language_is_chosen: whether `lang=` was given
 * @language: the language chosen
 *
 * A request's target, read. It has a fixed size and owns nothing.
 */
typedef struct
{
  VouchLookupRouteKind kind;
  char gtin[15];
  char lot[VOUCH_LOOKUP_LOT_MAX + 1];
  char serial[17];
  char number[14];
  char secret[17];
  guint8 sha256[32];
  VouchLookupLinkType link_type;
  gboolean language_is_chosen;
  VouchLookupLanguage language;
} VouchLookupRoute;

void vouch_lookup_route_parse (const char *target, gsize length, VouchLookupRoute *route);
char *vouch_lookup_route_dup_path (const VouchLookupRoute *route) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_lot_fold (const char *text, gsize length, char lot[VOUCH_LOOKUP_LOT_MAX + 1]);
gboolean vouch_lookup_code_fold (const char *text, gsize length, gsize digits, char *code);
const char *vouch_lookup_language_name (VouchLookupLanguage language);

G_END_DECLS
