#include "vouch-scan-catcher.h"

#include "vouch-held-keys.h"
#include "vouch-touched-entry.h"

#define ATTACHED "vouch-scan-catcher"
/* While a scanner is checked nobody types, and a slow one is to be recognised. */
#define LEARNING_GAP_MS 250
/* So long after the gap the next key of a scan must have been handled. */
#define HELD_ROOM_MS 20

struct _VouchScanCatcher
{
  GObject parent_instance;
  VouchWedge *wedge;
  VouchWedgeSettings settings;
  VouchScannerProfile *profile; /* nullable: nobody has checked the scanner */
  gboolean is_learning;
  guint gap_ms; /* as all of this together has it */
  VouchClock *clock;
  gulong hook_id;
  guint tick_id;

  /* The last key, so that one event that passes two windows counts once. */
  GdkEvent *event;
  gboolean was_swallowed;
  guint32 event_ms;   /* on the display's clock */
  gint64 event_at_us; /* the same moment on the monotonic clock */

  VouchHeldKeys *held;
  VouchTouchedEntry *touched;
};

enum
{
  SCANNED,
  REFUSED,
  BEGUN,
  ARRIVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchScanCatcher, vouch_scan_catcher, G_TYPE_OBJECT)

static void
deliver_burst (VouchScanCatcher *self, const VouchWedgeBurst *burst)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan =
      vouch_scanner_profile_read_burst (self->profile, burst, vouch_clock_now (self->clock), &error);

  if (scan != NULL)
    g_signal_emit (self, signals[SCANNED], 0, scan);
  else
    g_signal_emit (self, signals[REFUSED], 0, error->message);
}

/* Handlers may do anything, even end the process, so the catcher is held while they run. */
static void
deliver (VouchScanCatcher *self)
{
  g_autoptr (VouchScanCatcher) held = g_object_ref (self);
  VouchWedgeBurst *burst;

  while ((burst = vouch_wedge_take (held->wedge)) != NULL)
    {
      if (held->is_learning)
        g_signal_emit (held, signals[ARRIVED], 0, burst);
      else
        deliver_burst (held, burst);
      vouch_wedge_burst_free (burst);
    }
}

static void schedule_tick (VouchScanCatcher *self);

static gboolean
tick_cb (gpointer data)
{
  VouchScanCatcher *self = data;
  gint64 passed_us = g_get_monotonic_time () - self->event_at_us;

  self->tick_id = 0;
  if (vouch_wedge_tick (self->wedge, self->event_ms + (guint32)(passed_us / 1000)))
    deliver (self);
  else
    schedule_tick (self);
  return G_SOURCE_REMOVE;
}

/* A scanner without suffix just stops. Keys that wait in the queue come first, therefore the low priority. */
static void
schedule_tick (VouchScanCatcher *self)
{
  guint wait_ms = vouch_wedge_get_wait_ms (self->wedge);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (wait_ms > 0)
    self->tick_id = g_timeout_add_full (G_PRIORITY_LOW, wait_ms, tick_cb, self, NULL);
}

/* An input method may hand a character over only now, so the entry is looked at once more when the scan is complete. */
static gboolean
judge (VouchScanCatcher *self, VouchWedgeVerdict verdict, GtkWidget *focus, gunichar character)
{
  switch (verdict)
    {
    case VOUCH_WEDGE_FIRST:
      vouch_touched_entry_remember (self->touched, focus);
      vouch_touched_entry_note (self->touched, character);
      return FALSE;
    case VOUCH_WEDGE_BURST:
      vouch_touched_entry_restore (self->touched);
      vouch_touched_entry_close_opened (self->touched, focus);
      g_signal_emit (self, signals[BEGUN], 0);
      return TRUE;
    case VOUCH_WEDGE_SCAN:
      vouch_touched_entry_restore (self->touched);
      vouch_touched_entry_forget (self->touched);
      return TRUE;
    case VOUCH_WEDGE_SWALLOW:
      return TRUE;
    case VOUCH_WEDGE_PASS:
    default:
      vouch_touched_entry_note (self->touched, character);
      return FALSE;
    }
}

static GtkWidget *
get_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Whether no widget may have the key now. */
static gboolean
take_key (VouchScanCatcher *self, GtkWidget *focus, guint keyval, GdkModifierType state, guint32 time_ms)
{
  if (vouch_held_keys_has_come_back (self->held, self->event))
    return FALSE;
  if (vouch_scan_catcher_feed (self, focus, keyval, state, time_ms))
    {
      vouch_held_keys_drop (self->held);
      return TRUE;
    }
  if (self->event == NULL || !vouch_held_keys_wants (focus, keyval, state))
    return FALSE;
  vouch_held_keys_hold (self->held, self->event, self->gap_ms + HELD_ROOM_MS);
  /* It may come back as the very same event. */
  g_clear_pointer (&self->event, gdk_event_unref);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  VouchScanCatcher *self = data;
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  /* A popover's keys pass the popover and its window. */
  if (event != NULL && event == self->event)
    return self->was_swallowed;
  g_clear_pointer (&self->event, gdk_event_unref);
  self->event = event != NULL ? gdk_event_ref (event) : NULL;
  self->was_swallowed = take_key (self, get_focus (widget), keyval, state,
                                  gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller)));
  return self->was_swallowed;
}

static void
attach (VouchScanCatcher *self, GtkWidget *native)
{
  GtkEventController *controller;

  if (g_object_get_data (G_OBJECT (native), ATTACHED) == self)
    return;
  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_name (controller, ATTACHED);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (native, controller);
  g_object_set_data (G_OBJECT (native), ATTACHED, self);
}

