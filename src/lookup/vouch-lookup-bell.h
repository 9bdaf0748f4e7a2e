#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupBell:
 * @fd: to be polled with whatever else its owner waits for
 * @is_rung: whether it was rung and not yet answered
 *
 * Wakes a thread that polls from another one: once, however often it is rung before that thread looks.
 */
typedef struct
{
  int fd;
  int is_rung;
} VouchLookupBell;

void vouch_lookup_bell_init (VouchLookupBell *self);
void vouch_lookup_bell_clear (VouchLookupBell *self);
void vouch_lookup_bell_ring (VouchLookupBell *self);
void vouch_lookup_bell_answer (VouchLookupBell *self);

G_END_DECLS
