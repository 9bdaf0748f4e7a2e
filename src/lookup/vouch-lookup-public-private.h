#pragma once

#include "vouch-hash.h"
#include "vouch-lookup-accept.h"
#include "vouch-lookup-agents.h"
#include "vouch-lookup-code-page.h"
#include "vouch-lookup-count.h"
#include "vouch-lookup-form-page.h"
#include "vouch-lookup-lots.h"
#include "vouch-lookup-policy.h"
#include "vouch-lookup-product-page.h"
#include "vouch-lookup-public.h"
#include "vouch-lookup-visitors.h"

G_BEGIN_DECLS

/* Shared by the files of the public side: vouch-lookup-public.c (routes), -public-reply.c (replies),
 * -public-product.c (products), -public-machine.c (what programs are told), -public-unit.c (queries that count) and
 * -public-report.c (problem reports). */
#define VOUCH_LOOKUP_NEVER_STORED "private, no-store"

struct _VouchLookupPublic
{
  VouchLookupPublicSettings settings;
  VouchLookupDb *reader;         /* the listener's thread */
  VouchLookupLots *lots;         /* the listener's thread */
  VouchLookupPolicies *policies; /* the listener's thread */
  VouchLookupLimiter *limiter;   /* the listener's thread */
  VouchLookupVisitors *visitors; /* the writer's thread */
  VouchLookupAgents *agents;
  VouchLookupTexts *texts[2];
  guint8 salt[VOUCH_SHORT_HASH_KEY_SIZE]; /* of what is remembered of visitors */
  char *policy;
  guint8 desk_key[32];
  gboolean has_desk_key;
  char **trusted_hosts;
  int trust_changed; /* grows with every announcement, from any thread */
  int trust_read;    /* the value of it that the hosts and the desk's key are at least as new as */
  VouchLookupMoulds *unknown_moulds;
  gint64 minute; /* since 1970, for which the two below are true */
  VouchDate today;
  int utc_offset_s;
};

/**
 * VouchLookupAsked:
 * @self: the public side
 * @request: the request
 * @route: what it asks for
 *
 * A request and what it was understood as.
 */
typedef struct
{
  VouchLookupPublic *self;
  VouchLookupRequest *request;
  VouchLookupRoute route;
} VouchLookupAsked;

/* vouch-lookup-public-reply.c */
void vouch_lookup_public_refresh_trust (VouchLookupPublic *self);
const guint8 *vouch_lookup_public_get_desk_key (VouchLookupPublic *self);
VouchDate vouch_lookup_public_get_today (VouchLookupPublic *self);
VouchLookupFrame vouch_lookup_public_frame (const VouchLookupAsked *asked);
VouchLookupFrame vouch_lookup_public_frame_of (const VouchLookupAsked *asked, const VouchLookupLot *lot);
gboolean vouch_lookup_public_take (const VouchLookupAsked *asked, VouchLookupLimit limit);
void vouch_lookup_public_add_headers (const VouchLookupAsked *asked, const char *cache);
void vouch_lookup_public_reply_page (const VouchLookupAsked *asked, guint status, const char *cache, GBytes *page);
void vouch_lookup_public_reply_in (const VouchLookupAsked *asked, VouchLookupFormat format, guint status,
                                   const char *cache, GBytes *body);
void vouch_lookup_public_reply_fresh (const VouchLookupAsked *asked, VouchLookupState state, VouchLookupFormat format,
                                      GBytes *body);
void
vouch_lookup_public_reply_notice (const VouchLookupAsked *asked, guint status, VouchLookupLook look, const char *key);
guint64
vouch_lookup_public_mould_key (const VouchLookupFrame *frame, VouchLookupState state, VouchLookupSubject subject);
void vouch_lookup_public_reply_busy (const VouchLookupAsked *asked);
void vouch_lookup_public_reply_sorry (const VouchLookupAsked *asked);
void vouch_lookup_public_reply_unknown (const VouchLookupAsked *asked);
void vouch_lookup_public_reply_malformed (const VouchLookupAsked *asked);

/* vouch-lookup-public-machine.c */
VouchLookupFormat vouch_lookup_public_format (const VouchLookupAsked *asked);
void vouch_lookup_public_reply_data (const VouchLookupAsked *asked, const VouchLookupAnswer *answer,
                                     const VouchLookupCount *count);
gboolean vouch_lookup_public_reply_unknown_data (const VouchLookupAsked *asked);
void vouch_lookup_public_reply_link (const VouchLookupAsked *asked, const VouchLookupAnswer *answer);
void vouch_lookup_public_reply_recall (const VouchLookupAsked *asked, const VouchLookupAnswer *answer);
void vouch_lookup_public_reply_record (const VouchLookupAsked *asked, const VouchLookupAnswer *answer);
void vouch_lookup_public_reply_product_data (const VouchLookupAsked *asked, const VouchLookupProduct *product);
void vouch_lookup_public_reply_resolver (const VouchLookupAsked *asked);

/* vouch-lookup-public-product.c */
void vouch_lookup_public_answer_product (const VouchLookupAsked *asked);

/* vouch-lookup-public-unit.c */
void vouch_lookup_public_answer_code (const VouchLookupAsked *asked);

/* vouch-lookup-public-document.c */
void vouch_lookup_public_answer_document (const VouchLookupAsked *asked);

/* vouch-lookup-public-form.c */
VouchLookupForm *vouch_lookup_public_read_form (VouchLookupAsked *asked) G_GNUC_WARN_UNUSED_RESULT;

/* vouch-lookup-public-case.c */
void vouch_lookup_public_answer_case (const VouchLookupAsked *asked);
void vouch_lookup_public_take_satisfaction (const VouchLookupAsked *asked);

/* vouch-lookup-public-report.c */
void vouch_lookup_public_take_report (const VouchLookupAsked *asked);

G_END_DECLS
