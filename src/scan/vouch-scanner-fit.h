#pragma once

#include "vouch-scanner-layout.h"

G_BEGIN_DECLS

/**
 * VouchScannerFit:
 * @text: (unowned): what was shown
 * @n_head: how many of its characters come before its separator; all of them if it has none
 * @n_tail: how many come after it
 * @head: the token at which the head begins
 * @tail: the token at which the tail begins; what is between is the separator
 * @end: the token after the last one of the tail
 *
 * Where in an arrival the characters are that were shown.
 */
typedef struct
{
  const char *text;
  guint n_head;
  guint n_tail;
  guint head;
  guint tail;
  guint end;
} VouchScannerFit;

gboolean vouch_scanner_fit_find (VouchScannerFit *self, const char *text, const GArray *tokens,
                                 const VouchScannerLayout *layout);
gboolean vouch_scanner_fit_is_part (const char *text, const GArray *tokens);
guint vouch_scanner_fit_get_place (const VouchScannerFit *self, guint character);

G_END_DECLS
