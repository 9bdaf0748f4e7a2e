#include "vouch-desk-private.h"

/* So long after a scan another one is not likely to come at once. */
#define PAUSE_US ((guint64)G_USEC_PER_SEC)

/* What the desk's thread is told to do; without an act it ends. */
typedef struct
{
  VouchDeskAct act;
  gpointer data;
  GDestroyNotify free_data;
} Order;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchDesk, vouch_desk, G_TYPE_OBJECT)

static void
free_order (Order *order)
{
  if (order->free_data != NULL)
    order->free_data (order->data);
  g_free (order);
}

static gboolean
announce_cb (gpointer data)
{
  VouchDesk *self = data;

  g_mutex_lock (&self->lock);
  self->is_announced = FALSE;
  g_mutex_unlock (&self->lock);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Always from the main context's own thread: g_main_context_invoke() would emit from this one whenever no loop happens
 * to run. */
static void
announce_later (VouchDesk *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
publish_state (VouchDesk *self)
{
  VouchDeskState *state = vouch_session_dup_state (self->session);
  VouchActor *actor = vouch_session_get_actor (self->session);
  gboolean announce;

  g_mutex_lock (&self->lock);
  vouch_desk_state_unref (self->state);
  self->state = state;
  g_clear_pointer (&self->actor, vouch_actor_unref);
  self->actor = actor != NULL ? vouch_actor_ref (actor) : NULL;
  announce = !self->is_announced;
  self->is_announced = TRUE;
  g_mutex_unlock (&self->lock);
  if (announce)
    announce_later (self);
}

/* On the courier's thread: whoever shows cases reads them anew. */
static void
announce_news (gpointer data)
{
  VouchDesk *self = data;
  gboolean announce;

  g_mutex_lock (&self->lock);
  announce = !self->is_announced;
  self->is_announced = TRUE;
  g_mutex_unlock (&self->lock);
  if (announce)
    announce_later (self);
}

/* Nobody has done anything for a while: is the ground still the same? */
static void
look_around (VouchDesk *self)
{
  g_autofree char *message = NULL;
  g_autoptr (VouchDeskState) state = vouch_desk_get_state (self);

  if (vouch_condition_look (self->station, &message) != state->condition ||
      g_strcmp0 (message, state->condition_message) != 0)
    publish_state (self);
}

/* The next order. What was scanned is written down once nobody has scanned for a moment, so that no scan waits. */
static Order *
wait_for_order (VouchDesk *self)
{
  Order *order = NULL;

  if (vouch_session_has_history (self->session))
    {
      order = g_async_queue_timeout_pop (self->orders, MIN (self->look_us, PAUSE_US));
      if (order == NULL)
        vouch_session_keep_history (self->session);
    }
  return order != NULL ? order : g_async_queue_timeout_pop (self->orders, self->look_us);
}

static gpointer
work (gpointer data)
{
  VouchDesk *self = data;

  for (;;)
    {
      Order *order = wait_for_order (self);
      gboolean ends = order != NULL && order->act == NULL;

      if (order == NULL)
        {
          look_around (self);
          continue;
        }
      if (!ends)
        order->act (self, order->data);
      free_order (order);
      if (ends)
        return NULL;
      publish_state (self);
      vouch_courier_poke (self->courier);
    }
}

/**
 * vouch_desk_order:
 * @self: a desk
 * @act: (nullable): what to do; %NULL ends the desk's thread
 * @data: (transfer full): handed to @act
 * @free_data: (nullable): frees @data
 *
 * Queues an order; orders are carried out one by one, as they came, and never dropped.
 */
void
vouch_desk_order (VouchDesk *self, VouchDeskAct act, gpointer data, GDestroyNotify free_data)
{
  Order order = { act, data, free_data };

  g_return_if_fail (self->thread != NULL);

  g_async_queue_push (self->orders, g_memdup2 (&order, sizeof order));
}

static void
vouch_desk_finalize (GObject *object)
{
  VouchDesk *self = VOUCH_DESK (object);

  g_warn_if_fail (self->thread == NULL);
  g_clear_pointer (&self->state, vouch_desk_state_unref);
  g_clear_pointer (&self->actor, vouch_actor_unref);
  g_clear_pointer (&self->orders, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (vouch_desk_parent_class)->finalize (object);
}

static void
vouch_desk_class_init (VouchDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vouch_desk_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_desk_init (VouchDesk *self)
{
  self->orders = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->lock);
}

/**
 * vouch_desk_new:
 * @station: the station; outlives the desk
 * @settings: how scans are taken
 *
 * Returns: (transfer full): a running desk; end it with vouch_desk_close() before the last reference goes, for a
 *   thread cannot join itself
 */
VouchDesk *
vouch_desk_new (VouchStation *station, const VouchSessionSettings *settings)
{
  VouchDesk *self = g_object_new (VOUCH_TYPE_DESK, NULL);

  self->station = station;
  self->session = vouch_session_new (station, settings);
  self->state = vouch_session_dup_state (self->session);
  self->courier = vouch_courier_new (station, announce_news, self);
  self->key = vouch_run_key_new ();
  self->look_us = (guint64)settings->look_ms * 1000;
  self->thread = g_thread_new ("vouch-desk", work, self);
  self->reader = vouch_page_reader_new (station);
  return self;
}

/**
 * vouch_desk_close:
 * @self: a desk
 *
 * Finishes what is queued and ends the desk's threads.
 */
void
vouch_desk_close (VouchDesk *self)
{
  if (self->thread == NULL)
    return;
  vouch_desk_order (self, NULL, NULL, NULL);
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->reader, vouch_page_reader_free);
  g_clear_pointer (&self->courier, vouch_courier_free);
  g_clear_pointer (&self->session, vouch_session_free);
  g_clear_pointer (&self->key, vouch_run_key_free);
}

/**
 * vouch_desk_get_station:
 * @self: a desk
 *
 * Returns: (transfer none): the station that it stands at
 */
VouchStation *
vouch_desk_get_station (VouchDesk *self)
{
  return self->station;
}

/**
 * vouch_desk_get_state:
 * @self: a desk
 *
 * Returns: (transfer full): what the stand shows now
 */
VouchDeskState *
vouch_desk_get_state (VouchDesk *self)
{
  VouchDeskState *state;

  g_mutex_lock (&self->lock);
  state = vouch_desk_state_ref (self->state);
  g_mutex_unlock (&self->lock);
  return state;
}

/**
 * vouch_desk_get_actor:
 * @self: a desk
 *
 * Returns: (transfer full) (nullable): who is signed in
 */
VouchActor *
vouch_desk_get_actor (VouchDesk *self)
{
  VouchActor *actor;

  g_mutex_lock (&self->lock);
  actor = self->actor != NULL ? vouch_actor_ref (self->actor) : NULL;
  g_mutex_unlock (&self->lock);
  return actor;
}
