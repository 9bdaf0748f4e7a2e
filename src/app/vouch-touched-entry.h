#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VouchTouchedEntry:
 *
 * The text entry that may get the first characters of a scan before it is known for one, as it was before.
 */
typedef struct _VouchTouchedEntry VouchTouchedEntry;

VouchTouchedEntry *vouch_touched_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_touched_entry_free (VouchTouchedEntry *self);
void vouch_touched_entry_remember (VouchTouchedEntry *self, GtkWidget *focus);
void vouch_touched_entry_note (VouchTouchedEntry *self, gunichar character);
void vouch_touched_entry_restore (VouchTouchedEntry *self);
void vouch_touched_entry_close_opened (VouchTouchedEntry *self, GtkWidget *focus);
void vouch_touched_entry_forget (VouchTouchedEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchTouchedEntry, vouch_touched_entry_free)

G_END_DECLS
