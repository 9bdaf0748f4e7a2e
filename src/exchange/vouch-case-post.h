#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many lines come at once; who gets them all asks again. */
#define VOUCH_CASE_POST_PAGE 500

/*
 * Customers' cases at the lookup service's private listener. The calls block until they are answered or time out: call
 * them from a worker thread. Errors are as in vouch-publisher.h.
 */
GPtrArray *
vouch_case_post_fetch_cases (const char *private_url, const char *after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_case_post_fetch_photo (const char *private_url, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_case_post_fetch_events (const char *private_url, gint64 after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_case_post_fetch_counts (const char *private_url, const char *after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_case_post_fetch_unit_counts (const char *private_url, const char *lot, gint64 after,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_case_post_answer (const char *private_url, const char *id, const char *status, const char *answer,
                                 GError **error);

G_END_DECLS
