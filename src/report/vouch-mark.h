#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchMark:
 * @VOUCH_MARK_NONE: no shape
 * @VOUCH_MARK_PASS: a check
 * @VOUCH_MARK_FAIL: a cross
 * @VOUCH_MARK_HOLD: two pause bars
 * @VOUCH_MARK_OPEN: an empty ring: not known yet
 * @VOUCH_MARK_WARNING: a triangle: not understood, or to be looked at
 * @VOUCH_MARK_QUESTION: an answer is wanted
 *
 * The sign that stands beside a word, on paper and on the screen, so that a result can be told without colour, in any
 * language and from three metres.
 */
typedef enum
{
  VOUCH_MARK_NONE,
  VOUCH_MARK_PASS,
  VOUCH_MARK_FAIL,
  VOUCH_MARK_HOLD,
  VOUCH_MARK_OPEN,
  VOUCH_MARK_WARNING,
  VOUCH_MARK_QUESTION,
} VouchMark;

G_END_DECLS
