#pragma once

#include "vouch-lookup-request.h"

G_BEGIN_DECLS

/**
 * VouchLookupListenerRules:
 * @name: what a socket unit of systemd calls its socket
 * @share: of the connections and of the bytes under way one address may have one part in so many; 0 is no limit
 * @proxies: (nullable): the proxies that are believed when they say who asks
 * @is_loopback_only: whether another address than a loopback one is refused
 * @serves_host: says whether a Host header names this service
 * @takes_body: says how many bytes a POST to a target may have; 0 refuses it
 * @handle: replies to a request, or puts it to sleep
 * @refuse: replies to a request that breaks the rules of HTTP or of the listener
 * @answered: (nullable): is told the HTTP status of each answer
 * @owner: handed to the functions
 *
 * What a listener serves. The functions are called on the listener's one thread.
 */
typedef struct
{
  const char *name;
  guint share;
  const VouchLookupNetworks *proxies;
  gboolean is_loopback_only;
  gboolean (*serves_host) (const char *host, gpointer owner);
  gsize (*takes_body) (const char *target, gsize length, gpointer owner);
  void (*handle) (VouchLookupRequest *request, gpointer owner);
  void (*refuse) (VouchLookupRequest *request, guint status, gpointer owner);
  void (*answered) (guint status, gpointer owner);
  gpointer owner;
} VouchLookupListenerRules;

/**
 * VouchLookupListener:
 *
 * Listens on an address and speaks strict HTTP/1.1: short targets, no body where none belongs, no transfer codings, one
 * Host of ours, and deadlines that a client cannot stretch by sending a byte now and then.
 */
typedef struct _VouchLookupListener VouchLookupListener;

VouchLookupListener *vouch_lookup_listener_new (const char *address, const VouchLookupListenerRules *rules,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_lookup_listener_dup_url (VouchLookupListener *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_listener_drop_slow (VouchLookupListener *self);
void vouch_lookup_listener_quiesce (VouchLookupListener *self);
guint vouch_lookup_listener_get_busy (VouchLookupListener *self);
void vouch_lookup_listener_stop (VouchLookupListener *self);
void vouch_lookup_listener_free (VouchLookupListener *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupListener, vouch_lookup_listener_free)

G_END_DECLS
