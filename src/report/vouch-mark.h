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
 *
 * The shape that stands beside a word, so that a result can be told on paper without colour and in any language.
 */
typedef enum
{
  VOUCH_MARK_NONE,
  VOUCH_MARK_PASS,
  VOUCH_MARK_FAIL,
  VOUCH_MARK_HOLD,
  VOUCH_MARK_OPEN,
} VouchMark;

G_END_DECLS
