#pragma once

#include <glib.h>

#include "vouch-wedge-key.h"

G_BEGIN_DECLS

/**
 * VouchWedgeState:
 *
 * The bits of a key event's state that matter. They are those of X and GDK, so that an event's state can be given as
 * it is.
 */
typedef enum
{
  VOUCH_WEDGE_SHIFT = 1 << 0,
  VOUCH_WEDGE_LOCK = 1 << 1,
  VOUCH_WEDGE_CONTROL = 1 << 2,
  VOUCH_WEDGE_ALT = 1 << 3,
  VOUCH_WEDGE_SUPER = 1 << 26,
} VouchWedgeState;

/**
 * VouchWedgeEnd:
 * @VOUCH_WEDGE_END_GAP: it just stopped
 * @VOUCH_WEDGE_END_ENTER: Enter
 * @VOUCH_WEDGE_END_TAB: Tab
 *
 * How a burst ended.
 */
typedef enum
{
  VOUCH_WEDGE_END_GAP,
  VOUCH_WEDGE_END_ENTER,
  VOUCH_WEDGE_END_TAB,
} VouchWedgeEnd;

/**
 * VouchWedgeSettings:
 * @gap_ms: keys of one burst follow each other within so long; 60 by default
 * @min_length: so many quick characters are a scanner and not a person; 3 by default, at least 2
 * @max_length: a burst of more bytes is refused; 4096 by default
 * @mix_ms: keys that follow a suffix within so long are another scanner's, whose keys are in between; 0, the default,
 *   for never
 * @needs_suffix: the scanner is known to end with Enter or Tab: a burst without is torn
 * @suffix: the key that ends a burst, so that the other one is part of a code that is refused;
 *   %VOUCH_WEDGE_END_GAP, the default, for either
 * @keys: keys that stand for a character besides the usual ones
 * @n_keys: how many
 *
 * What is known of the scanner.
 */
typedef struct
{
  guint gap_ms;
  guint min_length;
  guint max_length;
  guint mix_ms;
  gboolean needs_suffix;
  VouchWedgeEnd suffix;
  VouchWedgeKey keys[VOUCH_WEDGE_KEYS_MAX];
  guint n_keys;
} VouchWedgeSettings;

#define VOUCH_WEDGE_DEFAULTS                                                                                           \
  {                                                                                                                    \
    .gap_ms = 60, .min_length = 3, .max_length = 4096                                                                  \
  }

/**
 * VouchWedgeVerdict:
 * @VOUCH_WEDGE_PASS: give the key to the widget
 * @VOUCH_WEDGE_FIRST: give it to the widget, but remember the widget's text and selection as they are before it: a
 * burst may begin here
 * @VOUCH_WEDGE_BURST: a burst has been recognised: swallow the key and put back what was remembered
 * @VOUCH_WEDGE_SWALLOW: swallow the key
 * @VOUCH_WEDGE_SCAN: swallow the key; a burst is finished
 *
 * What to do with a key.
 */
typedef enum
{
  VOUCH_WEDGE_PASS,
  VOUCH_WEDGE_FIRST,
  VOUCH_WEDGE_BURST,
  VOUCH_WEDGE_SWALLOW,
  VOUCH_WEDGE_SCAN,
} VouchWedgeVerdict;

/**
 * VouchWedgeFault:
 * @VOUCH_WEDGE_CLEAN: one whole code
 * @VOUCH_WEDGE_TOO_LONG: longer than allowed; its text is dropped
 * @VOUCH_WEDGE_CONTROLS: keys that type nothing came in between: the code holds control characters, which are not in
 *   the text
 * @VOUCH_WEDGE_TORN: it stopped without the scanner's suffix
 * @VOUCH_WEDGE_MIXED: two scanners typed at once, and nobody can tell which key was whose
 *
 * What is wrong with a burst.
 */
typedef enum
{
  VOUCH_WEDGE_CLEAN,
  VOUCH_WEDGE_TOO_LONG,
  VOUCH_WEDGE_CONTROLS,
  VOUCH_WEDGE_TORN,
  VOUCH_WEDGE_MIXED,
} VouchWedgeFault;

/**
 * VouchWedgeSeparator:
 * @VOUCH_WEDGE_SEPARATOR_NONE: none came
 * @VOUCH_WEDGE_SEPARATOR_CONTROL: as Ctrl+]
 * @VOUCH_WEDGE_SEPARATOR_ALT: as Alt and 029 on the keypad
 * @VOUCH_WEDGE_SEPARATOR_KEY: as F8 or another key that stands for it
 *
 * How the last group separator of a burst came.
 */
typedef enum
{
  VOUCH_WEDGE_SEPARATOR_NONE,
  VOUCH_WEDGE_SEPARATOR_CONTROL,
  VOUCH_WEDGE_SEPARATOR_ALT,
  VOUCH_WEDGE_SEPARATOR_KEY,
} VouchWedgeSeparator;

/* So many keys that type nothing are kept of a burst. */
#define VOUCH_WEDGE_ODD_KEYS_MAX 32

/**
 * VouchWedgeOddKey:
 * @key: the key
 * @at: how many characters of the burst came before it
 *
 * A key in a burst that types nothing, or nothing that is known.
 */
typedef struct
{
  VouchWedgeKey key;
  guint at;
} VouchWedgeOddKey;

/**
 * VouchWedgeBurst:
 * @text: (owned): what was typed, UTF-8, group separators as 0x1d
 * @length: of @text in bytes
 * @fault: what is wrong with it
 * @end: how it ended
 * @caps_lock: Caps Lock was on, so that upper and lower case are exchanged
 * @n_passed: how many of its first characters a widget has got
 * @started_ms: time of its first key
 * @ended_ms: time of its last key
 * @longest_gap_ms: the longest pause between two of its keys
 * @separator: the way in which group separators came, if any did
 * @odd_keys: the keys in it that have no meaning, as far as they were kept
 * @n_odd_keys: how many
 *
 * What a scanner typed.
 */
typedef struct
{
  char *text;
  gsize length;
  VouchWedgeFault fault;
  VouchWedgeEnd end;
  gboolean caps_lock;
  guint n_passed;
  guint32 started_ms;
  guint32 ended_ms;
  guint longest_gap_ms;
  VouchWedgeSeparator separator;
  VouchWedgeOddKey odd_keys[VOUCH_WEDGE_ODD_KEYS_MAX];
  guint n_odd_keys;
} VouchWedgeBurst;

void vouch_wedge_burst_free (VouchWedgeBurst *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchWedgeBurst, vouch_wedge_burst_free)

/**
 * VouchWedge:
 *
 * Tells a scanner that types from a person who does, by the keys' times. It is pure: no clock, no display.
 */
typedef struct _VouchWedge VouchWedge;

VouchWedge *vouch_wedge_new (const VouchWedgeSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void vouch_wedge_free (VouchWedge *self);
void vouch_wedge_set_settings (VouchWedge *self, const VouchWedgeSettings *settings);
VouchWedgeVerdict vouch_wedge_feed (VouchWedge *self, guint keyval, guint unicode, guint state, guint32 time_ms);
gboolean vouch_wedge_tick (VouchWedge *self, guint32 time_ms);
guint vouch_wedge_get_wait_ms (VouchWedge *self);
VouchWedgeBurst *vouch_wedge_take (VouchWedge *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchWedge, vouch_wedge_free)

G_END_DECLS