static gboolean
map_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *widget = g_value_get_object (values);

  if (GTK_IS_NATIVE (widget))
    attach (data, GTK_WIDGET (widget));
  return G_SOURCE_CONTINUE;
}

static void
vouch_scan_catcher_dispose (GObject *object)
{
  VouchScanCatcher *self = VOUCH_SCAN_CATCHER (object);

  if (self->hook_id != 0)
    g_signal_remove_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), self->hook_id);
  self->hook_id = 0;
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->held, vouch_held_keys_free);
  g_clear_pointer (&self->touched, vouch_touched_entry_free);
  g_clear_pointer (&self->event, gdk_event_unref);
  G_OBJECT_CLASS (vouch_scan_catcher_parent_class)->dispose (object);
}

static void
vouch_scan_catcher_finalize (GObject *object)
{
  VouchScanCatcher *self = VOUCH_SCAN_CATCHER (object);

  vouch_wedge_free (self->wedge);
  vouch_scanner_profile_free (self->profile);
  vouch_clock_unref (self->clock);
  G_OBJECT_CLASS (vouch_scan_catcher_parent_class)->finalize (object);
}

static void
vouch_scan_catcher_class_init (VouchScanCatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vouch_scan_catcher_dispose;
  object_class->finalize = vouch_scan_catcher_finalize;
  signals[SCANNED] = g_signal_new ("scanned", VOUCH_TYPE_SCAN_CATCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REFUSED] = g_signal_new ("refused", VOUCH_TYPE_SCAN_CATCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BEGUN] =
      g_signal_new ("begun", VOUCH_TYPE_SCAN_CATCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ARRIVED] = g_signal_new ("arrived", VOUCH_TYPE_SCAN_CATCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
vouch_scan_catcher_init (VouchScanCatcher *self)
{
  self->held = vouch_held_keys_new ();
  self->touched = vouch_touched_entry_new ();
  /* The signal exists once the class does. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  self->hook_id = g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, self, NULL);
}

/* What is known of the scanner would hide what there is to learn. */
static void
set_up_wedge (VouchScanCatcher *self)
{
  VouchWedgeSettings settings = self->settings;

  if (self->is_learning)
    settings.gap_ms = MAX (settings.gap_ms, LEARNING_GAP_MS);
  else
    vouch_scanner_profile_set_up_wedge (self->profile, &settings);
  self->gap_ms = settings.gap_ms;
  vouch_wedge_set_settings (self->wedge, &settings);
}

/**
 * vouch_scan_catcher_new:
 * @settings: (nullable): how scans are told from typing
 * @clock: says when a code was read
 *
 * From now on every window that is shown is watched.
 *
 * Returns: (transfer full): a catcher
 */
VouchScanCatcher *
vouch_scan_catcher_new (const VouchWedgeSettings *settings, VouchClock *clock)
{
  VouchScanCatcher *self;

  g_return_val_if_fail (clock != NULL, NULL);

  self = g_object_new (VOUCH_TYPE_SCAN_CATCHER, NULL);
  self->settings = settings != NULL ? *settings : (VouchWedgeSettings)VOUCH_WEDGE_DEFAULTS;
  self->clock = vouch_clock_ref (clock);
  self->wedge = vouch_wedge_new (NULL);
  set_up_wedge (self);
  return self;
}

/**
 * vouch_scan_catcher_set_settings:
 * @self: a catcher
 * @settings: how scans are told from typing from now on
 * @profile: (nullable): what is known of the scanner; it goes before @settings
 *
 * A scan that is under way is dropped.
 */
void
vouch_scan_catcher_set_settings (VouchScanCatcher *self, const VouchWedgeSettings *settings,
                                 const VouchScannerProfile *profile)
{
  g_return_if_fail (VOUCH_IS_SCAN_CATCHER (self));
  g_return_if_fail (settings != NULL);

  self->settings = *settings;
  vouch_scanner_profile_free (self->profile);
  self->profile = profile != NULL ? vouch_record_copy (&vouch_scanner_profile_type, profile) : NULL;
  set_up_wedge (self);
}

/**
 * vouch_scan_catcher_set_learning:
 * @self: a catcher
 * @is_learning: whether the scanner is being checked
 *
 * While it is, what arrives is no scan: "arrived" is emitted with it as it came.
 */
void
vouch_scan_catcher_set_learning (VouchScanCatcher *self, gboolean is_learning)
{
  g_return_if_fail (VOUCH_IS_SCAN_CATCHER (self));

  if (self->is_learning == is_learning)
    return;
  self->is_learning = is_learning;
  set_up_wedge (self);
}

/**
 * vouch_scan_catcher_feed:
 * @self: a catcher
 * @focus: (nullable): the widget that would get the key
 * @keyval: the key
 * @state: of the modifiers
 * @time_ms: the event's own time
 *
 * Takes a key press in, as the watched windows do for every key.
 *
 * Returns: whether the key is a scanner's and no widget may have it
 */
gboolean
vouch_scan_catcher_feed (VouchScanCatcher *self, GtkWidget *focus, guint keyval, guint state, guint32 time_ms)
{
  VouchWedgeVerdict verdict;
  gboolean swallow;

  g_return_val_if_fail (VOUCH_IS_SCAN_CATCHER (self), FALSE);

  self->event_ms = time_ms;
  self->event_at_us = g_get_monotonic_time ();
  verdict = vouch_wedge_feed (self->wedge, keyval, gdk_keyval_to_unicode (keyval), state, time_ms);
  swallow = judge (self, verdict, focus, gdk_keyval_to_unicode (keyval));
  schedule_tick (self);
  deliver (self);
  return swallow;
}
